package id.dukcapil.portal.delivery;

/** What a kiosk says became of a document that was handed to it. */
public enum PrintOutcome {
    PRINTED("Tercetak"),
    FAILED("Gagal cetak");

    private final String label;

    PrintOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
