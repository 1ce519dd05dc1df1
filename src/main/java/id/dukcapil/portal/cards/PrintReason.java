package id.dukcapil.portal.cards;

/** Why a card is printed. */
public enum PrintReason {
    FIRST("Kartu pertama"),
    LOST("Hilang"),
    DAMAGED("Rusak"),
    CHANGED_DATA("Ubah data");

    private final String label;

    PrintReason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** First cards go before replacements when blanks are short. */
    public boolean isFirst() {
        return this == FIRST;
    }

    /** Whether the letter of the police has to be named. */
    public boolean needsLetter() {
        return this == LOST;
    }
}
