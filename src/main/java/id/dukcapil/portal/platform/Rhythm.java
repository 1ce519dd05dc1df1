package id.dukcapil.portal.platform;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import id.dukcapil.portal.common.ui.Formats;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a job recurs, for the scheduler and for administrators.
 *
 * @param words "setiap hari pukul 00.15 WIB"
 */
public record Rhythm(Schedule schedule, String words) {

    /** So long after the end of each run. */
    public static Rhythm every(Duration pause) {
        return new Rhythm(Schedules.fixedDelay(pause), "setiap " + words(pause));
    }

    public static Rhythm daily(LocalTime at, ZoneId zone) {
        return new Rhythm(
                Schedules.daily(zone, at), "setiap hari pukul %s %s".formatted(Formats.time(at), Formats.zone(zone)));
    }

    /** The same with a remark: "setiap 15 detik, dan segera sesudah diminta" */
    public Rhythm with(String remark) {
        return new Rhythm(schedule, words + ", " + remark);
    }

    private static String words(Duration pause) {
        if (pause.equals(Duration.ofHours(1))) {
            return "jam";
        }
        if (pause.equals(Duration.ofMinutes(1))) {
            return "menit";
        }
        return pause.toSecondsPart() == 0 ? pause.toMinutes() + " menit" : pause.toSeconds() + " detik";
    }
}
