package id.dukcapil.portal.counter.queue;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.counter.Priority;
import id.dukcapil.portal.counter.queue.Due.Allowances;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DueTest {

    private static final Instant EIGHT = Instant.parse("2026-11-23T01:00:00Z");

    /** A ticket of a random day. */
    private record Waiting(
            int number,
            Instant arrival,
            String service,
            boolean booked,
            @Nullable Priority priority,
            boolean held) {

        Instant due(Allowances allowances) {
            return Due.of(arrival, EIGHT, booked, priority, allowances);
        }
    }

    @Test
    void aBookingIsDueFiveMinutesAfterArrivalAndAWalkInAfterThirty() {
        Instant nine = EIGHT.plus(Duration.ofHours(1));
        assertThat(Due.of(nine, EIGHT, true, null, Allowances.USUAL)).isEqualTo(nine.plus(Duration.ofMinutes(5)));
        assertThat(Due.of(nine, EIGHT, false, Priority.LANSIA, Allowances.USUAL))
                .isEqualTo(nine.plus(Duration.ofMinutes(5)));
        assertThat(Due.of(nine, EIGHT, false, null, Allowances.USUAL)).isEqualTo(nine.plus(Duration.ofMinutes(30)));
    }

    @Test
    void waitingBeforeTheOpeningCountsFromTheOpening() {
        assertThat(Due.of(EIGHT.minus(Duration.ofHours(1)), EIGHT, true, null, Allowances.USUAL))
                .isEqualTo(EIGHT.plus(Duration.ofMinutes(5)));
        assertThat(Due.of(EIGHT, null, true, null, Allowances.USUAL)).isEqualTo(EIGHT.plus(Duration.ofMinutes(5)));
    }

    @Property
    void aCounterNeverCallsATicketWhileOneThatItServesHasAnEarlierMoment(@ForAll long seed) {
        Day day = new Day(new Random(seed));
        while (day.goesOn()) {
            Set<String> services = day.aCounter();
            Waiting called = day.call(services);
            if (called != null) {
                assertThat(day.waiting)
                        .filteredOn(other -> services.contains(other.service()) && !other.held())
                        .noneMatch(other -> other.due(day.allowances).isBefore(called.due(day.allowances)));
            }
        }
    }

    @Property
    void noLaterArrivalIsCalledBeforeATicketThatHasWaitedItsAllowance(@ForAll long seed) {
        Day day = new Day(new Random(seed));
        while (day.goesOn()) {
            Set<String> services = day.aCounter();
            List<Waiting> overdue = day.waiting.stream()
                    .filter(one -> services.contains(one.service()) && !one.held())
                    .filter(one -> one.due(day.allowances).isBefore(day.now))
                    .toList();
            Waiting called = day.call(services);
            assertThat(overdue)
                    .filteredOn(one -> one != called)
                    .noneMatch(one -> called == null || called.arrival().isAfter(one.due(day.allowances)));
        }
    }

    /** People come and are called at random; the rule is the one of the database: smallest moment, ties by number. */
    private static final class Day {

        private static final List<String> SERVICES = List.of("R", "C", "K");

        private final Random dice;
        private final Allowances allowances;
        private final List<Waiting> waiting = new ArrayList<>();
        private Instant now = EIGHT.minus(Duration.ofMinutes(20));
        private int numbers;

        Day(Random dice) {
            this.dice = dice;
            allowances = new Allowances(dice.nextInt(10), dice.nextInt(10), 10 + dice.nextInt(50));
        }

        boolean goesOn() {
            now = now.plusSeconds(dice.nextInt(400));
            for (int come = dice.nextInt(3); come > 0; come--) {
                waiting.add(new Waiting(
                        ++numbers,
                        now,
                        SERVICES.get(dice.nextInt(SERVICES.size())),
                        dice.nextInt(3) == 0,
                        dice.nextInt(5) == 0 ? Priority.LANSIA : null,
                        dice.nextInt(9) == 0));
            }
            return now.isBefore(EIGHT.plus(Duration.ofHours(4)));
        }

        Set<String> aCounter() {
            return dice.nextBoolean() ? Set.of(SERVICES.get(dice.nextInt(3))) : Set.copyOf(SERVICES.subList(0, 2));
        }

        @Nullable
        Waiting call(Set<String> services) {
            Waiting next = waiting.stream()
                    .filter(one -> services.contains(one.service()) && !one.held())
                    .min(Comparator.comparing((Waiting one) -> one.due(allowances))
                            .thenComparing(Waiting::number))
                    .orElse(null);
            waiting.remove(next);
            return next;
        }
    }
}
