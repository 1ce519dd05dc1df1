package id.dukcapil.portal.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line in the timeline of a request or an incident. */
public record CaseEvent(
        String action, String actor, Instant at, @Nullable String note) {}
