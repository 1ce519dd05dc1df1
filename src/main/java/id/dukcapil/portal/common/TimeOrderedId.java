package id.dukcapil.portal.common;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Identifiers that sort by the moment they were given (UUID version 7, RFC 9562 method 3: the milliseconds, then twelve bits
 * of their fraction). New rows go to the end of the primary key, and one index serves the order of a list, its pages and its
 * range of time.
 */
public final class TimeOrderedId {

    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long RANDOM = 0x3FFFFFFFFFFFFFFFL;

    private TimeOrderedId() {}

    public static UUID at(Instant moment) {
        return new UUID(time(moment), VARIANT | ThreadLocalRandom.current().nextLong() & RANDOM);
    }

    /** The smallest identifier of that moment: what happened earlier sorts before it, all else after. */
    public static UUID beginningOf(Instant moment) {
        return new UUID(time(moment), VARIANT);
    }

    /** @return nothing when the text, for instance from an address line, is no identifier */
    public static <T> Optional<T> parse(String text, Function<UUID, T> id) {
        return text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(id.apply(UUID.fromString(text)))
                : Optional.empty();
    }

    private static long time(Instant moment) {
        long fraction = (moment.getNano() % 1_000_000) * 4096L / 1_000_000;
        return moment.toEpochMilli() << 16 | VERSION | fraction;
    }
}
