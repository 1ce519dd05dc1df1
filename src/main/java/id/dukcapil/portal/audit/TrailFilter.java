package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the trail are asked for; what is null does not matter.
 *
 * @param person token of a resident, see {@link AuditTrail#tokenOf}
 * @param reference only together with a kind
 * @param actor a member of staff or an API client; {@link #PORTAL} for whatever had no account
 * @param until exclusive
 */
public record TrailFilter(
        @Nullable String person,
        @Nullable String kind,
        @Nullable String reference,
        @Nullable String action,
        @Nullable UUID actor,
        @Nullable OfficeCode office,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Stands for the portal itself and for visitors, who have no account. */
    public static final UUID PORTAL = new UUID(0, 0);

    public static final TrailFilter ALL = new TrailFilter(null, null, null, null, null, null, null, null);
}
