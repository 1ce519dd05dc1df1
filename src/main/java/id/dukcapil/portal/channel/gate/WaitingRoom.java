package id.dukcapil.portal.channel.gate;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets in as many as the portal finishes in a set time, at the speed measured at this moment, and gives the others a place
 * in the order of their arrival. Nobody is remembered: a place is a time and a number that the caller keeps, and the room
 * knows only how many had come by each tenth of a second of the last hour, so a million who wait take no more memory than
 * one.
 *
 * <p>Places are called in order, as many as there is room for and, because those who are called come back a moment later,
 * as many more as are finished in that moment. Who does not come in that moment is no longer waited for, but is still let
 * in for a while. As a place names a time and not a process, another process knows where it belongs among its own.
 */
public final class WaitingRoom {

    /** Longest time that somebody keeps a place. */
    static final Duration LIFE = Duration.ofHours(1);

    /** How long somebody who was called is expected; clients count whole seconds. */
    static final Duration LEAD = Duration.ofSeconds(2);

    /** After this time the speed of the last crowd is a guess about the next one, and callers come back soon to hear better. */
    private static final long PROVEN_MILLIS = 10_000;

    /** Finished a second while nothing comes to an end, so that every wait has an end. */
    private static final double SLOWEST = 0.5;

    private static final int SLOTS = (int) (LIFE.toMillis() / Slots.MILLIS);

    /** Those called in one tenth of a second: up to which number, and how many of them have not come yet. */
    private static final class Call {
        private final long at;
        private long upTo;
        private int missing;

        private Call(long at) {
            this.at = at;
        }
    }

    private final GateSettings settings;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Throughput throughput;

    /** How many had got a place before each slot. */
    private final long[] issuedBefore = new long[SLOTS];

    private final Deque<Call> calls = new ArrayDeque<>();
    private long newest;
    private long issued;
    private long called;
    private long expired;
    private long expiredSlot;
    private int inFlight;

    /** How many are finished a second, as it was measured last. */
    private double speed;

    private long measuredAt;

    public WaitingRoom(GateSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        long now = clock.millis();
        this.throughput = new Throughput(settings.fewest(), now);
        this.newest = Slots.of(now);
        this.measuredAt = now - PROVEN_MILLIS - 1;
        this.speed = settings.fewest() * 1_000.0 / settings.patience().toMillis();
    }

