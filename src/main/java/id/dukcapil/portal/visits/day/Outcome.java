package id.dukcapil.portal.visits.day;

/** What came of a pupil on the day. */
public enum Outcome {
    RECORDED("Terekam"),
    /** Was recorded before and has no card: goes to the print room straight away. */
    PRINT_LIST("Masuk daftar cetak"),
    FAILED("Gagal"),
    ABSENT("Tidak hadir");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a card follows. */
    public boolean isForPrinting() {
        return this == RECORDED || this == PRINT_LIST;
    }
}
