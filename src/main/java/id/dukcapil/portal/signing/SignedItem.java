package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.signing.SigningEvent.DocumentSigned;
import id.dukcapil.portal.signing.SigningEvent.DocumentSuperseded;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The end of a document's way: what lies in the store under the digest that was written ahead is examined, and only then
 * the document becomes a signed one, together with everything that follows from it, in one transaction.
 */
@Component
class SignedItem {

    private final SigningItems items;
    private final SigningDocuments documents;
    private final SigningMoves moves;
    private final DocumentStore store;
    private final Retry retry;
    private final ApplicationEventPublisher events;

    SignedItem(
            SigningItems items,
            SigningDocuments documents,
            SigningMoves moves,
            DocumentStore store,
            Retry retry,
            ApplicationEventPublisher events) {
        this.items = items;
        this.documents = documents;
        this.moves = moves;
        this.store = store;
        this.retry = retry;
        this.events = events;
    }

    /**
     * What is wrong with the stored bytes: they must be the pinned ones with one intact signature behind them that covers
     * everything.
     *
     * @return a sentence in Indonesian; empty when nothing is wrong
     * @throws id.dukcapil.portal.documents.DocumentUnavailable when one of the two is missing or damaged
     */
    Optional<String> fault(SigningItem item, ContentHash signed, SigningEquipment equipment) {
        byte[] before = store.read(item.digest());
        byte[] after = store.read(signed);
        if (after.length <= before.length || Arrays.mismatch(before, after) != before.length) {
            return Optional.of("Dokumen yang kembali bukan dokumen yang dikirim dengan tanda tangan di belakangnya.");
        }
        Verification found = equipment.examine(after);
        List<Verification.Signature> signatures = found.signatures();
        if (signatures.size() != 1) {
            return Optional.of(
                    "Dokumen yang kembali memuat %d tanda tangan, seharusnya satu.".formatted(signatures.size()));
        }
        boolean sound = signatures.getFirst().intact() && signatures.getFirst().coversWholeDocument();
        return sound ? Optional.empty() : Optional.of(found.explanation());
    }

    /** @return false when somebody else has settled the item meanwhile; nothing has changed then */
    boolean enter(SigningItem item, ItemState from, ContentHash signed, StaffId signer, Act by) {
        return retry.inTransaction(() -> {
            SigningDocument document = lockWithFamily(item.document());
            if (!items.move(item, from, ItemState.SIGNED, null, by.at())) {
                return false;
            }
            document.sign(signed, signer, by);
            moves.told(document);
            events.publishEvent(new DocumentSigned(document.facts(by.at()), signed, signer, document.printedFor()));
            letTheNewestStand(document, by);
            return true;
        });
    }

    private SigningDocument lockWithFamily(SigningDocumentId id) {
        String family = documents.familyOf(id.value()).orElse(null);
        if (family != null) {
            documents.lockFamily(documents.kindOf(id.value()), family);
        }
        return documents.lockById(id.value()).orElseThrow();
    }

    /** The one that was verified last is valid, even when it was signed first. */
    private void letTheNewestStand(SigningDocument document, Act by) {
        String family = document.family();
        if (family == null) {
            return;
        }
        List<SigningDocument> signed = documents.lockFamily(document.kind(), family).stream()
                .filter(other -> other.status() == SigningDocumentStatus.SIGNED)
                .toList();
        SigningDocument newest = signed.getLast();
        for (SigningDocument older : signed.subList(0, signed.size() - 1)) {
            older.supersede(newest, by);
            moves.told(older);
            events.publishEvent(new DocumentSuperseded(older.facts(by.at()), newest.id()));
        }
    }
}
