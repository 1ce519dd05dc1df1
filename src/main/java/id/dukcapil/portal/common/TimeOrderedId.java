package id.dukcapil.portal.common;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** UUID version 7 (RFC 9562): ordered by creation, so that new rows go to the end of the primary key. */
public final class TimeOrderedId {

    private TimeOrderedId() {}

    public static UUID at(Instant instant) {
        var random = ThreadLocalRandom.current();
        long high = (instant.toEpochMilli() << 16) | 0x7000 | random.nextInt(0x1000);
        long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
