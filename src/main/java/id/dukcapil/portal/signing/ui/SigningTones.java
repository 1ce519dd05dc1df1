package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.signing.ItemState;

/** The colours of what became of documents in a batch. */
final class SigningTones {

    private SigningTones() {}

    static Tone of(ItemState state) {
        return switch (state) {
            case SIGNED -> Tone.OK;
            case FAILED -> Tone.LATE;
            case UNKNOWN -> Tone.WARN;
            case SENT -> Tone.INFO;
            case WAITING, NOT_DONE -> Tone.NEUTRAL;
        };
    }
}
