package id.dukcapil.portal.documents.export;

/** The life of an export: it waits for a place, is written, and its file is kept for a while. */
public enum ExportStatus {
    /** Waits until a place is free. */
    QUEUED("Menunggu giliran"),
    /** Its rows are being written. */
    RUNNING("Sedang dibuat"),
    /** Its file can be downloaded. */
    READY("Siap diunduh"),
    /** It met trouble that did not go away, or the right to it was withdrawn. */
    FAILED("Gagal"),
    /** Whoever asked for it does not want it any more. */
    CANCELLED("Dibatalkan"),
    /** Its file has been deleted because its time was up. */
    EXPIRED("Kedaluwarsa");

    private final String label;

    ExportStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether somebody or something still works on it. */
    public boolean underWay() {
        return switch (this) {
            case QUEUED, RUNNING -> true;
            case READY, FAILED, CANCELLED, EXPIRED -> false;
        };
    }
}
