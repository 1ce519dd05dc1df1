package id.dukcapil.portal.channel;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outside system as the administrator sees it.
 *
 * @param requestsPerMinute all processes of the portal together
 * @param workingKeys keys that open the API now, were the client switched on
 * @param lastUsedAt latest use of any of its keys, exact to the hour
 * @param demonstration whether a published key belongs to it
 * @param version to be handed back with a change, so that two administrators do not overwrite each other
 */
public record ApiClientRow(
        UUID id,
        String name,
        boolean enabled,
        int requestsPerMinute,
        Set<ApiScope> scopes,
        int workingKeys,
        @Nullable Instant lastUsedAt,
        boolean demonstration,
        Instant createdAt,
        long version) {}
