package id.dukcapil.portal.submission;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which requests by their time: how they stand against the standard, or how long ago they came in. */
public enum InboxWindow {
    ANY("Semua waktu", null),
    /** The time of the step is used up. */
    LATE("Terlambat", InboxOrder.DUE),
    /** Due within an hour on the clock on the wall. */
    SOON("Jatuh tempo dalam 1 jam", InboxOrder.DUE),
    /** Due later than that. */
    IN_TIME("Masih cukup waktu", InboxOrder.DUE),
    LAST_DAY("Masuk 24 jam terakhir", InboxOrder.OLDEST),
    OVER_A_DAY("Masuk lebih dari 1 hari lalu", InboxOrder.OLDEST),
    OVER_A_WEEK("Masuk lebih dari 7 hari lalu", InboxOrder.OLDEST),
    OVER_A_MONTH("Masuk lebih dari 30 hari lalu", InboxOrder.OLDEST);

    private static final Duration SOON_WITHIN = Duration.ofHours(1);

    /** From here on lies what has no due time, in the order by due time. */
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private final String label;
    private final @Nullable InboxOrder order;

    InboxWindow(String label, @Nullable InboxOrder order) {
        this.label = label;
        this.order = order;
    }

    public String label() {
        return label;
    }

    /** A window cuts a piece out of an order, so only an order by the same time goes with it. */
    public InboxOrder orderFor(InboxOrder wanted) {
        return order == null || order.column().equals(wanted.column()) ? wanted : order;
    }

    /** From when on, inclusive; none for the beginning. */
    @Nullable
    Instant from(Instant now) {
        return switch (this) {
            case ANY, LATE, OVER_A_DAY, OVER_A_WEEK, OVER_A_MONTH -> null;
            case SOON -> now;
            case IN_TIME -> now.plus(SOON_WITHIN);
            case LAST_DAY -> now.minus(Duration.ofDays(1));
        };
    }

    /** Until when, exclusive; none for the end. */
    @Nullable
    Instant to(Instant now) {
        return switch (this) {
            case ANY, LAST_DAY -> null;
            case LATE -> now;
            case SOON -> now.plus(SOON_WITHIN);
            case IN_TIME -> NEVER;
            case OVER_A_DAY -> now.minus(Duration.ofDays(1));
            case OVER_A_WEEK -> now.minus(Duration.ofDays(7));
            case OVER_A_MONTH -> now.minus(Duration.ofDays(30));
        };
    }
}
