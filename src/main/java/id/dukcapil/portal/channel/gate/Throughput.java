package id.dukcapil.portal.channel.gate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many requests a second come to an end while there is enough to do, over the last two seconds. Time with less to do
 * counts for less: with half of the work at hand half of the time has passed. Not safe for several threads; the waiting
 * room keeps its lock around it.
 */
final class Throughput {

    private static final int SLOTS = 2_000 / Slots.MILLIS;

    /** With less work behind it a figure says nothing. */
    private static final double ENOUGH_MILLIS = 100;

    private final int enough;
    private final int[] finished = new int[SLOTS];
    private final double[] busyMillis = new double[SLOTS];
    private final int[] atOnce = new int[SLOTS];
    private long last;

    /** @param enough how many at once keep the server busy */
    Throughput(int enough, long now) {
        this.enough = enough;
        this.last = now;
    }

    /** Tells how many were worked on until now; to be called before that changes. */
    void worked(int inFlight, long now) {
        double share = Math.min(1.0, (double) inFlight / enough);
        if (now - last > (long) SLOTS * Slots.MILLIS) {
            last = (Slots.of(now) - SLOTS + 1) * Slots.MILLIS;
            IntStream.range(0, SLOTS).forEach(this::clear);
        }
        while (last < now) {
            long end = Math.min(now, (Slots.of(last) + 1) * Slots.MILLIS);
            busyMillis[index(last)] += share * (end - last);
            last = end;
            if (last % Slots.MILLIS == 0) {
                clear(index(last));
            }
        }
    }

    private void clear(int slot) {
        finished[slot] = 0;
        busyMillis[slot] = 0;
        atOnce[slot] = 0;
    }

    /** @param inFlight how many were worked on at once, this one included */
    void finished(int inFlight) {
        finished[index(last)]++;
        atOnce[index(last)] = Math.max(atOnce[index(last)], inFlight);
    }

    /** Most that were worked on at once while one of them came to an end. */
    int mostAtOnce() {
        return Arrays.stream(atOnce).max().orElse(0);
    }

    boolean isKnown() {
        return busy() >= ENOUGH_MILLIS;
    }

    /** Only when it {@link #isKnown() is known}. */
    double perSecond() {
        return Arrays.stream(finished).sum() * 1_000.0 / busy();
    }

    private double busy() {
        return Arrays.stream(busyMillis).sum();
    }

    private static int index(long millis) {
        return (int) (Slots.of(millis) % SLOTS);
    }
}
