package id.dukcapil.portal.signing;

import id.dukcapil.portal.signing.SigningEvent.DocumentRefused;
import id.dukcapil.portal.signing.SigningEvent.DocumentRevoked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Does something with documents that are locked, and tells everybody who has to know in the same transaction. */
@Component
class SigningMoves {

    private final SigningDocuments documents;
    private final ApplicationEventPublisher events;

    SigningMoves(SigningDocuments documents, ApplicationEventPublisher events) {
        this.documents = documents;
        this.events = events;
    }

    void refuse(SigningDocument document, String reason, Act by) {
        document.refuse(reason, by);
        told(document);
        events.publishEvent(new DocumentRefused(document.facts(by.at()), reason.strip()));
    }

    void revoke(SigningDocument document, String reason, Act by) {
        document.revoke(reason, by);
        told(document);
        events.publishEvent(new DocumentRevoked(document.facts(by.at()), reason.strip()));
    }

    /** Writes what was done and tells the audit trail. */
    void told(SigningDocument document) {
        documents.flush();
        events.publishEvent(document.moved());
    }
}
