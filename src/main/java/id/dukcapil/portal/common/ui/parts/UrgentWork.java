package id.dukcapil.portal.common.ui.parts;

import id.dukcapil.portal.common.ui.Tone;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that waits, with the one act that takes it on.
 *
 * @param until when it is due, which orders the work of one urgency; null puts it last
 * @param title what waits: "Serah terima P-008 belum diterima"
 * @param reason why it waits and what is known of it, in one line
 * @param time left or exceeded, or until when: "lewat 8 mnt"; empty for none
 * @param action the act as a verb, "Lihat berkas"
 * @param link where it is done, relative to the application
 */
public record UrgentWork(
        Urgency urgency,
        @Nullable Instant until,
        String title,
        String reason,
        String time,
        Tone tone,
        String action,
        String link) {

    /** The most urgent first. */
    public static final Comparator<UrgentWork> ORDER = Comparator.comparing(UrgentWork::urgency)
            .thenComparing(UrgentWork::until, Comparator.nullsLast(Comparator.naturalOrder()));

    /** When work has to be taken on. */
    public enum Urgency {
        LATE("Terlambat"),
        NOW("Sekarang"),
        TODAY("Hari ini"),
        LATER("Berikutnya");

        private final String label;

        Urgency(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
