package id.dukcapil.portal.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows down programs that try again and again, and nobody else: a NIK that one application is refused too often in a
 * minute has a pause there, and so have unknown NIKs of an application that asks for hardly anything else. Each further
 * pause is twice as long. Other people of the same application, and the same person elsewhere, notice nothing; nothing
 * here looks at addresses in the network.
 *
 * <p>Every process of the portal counts for itself, for as many NIKs as it can remember; who is slowed down is not turned
 * away for good, so that this may be rough.
 */
@Component
public class RefusalPace {

    static final int REMEMBERED = 50_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private record Trier(UUID client, String nik) {}

    /** What was counted in a minute, and how often that led to a pause. */
    private static final class Tries {
        private Instant since = Instant.MIN;
        private Instant pausedUntil = Instant.MIN;
        private int refused;
        private int others;
        private int pauses;
    }

    private final PaceSettings settings;
    private final Clock clock;
    private final Map<UUID, Tries> guessing = new HashMap<>();
    private final Map<Trier, Tries> trying = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<Trier, Tries> eldest) {
            return size() > REMEMBERED;
        }
    };

    RefusalPace(PaceSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * To be asked before a request is looked at.
     *
     * @return how long this NIK still has to wait at this application
     */
    public synchronized Optional<Duration> pause(UUID client, @Nullable String nik) {
        return nik == null
                ? Optional.empty()
                : Optional.ofNullable(trying.get(new Trier(client, nik)))
                        .flatMap(tries -> rest(tries, clock.instant()));
    }

    /**
     * To be told the answer.
     *
     * @param refusal null when there is a seat
     * @return how long the application has to wait until unknown NIKs are answered again
     */
    public synchronized Optional<Duration> answered(UUID client, String nik, @Nullable Refusal refusal) {
        Instant now = clock.instant();
        Tries guesses = guessing.computeIfAbsent(client, unknown -> new Tries());
        boolean unknown = false;
        if (refusal == null) {
            trying.remove(new Trier(client, nik));
        } else {
            unknown = refusal.kind() == Refusal.Kind.UNKNOWN_PERSON;
            Tries tries = trying.computeIfAbsent(new Trier(client, nik), first -> new Tries());
            count(tries, true, now);
            if (tries.refused >= settings.refusalsPerMinute()) {
                pauseFrom(tries, now);
            }
        }
        count(guesses, unknown, now);
        if (unknown && rest(guesses, now).isEmpty() && isGuessing(guesses)) {
            pauseFrom(guesses, now);
        }
        return unknown ? rest(guesses, now) : Optional.empty();
    }

    /** Slips of the finger are few among many who are known. */
    private boolean isGuessing(Tries tries) {
        return tries.refused >= settings.unknownPerMinute() && tries.refused > tries.others;
    }

    private void count(Tries tries, boolean refused, Instant now) {
        if (!now.isBefore(plus(tries.since, WINDOW)) || now.isBefore(tries.since)) {
            tries.since = now;
            tries.refused = 0;
            tries.others = 0;
        }
        if (!now.isBefore(plus(tries.pausedUntil, settings.longestPause().multipliedBy(2)))) {
            tries.pauses = 0;
        }
        if (refused) {
            tries.refused++;
        } else {
            tries.others++;
        }
    }

    private void pauseFrom(Tries tries, Instant now) {
        Duration pause = settings.firstPause().multipliedBy(1L << Math.min(tries.pauses, 20));
        tries.pausedUntil = now.plus(pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause());
        tries.pauses++;
        tries.since = Instant.MIN;
    }

    private static Optional<Duration> rest(Tries tries, Instant now) {
        return now.isBefore(tries.pausedUntil)
                ? Optional.of(Duration.between(now, tries.pausedUntil))
                : Optional.empty();
    }

    private static Instant plus(Instant moment, Duration duration) {
        return moment.equals(Instant.MIN) ? moment : moment.plus(duration);
    }

    synchronized int remembered() {
        return trying.size();
    }
}
