package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.DocumentUnavailable;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.ActingSystem;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Takes batches to pieces whose process is gone. What was never sent waits again; what was sent and lies signed in the
 * store is examined and entered; what was sent and is not there stays unknown, for a person to settle, unless signatures
 * are made in the portal's own process, with which they are gone. Nothing is ever sent from here. Doing it twice, or by two processes at once, changes nothing more.
 */
@Component
class BatchRecovery {

    private static final Logger log = LoggerFactory.getLogger(BatchRecovery.class);
    static final String TASK = "signing-recovery";
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final String GONE = "Portal berhenti di tengah sesi.";

    private final SigningBatches batches;
    private final SigningItems items;
    private final SignedItem signedItem;
    private final ItemRelease release;
    private final DocumentStore store;
    private final SigningEquipment equipment;
    private final BatchSettings settings;
    private final ActingSystem acting;
    private final Retry retry;
    private final RecurringWork work;
    private final Clock clock;

    BatchRecovery(
            SigningBatches batches,
            SigningItems items,
            SignedItem signedItem,
            ItemRelease release,
            DocumentStore store,
            SigningEquipment equipment,
            BatchSettings settings,
            ActingSystem acting,
            Retry retry,
            RecurringWork work,
            Clock clock) {
        this.batches = batches;
        this.items = items;
        this.signedItem = signedItem;
        this.release = release;
        this.store = store;
        this.equipment = equipment;
        this.settings = settings;
        this.acting = acting;
        this.retry = retry;
        this.work = work;
        this.clock = clock;
    }

    void run() {
        Instant silentSince = clock.instant().minus(settings.lease());
        work.rows(TASK, "Membereskan sesi yang terputus", limit -> batches.silentSince(silentSince, limit))
                .eachInOwnSteps(batch -> recover(batch, silentSince));
    }

    private void recover(SigningBatchId batch, Instant silentSince) {
        UUID runner = UUID.randomUUID();
        if (batches.takeOver(batch, runner, silentSince, clock.instant())) {
            log.warn("The process that worked on signing batch {} is gone", batch);
            acting.with(Set.of(Permission.DOCUMENT_SIGN), () -> takeToPieces(batch, runner));
        }
    }

    private void takeToPieces(SigningBatchId batch, UUID runner) {
        boolean signedHere = wasSignedHere(batch);
        items.in(batch, ItemState.SENT).forEach(item -> settleOrLetGo(item, signedHere));
        retry.inTransaction(() -> {
            ActedBy by = ActedBy.portal(clock.instant());
            for (SigningItem left : items.in(batch, ItemState.WAITING)) {
                release.release(left, ItemState.WAITING, ItemState.NOT_DONE, GONE, by);
            }
            batches.end(batch, runner, BatchEnding.INTERRUPTED, GONE, by.at());
        });
    }

    /** By the provider that is there now: of another one nobody knows what it keeps. */
    private boolean wasSignedHere(SigningBatchId batch) {
        TteProvider provider = equipment.provider();
        return provider.signsHere()
                && batches.find(batch).orElseThrow().provider().equals(provider.name());
    }

    private void settleOrLetGo(SigningItem item, boolean signedHere) {
        if (settle(item, ItemState.SENT)) {
            return;
        }
        if (signedHere) {
            ActedBy by = ActedBy.portal(clock.instant());
            release.release(item, ItemState.SENT, ItemState.FAILED, GONE + " Belum ada tanda tangan.", by);
        } else {
            items.move(
                    item,
                    ItemState.SENT,
                    ItemState.UNKNOWN,
                    GONE + " Tanda tangan mungkin sudah dibuat di penyedia TTE.",
                    clock.instant());
        }
    }

    /** Enters what was signed, if its bytes have reached the store. @return whether the item is settled now */
    boolean settle(SigningItem item, ItemState from) {
        ContentHash signed = item.signed();
        if (signed == null || !store.contains(signed)) {
            return false;
        }
        try {
            Optional<String> fault = signedItem.fault(store.readHashed(item.digest()), signed, claim(item), equipment);
            ActedBy by = ActedBy.portal(clock.instant());
            return fault.isPresent()
                    ? release.release(item, from, ItemState.FAILED, fault.get(), by)
                    : !signedItem
                            .enter(List.of(new SigningItems.Ahead(item, signed, null)), from, signerOf(item), by)
                            .isEmpty();
        } catch (DocumentUnavailable | UncheckedIOException unreadable) {
            log.error("A signed document cannot be read back", unreadable);
            return false;
        }
    }

    private SigningEquipment.Claim claim(SigningItem item) {
        BatchRow batch = batches.find(item.batch()).orElseThrow();
        return new SigningEquipment.Claim(batch.signer(), batch.provider());
    }

    private StaffId signerOf(SigningItem item) {
        return batches.signerOf(item.batch());
    }

    @Bean
    RecurringJob recoverSigningBatches() {
        return new RecurringJob(TASK, "Membereskan sesi penandatanganan yang terputus", Rhythm.every(EVERY), this::run);
    }
}
