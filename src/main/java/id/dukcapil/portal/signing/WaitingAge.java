package id.dukcapil.portal.signing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** How long ago a document that waits for its signature was verified, in days of the office. */
public enum WaitingAge {
    ANY("Semua"),
    EARLIER("Lebih dari 1 hari"),
    YESTERDAY("Kemarin"),
    TODAY("Hari ini");

    private final String label;

    WaitingAge(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Since when those of that age were verified; null for any time. */
    @Nullable
    Instant from(LocalDate today, ZoneId zone) {
        return switch (this) {
            case ANY, EARLIER -> null;
            case YESTERDAY -> beginning(today.minusDays(1), zone);
            case TODAY -> beginning(today, zone);
        };
    }

    /** Before when those of that age were verified; null for any time. */
    @Nullable
    Instant before(LocalDate today, ZoneId zone) {
        return switch (this) {
            case ANY, TODAY -> null;
            case EARLIER -> beginning(today.minusDays(1), zone);
            case YESTERDAY -> beginning(today, zone);
        };
    }

    private static Instant beginning(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
