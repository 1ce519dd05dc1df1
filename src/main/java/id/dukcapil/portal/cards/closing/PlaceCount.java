package id.dukcapil.portal.cards.closing;

/** What was counted at one place: the safe, or what a printer had left. */
public record PlaceCount(String place, int cards) {

    public static final String SAFE = "Brankas";
}
