package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.procedure.CaseEvent;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.signing.SigningEvent.DocumentFacts;
import org.jspecify.annotations.Nullable;

/**
 * A step of a document, for this module and the audit trail.
 *
 * @param digest of the bytes that are valid after it
 */
record DocumentMoved(
        DocumentFacts document, StepTaken<SigningDocumentStatus, SigningDocumentAction> step, ContentHash digest)
        implements CaseEvent {

    static final String RECORD = "Dokumen TTE";

    @Override
    public @Nullable AuditEvent audit() {
        return step.action().isAudited()
                ? step.told(RECORD, document.title() + " " + document.reference())
                        .at(document.office())
                        .changing("SHA-256", null, digest)
                        .because(step.reason())
                : null;
    }
}
