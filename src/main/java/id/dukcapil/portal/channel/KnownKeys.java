package id.dukcapil.portal.channel;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Hashes of keys that were accepted lately. It opens nothing, that stays with {@link ApiKeys} and the database; it only
 * tells a crowd of clients from a crowd of strangers before anybody is looked up.
 */
@Component
class KnownKeys {

    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Map<ByteBuffer, Instant> accepted = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Instant> eldest) {
            return size() > MOST;
        }
    };

    KnownKeys(Clock clock) {
        this.clock = clock;
    }

    synchronized void accepted(ApiKey key) {
        ByteBuffer hash = ByteBuffer.wrap(key.hash());
        accepted.remove(hash);
        accepted.put(hash, clock.instant());
    }

    synchronized void refused(ApiKey key) {
        accepted.remove(ByteBuffer.wrap(key.hash()));
    }

    synchronized boolean knows(ApiKey key) {
        Instant last = accepted.get(ByteBuffer.wrap(key.hash()));
        return last != null && last.plus(LATELY).isAfter(clock.instant());
    }
}
