package id.dukcapil.portal.channel;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Hashes of recently accepted keys with their callers. Grants nothing, which stays with {@link ApiKeys} and the database;
 * only tells clients from strangers before any look-up.
 */
@Component
class KnownKeys {

    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    private record Accepted(ApiAuthentication caller, Instant at) {}

    private final Clock clock;
    private final Map<ByteBuffer, Accepted> accepted = new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Accepted> eldest) {
            return size() > MOST;
        }
    };

    KnownKeys(Clock clock) {
        this.clock = clock;
    }

    synchronized void accepted(ApiKey key, ApiAuthentication caller) {
        ByteBuffer hash = ByteBuffer.wrap(key.hash());
        accepted.remove(hash);
        accepted.put(hash, new Accepted(caller, clock.instant()));
    }

    synchronized void refused(ApiKey key) {
        accepted.remove(ByteBuffer.wrap(key.hash()));
    }

    /** The caller as it was accepted last; empty for strangers. */
    synchronized Optional<ApiAuthentication> find(ApiKey key) {
        return Optional.ofNullable(accepted.get(ByteBuffer.wrap(key.hash())))
                .filter(last -> last.at().plus(LATELY).isAfter(clock.instant()))
                .map(Accepted::caller);
    }
}
