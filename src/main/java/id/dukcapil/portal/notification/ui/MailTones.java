package id.dukcapil.portal.notification.ui;

import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.notification.MailStatus;

/** The colour beside each status word. */
final class MailTones {

    private MailTones() {}

    static Tone of(MailStatus status) {
        return switch (status) {
            case WAITING, IN_DELIVERY -> Tone.INFO;
            case SENT -> Tone.OK;
            case FAILED, BOUNCED -> Tone.LATE;
            case HELD -> Tone.WARN;
            case CANCELLED -> Tone.NEUTRAL;
        };
    }
}
