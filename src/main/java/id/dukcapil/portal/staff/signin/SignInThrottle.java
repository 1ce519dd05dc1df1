package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down without shutting the owner out. Attempts are counted per person and place they come from: a network
 * address, or a device that has been signed in on before, which then no longer depends on what others at the same
 * address do. A second count per address stops one machine from trying many names; a whole office behind one
 * address is well below it. A third per account slows down guesses from many addresses: beyond its free tries an
 * unknown device waits {@link #FIRST_WAIT} before its first try and between all others, and then has its turn whatever
 * comes from elsewhere. An attempt is counted before the password is looked at, so that many at once cannot slip
 * through; a right one is taken back.
 */
@Component
class SignInThrottle {

    static final int FREE_TRIES = 5;
    static final int FREE_TRIES_OF_AN_ADDRESS = 100;
    static final int FREE_TRIES_OF_AN_ACCOUNT = 20;
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** After a quiet time like this it starts over. */
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private static final String PURPOSE = "throttle";
    private static final RowMapper<Count> COUNT = RecordRow.of(Count.class);

    private record Count(int failures, Instant lastAt, Instant openAt) {

        /** A clock that was set back makes nobody wait longer than the failures are worth. */
        Duration waitFrom(Instant now, Duration worth) {
            return shorter(Duration.between(now, openAt), worth);
        }

        boolean isForgotten(Instant now) {
            return lastAt.plus(FORGOTTEN_AFTER).isBefore(now);
        }

        /** Whether a wait was imposed since the last attempt; that it is over is judged by {@link #waitFrom}. */
        boolean hadToWait(Instant now) {
            return openAt.isAfter(lastAt) && !isForgotten(now);
        }
    }

    private enum Limit {
        PLACE(FREE_TRIES),
        ADDRESS(FREE_TRIES_OF_AN_ADDRESS),
        ACCOUNT(FREE_TRIES_OF_AN_ACCOUNT);

        private final int freeTries;

        Limit(int freeTries) {
            this.freeTries = freeTries;
        }

        Duration waitAfter(int failures) {
            return SignInThrottle.waitAfter(failures, freeTries);
        }
    }

    private record Bucket(byte[] key, Limit limit) {}

    /**
     * Where an attempt comes from and whom it is for.
     *
     * @param person the account, or what was typed when there is none of that name
     * @param device a device this person has been signed in on before; empty when the browser shows none
     */
    record Attempt(String person, String address, Optional<String> device) {}

    private final JdbcClient jdbc;
    private final SealingKey key;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, SealingKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** @return how long to wait, when this attempt may not be made now; else it is counted as failed for the time being */
    @Transactional
    Optional<Duration> knock(Attempt attempt) {
        Instant now = clock.instant();
        Map<Bucket, Count> counts = new LinkedHashMap<>();
        bucketsOf(attempt).forEach(bucket -> counts.put(bucket, lock(bucket, now)));
        Duration brake = brake(counts, now);
        Duration wait = Duration.ZERO;
        for (Map.Entry<Bucket, Count> each : counts.entrySet()) {
            wait = longer(wait, waitOf(each.getKey(), each.getValue(), brake, now));
        }
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        counts.forEach((bucket, before) -> count(bucket, before, brake, now));
        return Optional.empty();
    }

    /** What an unknown device has to wait because of failures at other places. */
    private static Duration brake(Map<Bucket, Count> counts, Instant now) {
        return counts.entrySet().stream()
                .filter(each -> each.getKey().limit() == Limit.ACCOUNT)
                .map(Map.Entry::getValue)
                .filter(account -> !account.isForgotten(now))
                .map(account -> shorter(Limit.ACCOUNT.waitAfter(account.failures()), FIRST_WAIT))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private Duration waitOf(Bucket bucket, Count count, Duration brake, Instant now) {
        return switch (bucket.limit()) {
            case ACCOUNT -> Duration.ZERO;
            case ADDRESS -> count.waitFrom(now, Limit.ADDRESS.waitAfter(count.failures()));
            case PLACE -> {
                if (brake.isPositive() && !count.hadToWait(now)) {
                    keep(bucket, count.failures(), now, brake);
                    yield brake;
                }
                yield count.waitFrom(now, longer(Limit.PLACE.waitAfter(count.failures()), brake));
            }
        };
    }

    /**
     * For a form that is open: like {@link #knock}, and says at the field how long to wait.
     *
     * @throws InvalidInput when this attempt may not be made now
     */
    @Transactional(noRollbackFor = InvalidInput.class)
    void require(Attempt attempt, String field) {
        knock(attempt).ifPresent(wait -> {
            long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
            String howLong = seconds < 90 ? seconds + " detik" : (seconds + 59) / 60 + " menit";
            throw new InvalidInput(field, "Terlalu banyak percobaan. Tunggu %s.".formatted(howLong));
        });
    }

    /** The password was right: this person starts over, and the address gets the attempt back. */
    @Transactional
    void forgive(Attempt attempt) {
        takeBack(attempt, false);
    }

    /** What was shown could not be looked at: it counts neither for nor against the person. */
    @Transactional
    void giveBack(Attempt attempt) {
        takeBack(attempt, true);
    }

    private void takeBack(Attempt attempt, boolean onlyThisOne) {
        for (Bucket bucket : bucketsOf(attempt)) {
            boolean one = onlyThisOne || bucket.limit() != Limit.PLACE;
            jdbc.sql("""
                            UPDATE staff_sign_in_throttle
                            SET failures = IF(:one, GREATEST(failures - 1, 0), 0), open_at = :now WHERE bucket = :bucket""")
                    .param("one", one)
                    .param("now", UtcDateTime.of(clock.instant()))
                    .param("bucket", bucket.key())
                    .update();
        }
    }

    void clear() {
        EndedRows.of(jdbc, "staff_sign_in_throttle", "last_at < :moment", "last_at")
                .delete()
                .removeAllEndedBefore(clock.instant().minus(FORGOTTEN_AFTER));
    }

    /** In one order for everybody, so that two attempts never wait for each other. */
    private List<Bucket> bucketsOf(Attempt attempt) {
        return attempt
                .device()
                .map(device -> List.of(bucket("device", attempt.person() + "|" + device, Limit.PLACE)))
                .orElseGet(() -> List.of(
                        bucket("person", attempt.person() + "|" + attempt.address(), Limit.PLACE),
                        bucket("address", attempt.address(), Limit.ADDRESS),
                        bucket("account", attempt.person(), Limit.ACCOUNT)))
                .stream()
                .sorted((one, other) -> Arrays.compare(one.key(), other.key()))
                .toList();
    }

    private Bucket bucket(String kind, String text, Limit limit) {
        return new Bucket(key.sign(PURPOSE, kind + "|" + text), limit);
    }

    private Count lock(Bucket bucket, Instant now) {
        jdbc.sql("""
                        INSERT INTO staff_sign_in_throttle (bucket, failures, last_at, open_at)
                        VALUES (:bucket, 0, :now, :now) ON DUPLICATE KEY UPDATE bucket = bucket""")
                .param("bucket", bucket.key())
                .param("now", UtcDateTime.of(now))
                .update();
        return jdbc.sql("SELECT failures, last_at, open_at FROM staff_sign_in_throttle WHERE bucket = ? FOR UPDATE")
                .param(bucket.key())
                .query(COUNT)
                .single();
    }

    private void count(Bucket bucket, Count before, Duration brake, Instant now) {
        int failures = before.isForgotten(now) ? 1 : before.failures() + 1;
        Duration wait = bucket.limit().waitAfter(failures);
        keep(bucket, failures, now, bucket.limit() == Limit.PLACE ? longer(wait, brake) : wait);
    }

    private void keep(Bucket bucket, int failures, Instant now, Duration wait) {
        jdbc.sql(
                        "UPDATE staff_sign_in_throttle SET failures = :failures, last_at = :now, open_at = :open WHERE bucket = :bucket")
                .param("failures", failures)
                .param("now", UtcDateTime.of(now))
                .param("open", UtcDateTime.of(now.plus(wait)))
                .param("bucket", bucket.key())
                .update();
    }

    /** Nothing for the free tries, then 30 seconds, doubled with every further failure. */
    static Duration waitAfter(int failures, int freeTries) {
        if (failures < freeTries) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - freeTries, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
