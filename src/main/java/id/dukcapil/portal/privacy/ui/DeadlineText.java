package id.dukcapil.portal.privacy.ui;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.privacy.Deadline;
import java.time.Duration;
import java.time.Instant;

/** The 72 hours in words: what is left, or by how much they were exceeded. */
final class DeadlineText {

    private static final Duration SOON = Duration.ofHours(24);

    private DeadlineText() {}

    static String of(Deadline deadline, Instant now) {
        String distance = Formats.duration(deadline.distance(now));
        return switch (deadline.at(now)) {
            case RUNNING -> "sisa " + distance;
            case OVERDUE -> "lewat " + distance;
            case KEPT -> "tepat waktu";
            case MISSED -> "terlambat " + distance;
        };
    }

    static Tone tone(Deadline deadline, Instant now) {
        return switch (deadline.at(now)) {
            case RUNNING -> deadline.distance(now).compareTo(SOON) > 0 ? Tone.INFO : Tone.WARN;
            case OVERDUE, MISSED -> Tone.LATE;
            case KEPT -> Tone.OK;
        };
    }

    static StatusBadge badge(Deadline deadline, Instant now) {
        return new StatusBadge(of(deadline, now), tone(deadline, now));
    }
}
