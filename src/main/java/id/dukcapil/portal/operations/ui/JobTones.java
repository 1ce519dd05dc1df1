package id.dukcapil.portal.operations.ui;

import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.operations.JobState;

/** How the state of a job is coloured. */
final class JobTones {

    private JobTones() {}

    static Tone of(JobState state) {
        return switch (state) {
            case WAITING -> Tone.OK;
            case RUNNING -> Tone.INFO;
            case FAILED, STUCK -> Tone.LATE;
            case PARTLY, LATE -> Tone.WARN;
            case IDLE -> Tone.NEUTRAL;
        };
    }
}
