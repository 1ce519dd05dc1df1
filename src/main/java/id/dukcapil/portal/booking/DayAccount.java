package id.dukcapil.portal.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One day of one office, number by number.
 *
 * @param issued the last number that was given out; as many numbers there are
 */
public record DayAccount(int issued, List<Number> numbers) {

    public DayAccount {
        numbers = List.copyOf(numbers);
    }

    /**
     * A number and what has become of it.
     *
     * @param cameAt when its holder came; null for who has not
     * @param servedAt when the holder was done with; null for who has not been, or not recorded
     */
    public record Number(
            int number,
            DayEnding ending,
            @Nullable Instant cameAt,
            @Nullable Instant servedAt) {

        private Stream<Duration> waited() {
            return cameAt == null || servedAt == null ? Stream.of() : Stream.of(Duration.between(cameAt, servedAt));
        }
    }

    public int count(DayEnding... endings) {
        List<DayEnding> wanted = List.of(endings);
        return (int) numbers.stream()
                .filter(number -> wanted.contains(number.ending()))
                .count();
    }

    /** Who has come, whatever was done with them since. */
    public int came() {
        return count(DayEnding.WAITING, DayEnding.SERVED, DayEnding.HANDED_OVER, DayEnding.COMPLETED);
    }

    /** Numbers that hold a seat of the day, or held it to its end. */
    public int seats() {
        return numbers.size() - count(DayEnding.REPLACED, DayEnding.CANCELLED, DayEnding.MOVED);
    }

    /** From arrival to having been served, of those of whom both are known. */
    public Optional<Duration> averageWait() {
        List<Duration> waits = numbers.stream().flatMap(Number::waited).toList();
        return waits.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        waits.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(waits.size()));
    }

    /** Since when the one who has waited longest is waiting. */
    public Optional<Instant> longestWaiting() {
        return numbers.stream()
                .filter(number -> number.ending() == DayEnding.WAITING)
                .map(Number::cameAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    /** The numbers with that ending as they are read out: {@code 001–004, 007}; empty for none. */
    public String numbersOf(DayEnding ending) {
        var text = new StringBuilder();
        List<Integer> wanted = numbers.stream()
                .filter(number -> number.ending() == ending)
                .map(Number::number)
                .sorted()
                .toList();
        for (int first = 0; first < wanted.size(); ) {
            int last = first;
            while (last + 1 < wanted.size() && wanted.get(last + 1) == wanted.get(last) + 1) {
                last++;
            }
            text.append(text.isEmpty() ? "" : ", ").append("%03d".formatted(wanted.get(first)));
            if (last > first) {
                text.append("–").append("%03d".formatted(wanted.get(last)));
            }
            first = last + 1;
        }
        return text.toString();
    }
}
