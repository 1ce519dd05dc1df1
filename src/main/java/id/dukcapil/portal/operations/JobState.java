package id.dukcapil.portal.operations;

/** How a background job is doing now. */
public enum JobState {
    /** Due later, the last run went well. */
    WAITING("Menunggu waktunya"),
    RUNNING("Sedang berjalan"),
    /** The last run failed; the scheduler tries again. */
    FAILED("Gagal"),
    /** The last run went well, but for some rows, which are tried again later. */
    PARTLY("Sebagian gagal"),
    /** Should have begun minutes ago and nobody has taken it. */
    LATE("Terlambat"),
    /** Taken by a process that has not been heard of since. */
    STUCK("Macet"),
    /** Nothing of this kind is to be done, or no scheduler has ever started. */
    IDLE("Tidak ada tugas");

    private final String label;

    JobState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether an administrator should look at it. */
    public boolean isTrouble() {
        return switch (this) {
            case FAILED, PARTLY, LATE, STUCK -> true;
            case WAITING, RUNNING, IDLE -> false;
        };
    }
}