    /** @param place that the caller was given before, or null for somebody new */
    public Turn ask(@Nullable Place place) {
        lock.lock();
        try {
            long now = clock.millis();
            advance(now);
            callWhomThereIsRoomFor(now);
            return place != null && isValid(place) ? askAgain(place, now) : askFirst(now);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Somebody who was let in is done with.
     *
     * @param served false for somebody who was turned away after all, which says nothing about the speed of service
     */
    public void leave(boolean served) {
        lock.lock();
        try {
            long now = clock.millis();
            advance(now);
            if (served) {
                throughput.finished(inFlight);
            }
            inFlight--;
            callWhomThereIsRoomFor(now);
        } finally {
            lock.unlock();
        }
    }

    private Turn askFirst(long now) {
        if (issued == called && inFlight < most() && roomAhead(now) >= 1) {
            return letIn();
        }
        issued++;
        var place = new Place(newest, Math.toIntExact(issued - before(newest)));
        return later(place, issued, now);
    }

    private Turn askAgain(Place place, long now) {
        long number = numberOf(place);
        if (number > called) {
            return later(place, number, now);
        }
        // Many were called while it was faster
        if (inFlight >= Math.min(settings.most(), most() + ahead())) {
            return new Turn.Later(place, 1, 1, 1);
        }
        noLongerMissing(number);
        return letIn();
    }

    private Turn letIn() {
        inFlight++;
        return new Turn.Now();
    }

    private Turn later(Place place, long number, long now) {
        long position = Math.max(1, number - called);
        long seconds = (long) Math.ceil(position / speed);
        Duration latest = now - measuredAt > PROVEN_MILLIS ? LEAD : settings.comeBack();
        return new Turn.Later(place, position, seconds, Math.clamp(seconds, 1, Math.max(1, latest.toSeconds())));
    }

    /** The number among the places of this process; of a place of another one, the number it would have had here. */
    private long numberOf(Place place) {
        long next = place.slot() >= newest ? issued : before(place.slot() + 1);
        return Math.min(before(Math.min(place.slot(), newest)) + place.ordinal(), Math.max(next, 0));
    }

    private boolean isValid(Place place) {
        return place.slot() > newest - SLOTS + 1 && (numberOf(place) > expired || place.slot() > expiredSlot);
    }

    private long before(long slot) {
        return issuedBefore[(int) (slot % SLOTS)];
    }

    private void callWhomThereIsRoomFor(long now) {
        if (issued == called) {
            return;
        }
        int next = (int) Math.min(issued - called, Math.max(0, Math.floor(roomAhead(now))));
        if (next == 0) {
            return;
        }
        called += next;
        Call latest = calls.peekLast();
        if (latest == null || Slots.of(latest.at) < newest) {
            latest = new Call(now);
            calls.addLast(latest);
        }
        latest.upTo = called;
        latest.missing += next;
    }

    /** For how many more there is room, now or a moment later. No room is kept empty for those who were called and are on their way. */
    private double roomAhead(long now) {
        return most() + ahead() - inFlight - expected(now);
    }

    /**
     * How many may be worked on at once. What a few are worked on in is a bold guess about many, so the number at most
     * doubles what was really worked on.
     */
    private int most() {
        int proven = Math.max(settings.fewest(), Math.min(settings.most(), 2 * throughput.mostAtOnce()));
        return (int) Math.clamp(
                Math.round(speed * settings.patience().toMillis() / 1_000.0), (long) settings.fewest(), proven);
    }

    /** How many are called beyond those for whom there is room now, because it takes them a moment to come. */
    private double ahead() {
        return Math.min(speed * LEAD.toMillis() / 1_000.0, 4.0 * most());
    }

    private void measure(long now) {
        throughput.worked(inFlight, now);
        if (throughput.isKnown()) {
            speed = Math.max(SLOWEST, throughput.perSecond());
            measuredAt = now;
        }
    }

    /** Those who were called a moment ago and have not come yet. */
    private int expected(long now) {
        int expected = 0;
        for (Iterator<Call> latestFirst = calls.descendingIterator(); latestFirst.hasNext(); ) {
            Call call = latestFirst.next();
            if (now - call.at > LEAD.toMillis()) {
                break;
            }
            expected += call.missing;
        }
        return expected;
    }

    private void noLongerMissing(long number) {
        for (Call call : calls) {
            if (number <= call.upTo) {
                call.missing = Math.max(0, call.missing - 1);
                return;
            }
        }
    }

    private void advance(long now) {
        // A clock that is set back stands still here until it has caught up
        long slot = Math.max(newest, Slots.of(now));
        if (slot - newest >= SLOTS) {
            Arrays.fill(issuedBefore, issued);
        } else {
            for (long passed = newest + 1; passed <= slot; passed++) {
                issuedBefore[(int) (passed % SLOTS)] = issued;
            }
        }
        newest = slot;
        measure(now);
        called = Math.max(called, before(newest - SLOTS + 1));
        while (!calls.isEmpty() && now - calls.getFirst().at > settings.grace().toMillis()) {
            Call past = calls.removeFirst();
            expired = past.upTo;
            expiredSlot = Slots.of(past.at);
        }
    }

    /**
     * @param perSecond how many were finished a second in the crowd of this moment, or in the last one
     */
    public record Figures(long waiting, int inFlight, double perSecond) {}

    public Figures figures() {
        lock.lock();
        try {
            return new Figures(issued - called, inFlight, speed);
        } finally {
            lock.unlock();
        }
    }

    int remembered() {
        return calls.size();
    }
}
