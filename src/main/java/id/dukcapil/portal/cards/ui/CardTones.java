package id.dukcapil.portal.cards.ui;

import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardSupply;
import id.dukcapil.portal.common.ui.Tone;

/** How lines and stocks are coloured. */
final class CardTones {

    /** With less than this many days of service left the stock needs somebody's attention. */
    private static final int DAYS_TO_WORRY = 10;

    private CardTones() {}

    static Tone of(CardEntryKind kind) {
        return switch (kind) {
            case RECEIPT -> Tone.OK;
            case USE -> Tone.NEUTRAL;
            case MISPRINT, DAMAGE -> Tone.WARN;
            case RETURN, CORRECTION -> Tone.INFO;
        };
    }

    static Tone of(CardSupply supply) {
        if (supply.stock() == 0 || supply.belowSafety()) {
            return Tone.LATE;
        }
        double days = supply.rate().isKnown() ? supply.stock() / supply.rate().perDay() : DAYS_TO_WORRY;
        return days < DAYS_TO_WORRY ? Tone.WARN : Tone.OK;
    }
}
