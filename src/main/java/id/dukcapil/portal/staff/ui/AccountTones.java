package id.dukcapil.portal.staff.ui;

import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.AccountFilter.Standing;

/** What the standing of an account means to the administrator. */
final class AccountTones {

    private AccountTones() {}

    static Tone of(Standing standing) {
        return switch (standing) {
            case ACTIVE -> Tone.OK;
            case AWAITING_PASSWORD -> Tone.WARN;
            case DISABLED -> Tone.NEUTRAL;
        };
    }
}
