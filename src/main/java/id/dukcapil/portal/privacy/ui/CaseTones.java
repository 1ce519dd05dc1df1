package id.dukcapil.portal.privacy.ui;

import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.common.ui.Timeline;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.privacy.IncidentStatus;
import id.dukcapil.portal.privacy.RequestStatus;
import java.time.ZoneId;
import java.util.List;

/** What requests and incidents have in common on the screen: the colours of their statuses, and their history. */
final class CaseTones {

    private CaseTones() {}

    static Tone of(RequestStatus status) {
        return switch (status) {
            case RECEIVED -> Tone.WARN;
            case IN_PROGRESS, ANSWERED -> Tone.INFO;
            case DONE -> Tone.OK;
            case WITHDRAWN -> Tone.NEUTRAL;
        };
    }

    static Tone of(IncidentStatus status) {
        return switch (status) {
            case DISCOVERED -> Tone.LATE;
            case AUTHORITY_NOTIFIED, SUBJECTS_NOTIFIED -> Tone.WARN;
            case NOTIFIED -> Tone.INFO;
            case CLOSED -> Tone.OK;
            case DISMISSED -> Tone.NEUTRAL;
        };
    }

    static Timeline timeline(List<? extends StepTaken<?, ?>> history, ZoneId zone) {
        return Timeline.of(history, zone);
    }
}
