package id.dukcapil.portal.delivery.ui;

import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.delivery.ReleaseStatus;

/** The colour beside each status word. */
final class ReleaseTones {

    private ReleaseTones() {}

    static Tone of(ReleaseStatus status) {
        return switch (status) {
            case ISSUED, REISSUED, SENT, OPENED -> Tone.INFO;
            case PRINTED -> Tone.OK;
            case FAILED, EXPIRED -> Tone.WARN;
            case BOUNCED, LOCKED -> Tone.LATE;
            case REVOKED -> Tone.NEUTRAL;
        };
    }
}
