package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.signing.SigningDocumentStatus;

/** The colour beside each status of a document of the register. */
final class RegisterTones {

    private RegisterTones() {}

    static Tone of(SigningDocumentStatus status) {
        return switch (status) {
            case SIGNED -> Tone.OK;
            case SUPERSEDED -> Tone.NEUTRAL;
            case REVOKED -> Tone.LATE;
            case AWAITING, IN_BATCH -> Tone.INFO;
            case REFUSED, WITHDRAWN -> Tone.WARN;
        };
    }
}
