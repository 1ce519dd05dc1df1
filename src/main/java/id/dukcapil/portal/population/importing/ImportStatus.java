package id.dukcapil.portal.population.importing;

/** Where an import stands. */
public enum ImportStatus {
    /** Uploaded and looked at; nobody has started it. */
    READY("Belum dimulai"),
    /** Started; waits for the scheduler. */
    QUEUED("Menunggu giliran"),
    RUNNING("Berjalan"),
    FINISHED("Selesai"),
    CANCELLED("Dibatalkan"),
    /** Stopped by a trouble that did not go away; can be resumed where it stopped unless the file itself is the trouble. */
    FAILED("Gagal");

    private final String label;

    ImportStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean canBecome(ImportStatus next) {
        return switch (this) {
            case READY -> next == QUEUED || next == CANCELLED;
            case QUEUED -> next == RUNNING || next == CANCELLED;
            case RUNNING -> next == FINISHED || next == CANCELLED || next == FAILED;
            case FAILED -> next == QUEUED;
            case FINISHED, CANCELLED -> false;
        };
    }

    /** Whether it still holds the one place that there is for imports. */
    public boolean underWay() {
        return this == QUEUED || this == RUNNING;
    }
}
