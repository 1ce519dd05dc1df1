package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.DocumentUnavailable;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * What anybody may ask about a document in their hands: whether the office has signed it, whether it still stands, and
 * what its signatures say. What was never signed is not known here, whatever the register knows of it.
 */
@Service
@PreAuthorize("permitAll()")
public class PublicVerification {

    private static final Logger log = LoggerFactory.getLogger(PublicVerification.class);

    private final SigningRegister register;
    private final DocumentStore store;
    private final SigningEquipment equipment;
    private final ShownFiles files;

    PublicVerification(SigningRegister register, DocumentStore store, SigningEquipment equipment, ShownFiles files) {
        this.register = register;
        this.store = store;
        this.equipment = equipment;
        this.files = files;
    }

    public Optional<IssuedDocument> find(VerificationCode code) {
        return register.signedBy(code).flatMap(IssuedDocument::of);
    }

    /** The signatures of the office's own copy; empty when it cannot be read at the moment. */
    public Optional<Verification> signaturesOf(IssuedDocument document) {
        try {
            return Optional.of(equipment.examine(store.read(document.signed())));
        } catch (DocumentUnavailable | UncheckedIOException unreadable) {
            log.error("A signed document cannot be read for its verification: {}", unreadable.toString());
            return Optional.empty();
        }
    }

    /** Looks at a file and forgets it. */
    public ShownFile look(InputStreamSource file) {
        return files.look(file);
    }

    /** Whether what this portal signs now binds nobody. */
    public boolean isDemonstration() {
        return equipment.provider().isDemonstration();
    }
}
