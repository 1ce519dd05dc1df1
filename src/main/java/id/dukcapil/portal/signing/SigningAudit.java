package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.signing.SigningEvent.DocumentFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the audit trail what happened to documents that are signed. */
@Component
class SigningAudit {

    static final String DOCUMENT = "Dokumen TTE";

    @EventListener
    @Nullable
    AuditEvent tell(DocumentMoved moved) {
        SigningDocumentDetails.Event step = moved.step();
        if (!step.action().isAudited()) {
            return null;
        }
        DocumentFacts document = moved.document();
        return AuditEvent.of(
                        DOCUMENT,
                        document.title() + " " + document.reference(),
                        step.action().label())
                .at(document.office())
                .changing("Status", label(step.from()), step.to().label())
                .changing("SHA-256", null, moved.digest())
                .because(step.reason());
    }

    private static @Nullable String label(@Nullable SigningDocumentStatus status) {
        return status == null ? null : status.label();
    }
}
