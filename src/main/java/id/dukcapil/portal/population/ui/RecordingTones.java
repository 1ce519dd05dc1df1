package id.dukcapil.portal.population.ui;

import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.population.RecordingStatus;

/** The colour beside each word of the KTP-el status. */
final class RecordingTones {

    private RecordingTones() {}

    static Tone of(RecordingStatus status) {
        return switch (status) {
            case UNREGISTERED -> Tone.NEUTRAL;
            case BIO_CAPTURED, PROCESSING, SENT_FOR_ENROLLMENT, RECEIVED_AT_CENTRAL -> Tone.INFO;
            case REQUEST_VALIDATION, ADJUDICATE_RECORD -> Tone.WARN;
            case ENROLL_FAILURE_AT_CENTRAL, ENROLL_FAILURE_AT_REGIONAL, SEARCH_FAILURE_AT_CENTRAL, DUPLICATE_RECORD ->
                Tone.LATE;
            case PRINT_READY_RECORD, SENT_FOR_CARD_PRINTING, CARD_PRINTED, CARD_SHIPPED, CARD_ISSUED -> Tone.OK;
        };
    }

    static StatusBadge badge(RecordingStatus status) {
        return new StatusBadge(status.label(), of(status));
    }
}
