package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds the rate limits over all processes of the portal. Time is cut into minutes; of each minute a process leases
 * permits in blocks from the database and spends them in memory, so the row of a busy client is written once per block
 * and not once per request. Together the processes never admit more than the limit; what one has leased and not spent
 * at the end of the minute is lost, at most one block per process.
 */
@Component
public class RateLimiter {

    private static final int BLOCKS_PER_MINUTE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<UUID, Minute> minutes = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> forgotten = new AtomicReference<>(Instant.MIN);

    RateLimiter(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes one permit. Empty when there was one, else the time until the next minute begins.
     *
     * @param client an API client, or a stranger known by a number that says nothing about them
     * @param limit permits a minute
     */
    public Optional<Duration> refusal(UUID client, int limit) {
        Instant now = clock.instant();
        Minute minute = current(client, now.truncatedTo(ChronoUnit.MINUTES));
        return minute.take(limit)
                ? Optional.empty()
                : Optional.of(Duration.between(now, minute.start.plus(1, ChronoUnit.MINUTES)));
    }

    private Minute current(UUID client, Instant start) {
        Minute known = minutes.get(client);
        if (known != null && known.serves(start)) {
            return known;
        }
        forgetBefore(start);
        return minutes.merge(client, new Minute(client, start), (old, fresh) -> old.serves(start) ? old : fresh);
    }

    /** Strangers come in any number, and most of them never come again. */
    private void forgetBefore(Instant start) {
        if (!start.equals(forgotten.getAndSet(start))) {
            minutes.values().removeIf(minute -> !minute.serves(start));
        }
    }

    int remembered() {
        return minutes.size();
    }

    /** The permits this process holds for one client in one minute. */
    private final class Minute {

        private final UUID client;
        private final Instant start;
        private final ReentrantLock lock = new ReentrantLock();
        private int permits;
        private boolean exhausted;

        private Minute(UUID client, Instant start) {
            this.client = client;
            this.start = start;
        }

        /** A request that was on its way as the minute began takes from the new one; a clock set back starts over. */
        private boolean serves(Instant asked) {
            return !start.isBefore(asked) && !start.isAfter(asked.plus(1, ChronoUnit.MINUTES));
        }

        private boolean take(int limit) {
            enter();
            try {
                if (permits == 0 && !exhausted) {
                    permits = lease(client, start, limit);
                    exhausted = permits == 0;
                }
                if (exhausted) {
                    return false;
                }
                permits--;
                return true;
            } finally {
                lock.unlock();
            }
        }

        /** Bounded, because behind a slow lease a crowd would otherwise wait one after the other. */
        private void enter() {
            try {
                if (lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new TransientDataAccessResourceException("No permit could be leased in " + PATIENCE);
        }
    }

    /** One statement: adds a block to the minute's row and grants the part of it that lies within the limit. */
    private int lease(UUID client, Instant start, int limit) {
        int block = Math.max(1, limit / BLOCKS_PER_MINUTE);
        long leased = jdbc.sql("""
                        INSERT INTO channel_rate_window (client_id, starts_at, leased) VALUES (:client, :start, :block)
                        ON DUPLICATE KEY UPDATE leased = leased + VALUES(leased)
                        RETURNING leased""")
                .param("client", client)
                .param("start", UtcDateTime.of(start))
                .param("block", block)
                .query(Long.class)
                .single();
        return Math.toIntExact(Math.clamp(limit - (leased - block), 0, block));
    }
}
