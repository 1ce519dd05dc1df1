package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.signing.SignerCheck.Found;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Where the head of the office, or whoever stands in, signs many documents in one sitting: look before the passphrase is
 * asked for, sign, stop, try again what failed, and settle what is unknown.
 */
@Service
@PreAuthorize("hasAuthority('DOCUMENT_SIGN')")
public class SigningRoom {

    private static final Logger log = LoggerFactory.getLogger(SigningRoom.class);

    private final SigningEquipment equipment;
    private final SignerCheck signerCheck;
    private final DocumentCheck documentCheck;
    private final Reprinting reprinting;
    private final BatchOpening opening;
    private final BatchRunner runner;
    private final SigningDocuments documents;
    private final SigningBatches batches;
    private final SigningItems items;
    private final CurrentStaff staff;
    private final BatchSettings settings;
    private final Clock clock;

    SigningRoom(
            SigningEquipment equipment,
            SignerCheck signerCheck,
            DocumentCheck documentCheck,
            Reprinting reprinting,
            BatchOpening opening,
            BatchRunner runner,
            SigningDocuments documents,
            SigningBatches batches,
            SigningItems items,
            CurrentStaff staff,
            BatchSettings settings,
            Clock clock) {
        this.equipment = equipment;
        this.signerCheck = signerCheck;
        this.documentCheck = documentCheck;
        this.reprinting = reprinting;
        this.opening = opening;
        this.runner = runner;
        this.documents = documents;
        this.batches = batches;
        this.items = items;
        this.staff = staff;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param leftOut documents that could not be taken into the batch, and why */
    public record Started(SigningBatchId batch, List<Preflight.Check> leftOut) {}

    /**
     * Makes documents ready to be signed by the acting person, and tells what stands in the way. It writes: a document that
     * carries another signatory's name, or wrongly the mark of a specimen, is printed anew, or goes back to its verifier when
     * its data have changed. Without documents nothing is written, and only the person and the provider are looked at.
     *
     * @throws InvalidInput when there are too many at once
     */
    public Preflight prepare(List<SigningDocumentId> wanted) {
        return prepared(wanted).preflight();
    }

    /** What was not signed in an earlier batch and waits again. */
    public List<SigningDocumentId> unsignedOf(SigningBatchId earlier) {
        return items.unsignedOf(earlier);
    }

    private record Prepared(Found found, Preflight preflight) {}

    private Prepared prepared(List<SigningDocumentId> wanted) {
        requireReasonable(wanted.size());
        Found found = signerCheck.check(me());
        BatchSigner signer = found.signer();
        List<Preflight.Check> checks = signer == null ? List.of() : checks(wanted, signer);
        TteProvider provider = equipment.provider();
        return new Prepared(
                found,
                new Preflight(
                        signer == null ? null : signer.lines(),
                        signer == null ? null : signer.mandateNumber(),
                        provider.isConfigured() ? provider.name() : null,
                        provider.isDemonstration(),
                        found.certificate(),
                        found.certificateEnds(),
                        found.obstacles(),
                        checks));
    }

    private List<Preflight.Check> checks(List<SigningDocumentId> wanted, BatchSigner signer) {
        List<UUID> ids =
                wanted.stream().map(SigningDocumentId::value).distinct().toList();
        Map<UUID, SigningDocument> found = documents.findAllById(ids).stream()
                .collect(Collectors.toMap(document -> document.id().value(), Function.identity()));
        List<SigningDocument> inOrder = ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
        List<SigningDocument> asTheyAre = inOrder.stream()
                .filter(document -> !isToBeReprinted(document, signer))
                .toList();
        Map<SigningDocumentId, Preflight.Check> checked = documentCheck.check(asTheyAre, signer).stream()
                .collect(Collectors.toMap(Preflight.Check::document, Function.identity()));
        return inOrder.stream()
                .map(document ->
                        Optional.ofNullable(checked.get(document.id())).orElseGet(() -> reprinted(document, signer)))
                .toList();
    }

    private boolean isToBeReprinted(SigningDocument document, BatchSigner signer) {
        return document.status() == SigningDocumentStatus.AWAITING
                && documentCheck.wrongImprint(document, signer).isPresent()
                && !document.hasWorkedOnIt(signer.signer().account());
    }

    private Preflight.Check reprinted(SigningDocument document, BatchSigner signer) {
        Optional<String> obstacle = reprinting.forSigner(
                document, signer.lines(), equipment.provider().isDemonstration());
        return obstacle.map(
                        why -> new Preflight.Check(document.id(), document.title(), document.reference(), List.of(why)))
                .orElseGet(() -> documentCheck.check(
                        documents.findById(document.id().value()).orElseThrow(), signer));
    }

    /**
     * Locks the documents and begins to sign them, without waiting for the end.
     *
     * @param passphrase is closed when the batch is over, or before this call throws
     * @param progress is told by other threads
     * @throws InvalidInput when nothing can be signed; nothing has been locked then
     */
    public Started start(List<SigningDocumentId> wanted, Passphrase passphrase, BatchProgress progress) {
        return start(wanted, passphrase, progress, null);
    }

    /** The same with what was not signed in an earlier batch and waits again. */
    public Started retry(SigningBatchId earlier, Passphrase passphrase, BatchProgress progress) {
        return start(items.unsignedOf(earlier), passphrase, progress, earlier);
    }

    private Started start(
            List<SigningDocumentId> wanted,
            Passphrase passphrase,
            BatchProgress progress,
            @Nullable SigningBatchId retryOf) {
        boolean begun = false;
        try {
            Prepared prepared = prepared(wanted);
            Found found = prepared.found();
            BatchSigner signer = found.signer();
            if (signer == null || !found.obstacles().isEmpty()) {
                throw new InvalidInput("signer", String.join(" ", found.obstacles()));
            }
            List<Preflight.Check> leftOut = new ArrayList<>(prepared.preflight().documents().stream()
                    .filter(check -> !check.isReady())
                    .toList());
            BatchOpening.Opened opened = opening.open(
                    prepared.preflight().ready(),
                    found,
                    signer,
                    equipment.provider().name(),
                    retryOf);
            leftOut.addAll(opened.leftOut());
            Thread.ofPlatform().name("signing-batch").daemon().start(() -> run(opened.batch(), passphrase, progress));
            begun = true;
            return new Started(opened.batch().id(), leftOut);
        } finally {
            if (!begun) {
                passphrase.close();
            }
        }
    }

    /** What breaks it off leaves the batch as it stands; its lease ends, and it is put in order. */
    private void run(OpenedBatch batch, Passphrase passphrase, BatchProgress progress) {
        try {
            runner.run(batch, passphrase, progress);
        } catch (RuntimeException broken) {
            log.error("Signing batch {} broke off", batch.id(), broken);
        }
    }

    /** Nothing more is sent; what has been sent is waited for. @return false when the batch is over or not the acting one's */
    public boolean stop(SigningBatchId batch) {
        return isMine(batch) && batches.askToStop(batch, clock.instant());
    }

    private boolean isMine(SigningBatchId batch) {
        return batches.find(batch).isPresent() && batches.signerOf(batch).equals(me());
    }

    private StaffId me() {
        return staff.require().id();
    }

    private void requireReasonable(int count) {
        if (count > settings.largest()) {
            throw new InvalidInput("documents", "Paling banyak %d dokumen sekaligus.".formatted(settings.largest()));
        }
    }
}
