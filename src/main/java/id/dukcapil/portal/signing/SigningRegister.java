package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of documents that are to be signed, or were. Rooms hand their verified documents in and can take them
 * back; whoever signs can send one back to its verifier, and can revoke a signed one.
 */
@Service
@PreAuthorize("hasAuthority('SIGNING_READ')")
public class SigningRegister {

    private final SigningDocuments documents;
    private final DocumentCommands commands;
    private final DocumentStore store;
    private final CaseCommands cases;

    SigningRegister(SigningDocuments documents, DocumentCommands commands, DocumentStore store, CaseCommands cases) {
        this.documents = documents;
        this.commands = commands;
        this.store = store;
        this.cases = cases;
    }

    /**
     * Pins a verified document and lets it wait for the signature, in the transaction in which it was verified. Whether the
     * acting one may verify it was decided by the room it comes from.
     *
     * @throws AlreadyAwaiting when the same reference waits already
     * @throws IllegalArgumentException when its bytes are not in the store
     */
    @Transactional
    @PreAuthorize("isAuthenticated()")
    public SigningDocumentId register(NewSigningDocument verified) {
        if (!store.contains(verified.digest())) {
            throw new IllegalArgumentException("The bytes of the document to be signed are not in the store");
        }
        try {
            SigningDocument document = documents.saveAndFlush(new SigningDocument(verified, cases.actor()));
            commands.told(document);
            return document.id();
        } catch (DataIntegrityViolationException collision) {
            if (SigningDocuments.isSecondOpenOne(collision)) {
                throw new AlreadyAwaiting(verified.title(), verified.reference());
            }
            throw collision;
        }
    }

    /**
     * The room takes its document back before it is signed, in its own transaction.
     *
     * @return whether one was waiting
     * @throws IllegalMove when it is being signed at this moment
     */
    @Transactional
    @PreAuthorize("isAuthenticated()")
    public boolean withdraw(String kind, String reference, String reason) {
        return documents
                .lockOpen(kind, reference)
                .map(document -> {
                    document.withdraw(reason, cases.actor());
                    commands.told(document);
                    return document.id();
                })
                .isPresent();
    }

    /**
     * Sends a document back to its verifier.
     *
     * @param seen the version that was decided upon
     * @return nothing when there is no such document within reach
     * @throws IllegalMove when it is in a batch or no longer waits
     * @throws ChangedMeanwhile when it is another by now
     */
    @PreAuthorize("hasAuthority('DOCUMENT_SIGN')")
    public Optional<SigningDocumentDetails> refuse(SigningDocumentId id, long seen, String reason) {
        return change(id, seen, (document, by) -> commands.refuse(document, reason, by));
    }

    /** Declares a signed document void; otherwise as {@link #refuse}. */
    @PreAuthorize("hasAuthority('DOCUMENT_REVOKE')")
    public Optional<SigningDocumentDetails> revoke(SigningDocumentId id, long seen, String reason) {
        return change(id, seen, (document, by) -> commands.revoke(document, reason, by));
    }

    private Optional<SigningDocumentDetails> change(
            SigningDocumentId id, long seen, BiConsumer<SigningDocument, ActedBy> verb) {
        return cases.inTransaction(() -> cases.within(() -> documents.lockById(id.value()), seen)
                .map(document -> {
                    verb.accept(document, cases.actor());
                    return document.details();
                }));
    }

    @Transactional(readOnly = true)
    public Optional<SigningDocumentDetails> find(SigningDocumentId id) {
        return documents
                .findById(id.value())
                .filter(document -> document.isWithinReachOf(cases.party()))
                .map(SigningDocument::details);
    }

    /** Everything that a source has handed in for one case, the oldest first; for that source. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<SigningDocumentDetails> of(String kind, String reference) {
        return documents.findByKindAndReferenceOrderById(kind, reference).stream()
                .map(SigningDocument::details)
                .toList();
    }

    /** For the public page: whoever has the code holds the document in their hands. Only what was ever signed is known there. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public Optional<SigningDocumentDetails> signedBy(VerificationCode code) {
        return documents
                .findByVerificationCode(code.value())
                .filter(document -> document.status().isSigned())
                .map(SigningDocument::details);
    }

    /** For the public page: the document whose signed bytes are these. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public Optional<SigningDocumentDetails> signedAs(ContentHash digest) {
        return documents.findFirstBySignedDigest(digest.value()).map(SigningDocument::details);
    }
}
