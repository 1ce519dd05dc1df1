package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CurrentActor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Locks documents into a new batch, all in one transaction. Of two who want the same document one gets it, and the other is told who has it. */
@Component
class BatchOpening {

    private final SigningDocuments documents;
    private final DocumentCheck check;
    private final SigningBatches batches;
    private final SigningItems items;
    private final CurrentActor actors;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BatchOpening(
            SigningDocuments documents,
            DocumentCheck check,
            SigningBatches batches,
            SigningItems items,
            CurrentActor actors,
            Retry retry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.check = check;
        this.batches = batches;
        this.items = items;
        this.actors = actors;
        this.retry = retry;
        this.events = events;
        this.clock = clock;
    }

    /** @param leftOut documents that somebody else was faster with, and why */
    record Opened(OpenedBatch batch, List<Preflight.Check> leftOut) {}

    /** @throws InvalidInput when none of the documents can be signed; nothing has been locked then */
    Opened open(
            Collection<SigningDocumentId> wanted,
            SignerCheck.Found found,
            BatchSigner signer,
            String provider,
            @Nullable SigningBatchId retryOf) {
        return retry.inTransaction(() -> {
            ActedBy by = actors.now();
            List<SigningDocument> entering = new ArrayList<>();
            List<Preflight.Check> leftOut = new ArrayList<>();
            for (SigningDocument document : inOrder(wanted)) {
                Optional<String> obstacle = check.obstacleToEntering(document, signer);
                if (obstacle.isEmpty()) {
                    document.enterBatch(signer.signer().account(), by);
                    entering.add(document);
                } else {
                    leftOut.add(new Preflight.Check(
                            document.id(), document.title(), document.reference(), List.of(obstacle.get())));
                }
            }
            if (entering.isEmpty()) {
                throw new InvalidInput("documents", nothingToSign(leftOut));
            }
            var batch = new SigningBatchId(TimeOrderedId.at(by.at()));
            var opened = new OpenedBatch(batch, UUID.randomUUID(), signer, found.certificateEnds());
            documents.flush();
            batches.open(new SigningBatches.Opening(batch, signer, provider, retryOf, opened.runner()), by.at());
            items.add(batch, entering, clock.instant());
            events.publishEvent(AuditEvent.of("Sesi TTE", batch.toString(), "Dimulai")
                    .changing("Dokumen", null, entering.size())
                    .changing("Penyedia", null, provider)
                    .changing("Mandat", null, signer.mandateNumber()));
            return new Opened(opened, leftOut);
        });
    }

    private static String nothingToSign(List<Preflight.Check> leftOut) {
        return leftOut.isEmpty()
                ? "Pilih dokumen yang akan ditandatangani."
                : "Tidak ada dokumen yang dapat ditandatangani. %s %s: %s"
                        .formatted(
                                leftOut.getFirst().title(),
                                leftOut.getFirst().reference(),
                                leftOut.getFirst().obstacles().getFirst());
    }

    private List<SigningDocument> inOrder(Collection<SigningDocumentId> wanted) {
        List<UUID> order =
                wanted.stream().map(SigningDocumentId::value).distinct().toList();
        if (order.isEmpty()) {
            return List.of();
        }
        Map<UUID, SigningDocument> locked = documents.lockAll(order).stream()
                .collect(Collectors.toMap(document -> document.id().value(), Function.identity()));
        return order.stream()
                .flatMap(id -> Optional.ofNullable(locked.get(id)).stream())
                .toList();
    }
}
