package id.dukcapil.portal.population.ui;

import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.population.RecordingStatus;

/** The KTP-el status as a word with a colour. */
class RecordingStatusBadge extends Span {

    RecordingStatusBadge(RecordingStatus status) {
        super(status.label());
        addClassNames("status-badge", tone(status));
    }

    private static String tone(RecordingStatus status) {
        return switch (status) {
            case UNREGISTERED -> "neutral";
            case BIO_CAPTURED, PROCESSING, SENT_FOR_ENROLLMENT, RECEIVED_AT_CENTRAL -> "info";
            case REQUEST_VALIDATION, ADJUDICATE_RECORD -> "warning";
            case ENROLL_FAILURE_AT_CENTRAL, ENROLL_FAILURE_AT_REGIONAL, SEARCH_FAILURE_AT_CENTRAL, DUPLICATE_RECORD ->
                "error";
            case PRINT_READY_RECORD, SENT_FOR_CARD_PRINTING, CARD_PRINTED, CARD_SHIPPED, CARD_ISSUED -> "success";
        };
    }
}
