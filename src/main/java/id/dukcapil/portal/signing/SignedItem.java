package id.dukcapil.portal.signing;

import static java.util.Objects.requireNonNull;

import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.signing.SigningEvent.DocumentSigned;
import id.dukcapil.portal.signing.SigningEvent.DocumentSuperseded;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The end of a document's way: what lies in the store under the digest that was written ahead is examined, and only then
 * the document becomes a signed one, together with everything that follows from it, in one transaction.
 */
@Component
class SignedItem {

    private static final Logger log = LoggerFactory.getLogger(SignedItem.class);

    private static final List<String> CLAIMS_FAMILY =
            CaseStatus.names(SigningDocumentStatus.class, SigningDocumentStatus::claimsFamily);

    private final SigningItems items;
    private final SigningDocuments documents;
    private final DocumentCommands commands;
    private final DocumentStore store;
    private final Retry retry;
    private final ApplicationEventPublisher events;

    SignedItem(
            SigningItems items,
            SigningDocuments documents,
            DocumentCommands commands,
            DocumentStore store,
            Retry retry,
            ApplicationEventPublisher events) {
        this.items = items;
        this.documents = documents;
        this.commands = commands;
        this.store = store;
        this.retry = retry;
        this.events = events;
    }

    /**
     * What is wrong with the stored bytes.
     *
     * @param before the pinned bytes
     * @return a sentence in Indonesian; empty when nothing is wrong
     * @throws id.dukcapil.portal.documents.DocumentUnavailable when they are missing or damaged
     */
    Optional<String> fault(
            HashedContent before, ContentHash signed, SigningEquipment.Claim claim, SigningEquipment equipment) {
        return equipment.fault(claim, before, store.read(signed));
    }

    /** The same for bytes that are still in memory: what lies in the store has to be nothing else. */
    Optional<String> fault(
            HashedContent before, HashedContent signed, SigningEquipment.Claim claim, SigningEquipment equipment) {
        store.requireStored(signed);
        return equipment.fault(claim, before, signed.bytes());
    }

    /**
     * All in one transaction, so that they share its cost; where one cannot be entered, each in its own, so that it does not
     * take the others with it.
     *
     * @return those that are entered now; not the ones that somebody else has settled meanwhile
     */
    List<SigningItem> enter(List<SigningItems.Ahead> signed, ItemState from, StaffId signer, ActedBy by) {
        if (signed.isEmpty()) {
            return List.of();
        }
        try {
            return retry.inTransaction(() -> entered(signed, from, signer, by));
        } catch (RuntimeException broken) {
            if (signed.size() == 1) {
                throw broken;
            }
            log.warn("Of {} signed documents one cannot be entered: {}", signed.size(), broken.toString());
            return signed.stream()
                    .flatMap(one -> enter(List.of(one), from, signer, by).stream())
                    .toList();
        }
    }

    private List<SigningItem> entered(List<SigningItems.Ahead> signed, ItemState from, StaffId signer, ActedBy by) {
        Map<SigningDocumentId, SigningDocument> locked = lockWithFamilies(signed);
        boolean[] moved =
                items.signed(signed.stream().map(SigningItems.Ahead::item).toList(), from, by.at());
        List<SigningItems.Ahead> ours = IntStream.range(0, moved.length)
                .filter(each -> moved[each])
                .mapToObj(signed::get)
                .toList();
        for (SigningItems.Ahead one : ours) {
            requireNonNull(locked.get(one.item().document())).sign(one.signed(), signer, by);
        }
        documents.flush();
        for (SigningItems.Ahead one : ours) {
            SigningDocument document = requireNonNull(locked.get(one.item().document()));
            events.publishEvent(document.moved());
            events.publishEvent(
                    new DocumentSigned(document.facts(by.at()), one.signed(), signer, document.printedFor()));
        }
        letTheNewestStand(locked.values(), by);
        return ours.stream().map(SigningItems.Ahead::item).toList();
    }

    /** The documents, and those of their families between which only one can be valid. */
    private Map<SigningDocumentId, SigningDocument> lockWithFamilies(List<SigningItems.Ahead> signed) {
        List<UUID> ids =
                signed.stream().map(one -> one.item().document().value()).toList();
        var locked = new LinkedHashMap<SigningDocumentId, SigningDocument>();
        familiesOf(ids)
                .forEach((kind, families) -> documents
                        .lockFamilies(kind, families, CLAIMS_FAMILY)
                        .forEach(document -> locked.put(document.id(), document)));
        documents.lockAll(ids).forEach(document -> locked.put(document.id(), document));
        return locked;
    }

    private Map<String, List<String>> familiesOf(List<UUID> ids) {
        return documents.familiesOf(ids).stream()
                .collect(Collectors.groupingBy(
                        SigningDocuments.Family::getKind,
                        Collectors.mapping(SigningDocuments.Family::getFamily, Collectors.toList())));
    }

    /** The one that was verified last is valid, even when it was signed first. */
    private void letTheNewestStand(Collection<SigningDocument> locked, ActedBy by) {
        Map<List<String>, List<SigningDocument>> families = locked.stream()
                .filter(document -> document.family() != null && document.status() == SigningDocumentStatus.SIGNED)
                .sorted(Comparator.comparing(document -> document.id().value()))
                .collect(
                        Collectors.groupingBy(document -> List.of(document.kind(), String.valueOf(document.family()))));
        for (List<SigningDocument> family : families.values()) {
            SigningDocument newest = family.getLast();
            for (SigningDocument older : family.subList(0, family.size() - 1)) {
                older.supersede(newest, by);
                commands.told(older);
                events.publishEvent(new DocumentSuperseded(older.facts(by.at()), newest.id()));
            }
        }
    }
}
