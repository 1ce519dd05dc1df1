package id.dukcapil.portal.cards.demonstration;

import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of an invented order.
 *
 * @param times when it came to each status of its way
 * @param chance 0 to 99, for what differs from card to card
 */
record Past(OrderStatus status, PrintReason reason, List<Instant> times, int chance) {

    private static final Duration APART = Duration.ofMinutes(7);

    private static final List<OrderStatus> REACHED = List.of(
            OrderStatus.WAITING,
            OrderStatus.PRINTING,
            OrderStatus.PRINTED,
            OrderStatus.CHECKED,
            OrderStatus.READY,
            OrderStatus.HANDED_OVER);

    /** Without a pause until it came to its status at that moment. */
    static List<Instant> quick(OrderStatus status, Instant at) {
        int last = way(status).size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(step -> at.minus(APART.multipliedBy((long) last - step)))
                .toList();
    }

    private static List<OrderStatus> way(OrderStatus status) {
        return switch (status) {
            case HELD -> List.of(status);
            case RECALLED ->
                Stream.concat(upTo(OrderStatus.READY), Stream.of(status)).toList();
            default -> upTo(status).toList();
        };
    }

    private static Stream<OrderStatus> upTo(OrderStatus last) {
        return REACHED.subList(0, REACHED.indexOf(last) + 1).stream();
    }

    List<OrderStatus> way() {
        return way(status);
    }

    Instant begun() {
        return times.getFirst();
    }

    Instant at() {
        return times.getLast();
    }

    /** Null when the order has not come so far. */
    @Nullable
    Instant reached(OrderStatus status) {
        int step = way().indexOf(status);
        return step < 0 ? null : times.get(step);
    }
}
