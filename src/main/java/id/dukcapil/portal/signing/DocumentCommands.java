package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.signing.SigningEvent.DocumentRefused;
import id.dukcapil.portal.signing.SigningEvent.DocumentRevoked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Steps of locked documents with the events that follow from them, in the transaction of the caller. */
@Component
class DocumentCommands {

    private final SigningDocuments documents;
    private final ApplicationEventPublisher events;

    DocumentCommands(SigningDocuments documents, ApplicationEventPublisher events) {
        this.documents = documents;
        this.events = events;
    }

    void refuse(SigningDocument document, String reason, ActedBy by) {
        document.refuse(reason, by);
        told(document);
        events.publishEvent(new DocumentRefused(document.facts(by.at()), reason.strip()));
    }

    void revoke(SigningDocument document, String reason, ActedBy by) {
        document.revoke(reason, by);
        told(document);
        events.publishEvent(new DocumentRevoked(document.facts(by.at()), reason.strip()));
    }

    /** Writes the last step and publishes it. */
    void told(SigningDocument document) {
        documents.flush();
        events.publishEvent(document.moved());
    }
}
