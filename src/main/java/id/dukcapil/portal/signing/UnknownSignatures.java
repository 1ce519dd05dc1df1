package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.procedure.CurrentActor;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Settles documents of which nobody knows whether they were signed. What has reached the store is examined and entered;
 * of anything else a person has to say, after a look at the provider, that no signature exists. Until then it stays
 * locked.
 */
@Service
@PreAuthorize("hasAuthority('DOCUMENT_SIGN')")
public class UnknownSignatures {

    private static final int LONGEST_REASON = 400;

    private final SigningItems items;
    private final BatchRecovery recovery;
    private final ItemRelease release;
    private final CurrentStaff staff;
    private final CurrentActor actors;
    private final Retry retry;
    private final ApplicationEventPublisher events;

    UnknownSignatures(
            SigningItems items,
            BatchRecovery recovery,
            ItemRelease release,
            CurrentStaff staff,
            CurrentActor actors,
            Retry retry,
            ApplicationEventPublisher events) {
        this.items = items;
        this.recovery = recovery;
        this.release = release;
        this.staff = staff;
        this.actors = actors;
        this.retry = retry;
        this.events = events;
    }

    /** Looks again for the signed bytes. @return how the document stands now; empty when it is not unknown */
    public Optional<ItemState> look(UUID item) {
        return unknown(item).map(found -> {
            recovery.settle(found, ItemState.UNKNOWN);
            return items.find(item).orElseThrow().state();
        });
    }

    /**
     * Somebody has made sure that no signature exists, so that the document can be signed again.
     *
     * @return false when it is not unknown, or when its signed bytes are there after all
     * @throws InvalidInput without a reason
     */
    public boolean declareUnsigned(UUID item, String reason) {
        String because = reason.strip();
        if (because.isEmpty() || because.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak %d huruf.".formatted(LONGEST_REASON));
        }
        Optional<SigningItem> found = unknown(item);
        if (found.isEmpty() || recovery.settle(found.get(), ItemState.UNKNOWN)) {
            return false;
        }
        return retry.inTransaction(() -> {
            String why = "Dinyatakan tidak ada tanda tangan: " + because;
            if (!release.release(found.get(), ItemState.UNKNOWN, ItemState.NOT_DONE, why, actors.now())) {
                return false;
            }
            items.declared(found.get(), staff.require().fullName());
            events.publishEvent(
                    AuditEvent.of("Sesi TTE", found.get().batch().toString(), "Dinyatakan tidak ditandatangani")
                            .changing("Dokumen", null, found.get().document())
                            .because(because));
            return true;
        });
    }

    private Optional<SigningItem> unknown(UUID item) {
        return items.find(item).filter(found -> found.state() == ItemState.UNKNOWN);
    }
}
