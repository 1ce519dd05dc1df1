package id.dukcapil.portal.common;

/**
 * Says in the office's words what a job of the scheduler does. Every task has one such bean, so that the list of jobs
 * can be read by an administrator.
 *
 * @param task name of the db-scheduler task
 * @param label what it does: "Menutup hari pemesanan"
 * @param rhythm when it runs: "setiap hari pukul 00.15 WIB"
 * @param repeatable whether an administrator may start it by hand at any time
 */
public record BackgroundJob(String task, String label, String rhythm, boolean repeatable) {}
