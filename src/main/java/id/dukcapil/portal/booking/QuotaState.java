package id.dukcapil.portal.booking;

/** What a day offers to the public. */
public enum QuotaState {
    OPEN("Tersedia"),
    FULL("Penuh"),
    CLOSED("Tutup");

    private final String label;

    QuotaState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
