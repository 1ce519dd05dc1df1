package id.dukcapil.portal.cards.handover;

/** Who takes a card. */
public enum ReceiverKind {
    SELF("Sendiri"),
    FAMILY("Keluarga satu KK"),
    PROXY("Kuasa"),
    /** A class, village or office that fetches for many. */
    COLLECTIVE("Kolektif");

    private final String label;

    ReceiverKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
