package id.dukcapil.portal.cards.order;

/** What became of a blank in the printer. */
public enum PrintOutcome {
    GOOD("Baik"),
    ENCODE_FAILED("Gagal encode"),
    PRINT_FAILED("Gagal cetak"),
    DAMAGED("Rusak");

    private final String label;

    PrintOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
