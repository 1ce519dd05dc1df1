package id.dukcapil.portal.common.procedure;

import id.dukcapil.portal.common.StaffId;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The exclusive right of one member of staff to work on a case, until it is released or expires. */
@Embeddable
public class Claim {

    private @Nullable UUID holderId;
    private @Nullable String holderName;
    private @Nullable Instant heldUntil;

    /** @param until end of the claim, from which on everybody may take the case */
    public record Holding(StaffId holder, String name, Instant until) {}

    public void take(ActedBy by, Instant until) {
        holderId = by.actor().id();
        holderName = by.actor().name();
        heldUntil = until;
    }

    /** Extends the claim of its holder; for others nothing changes. */
    public void extend(ActedBy by, Instant until) {
        if (isHeldBy(by)) {
            heldUntil = until;
        }
    }

    public void release() {
        holderId = null;
        holderName = null;
        heldUntil = null;
    }

    /** Releases an expired claim. @return that claim; empty while it lasts or when there is none */
    public Optional<Holding> expire(Instant now) {
        Optional<Holding> expired = holding().filter(holding -> !holding.until().isAfter(now));
        expired.ifPresent(holding -> release());
        return expired;
    }

    public boolean isHeldBy(ActedBy by) {
        UUID person = by.actor().id();
        return person != null && person.equals(holderId);
    }

    /** The claim at that moment; empty once it has expired. */
    public Optional<Holding> at(Instant moment) {
        return holding().filter(holding -> holding.until().isAfter(moment));
    }

    private Optional<Holding> holding() {
        return holderId == null || holderName == null || heldUntil == null
                ? Optional.empty()
                : Optional.of(new Holding(new StaffId(holderId), holderName, heldUntil));
    }
}
