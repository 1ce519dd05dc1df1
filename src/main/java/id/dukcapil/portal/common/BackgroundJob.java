package id.dukcapil.portal.common;

/** What a job of the scheduler does, in the office's words, so that an administrator can read the list of jobs. */
public interface BackgroundJob {

    /** Name of the db-scheduler task. */
    String task();

    /** What it does: "Menutup hari pemesanan" */
    String label();

    /** When it runs: "setiap hari pukul 00.15 WIB" */
    String rhythm();

    /** Whether an administrator may start it by hand at any time. */
    boolean repeatable();
}
