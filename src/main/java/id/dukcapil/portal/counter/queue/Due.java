package id.dukcapil.portal.counter.queue;

import id.dukcapil.portal.counter.Priority;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is next: every ticket has one moment at which it is due, the later of arrival and opening plus the allowance of its kind,
 * and the smallest one among the services of a counter is called. A walk-in whose allowance is over is therefore called
 * before every later arrival of any kind whose own moment comes later, and nobody starves.
 */
public final class Due {

    private Due() {}

    /** What a kind of ticket waits before it is due; minutes, per office. */
    public record Allowances(int booking, int priority, int walkIn) {

        public static final Allowances USUAL = new Allowances(5, 5, 30);

        int longest() {
            return Math.max(walkIn, Math.max(booking, priority));
        }
    }

    /** Why a ticket has its place. */
    public enum Basis {
        WALK_IN("datang langsung"),
        BOOKING("booking"),
        PRIORITY("didahulukan"),
        RETURNED("kembali");

        private final String label;

        Basis(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param opening of the office on that day; null when it has no hours then */
    public static Instant of(
            Instant arrival,
            @Nullable Instant opening,
            boolean booked,
            @Nullable Priority priority,
            Allowances allowances) {
        Instant from = opening != null && opening.isAfter(arrival) ? opening : arrival;
        return from.plus(allowance(booked, priority, allowances));
    }

    private static Duration allowance(boolean booked, @Nullable Priority priority, Allowances allowances) {
        int minutes = allowances.walkIn();
        if (booked) {
            minutes = Math.min(minutes, allowances.booking());
        }
        if (priority != null) {
            minutes = Math.min(minutes, allowances.priority());
        }
        return Duration.ofMinutes(minutes);
    }
}
