package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal from the stock of blank cards that a planner has accepted.
 *
 * @param days by date
 * @param takenBackBy name of the planner who undid it; null as long as it holds
 */
public record StockAcceptance(
        UUID id,
        OfficeCode office,
        List<Day> days,
        String acceptedBy,
        Instant acceptedAt,
        @Nullable String takenBackBy) {

    /**
     * What a day was before, and what it became.
     *
     * @param followedRule whether it followed its weekday rule before
     * @param version of the day that the acceptance made
     */
    public record Day(LocalDate date, QuotaRule before, boolean followedRule, QuotaRule after, long version) {}

    public StockAcceptance {
        days = List.copyOf(days);
    }

    boolean isTakenBack() {
        return takenBackBy != null;
    }
}
