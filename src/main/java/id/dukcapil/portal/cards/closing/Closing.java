package id.dukcapil.portal.cards.closing;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.parts.ClosedDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The count of a day, closed or not.
 *
 * @param number given when it is closed
 * @param places what was counted where; of a second count only the sum
 * @param counted blanks, as the last person counted them
 * @param boxCounted cards in the box of those that wait to be destroyed
 * @param intact false when the row was changed outside the portal after it had been locked
 */
public record Closing(
        UUID id,
        @Nullable String number,
        OfficeCode office,
        LocalDate day,
        DayBalance balance,
        List<PlaceCount> places,
        int counted,
        int boxExpected,
        int boxCounted,
        String countedName,
        @Nullable UUID countedBy,
        Instant countedAt,
        @Nullable String secondName,
        @Nullable String reason,
        @Nullable Instant closedAt,
        @Nullable String closedName,
        @Nullable String hash,
        boolean intact) {

    public Closing {
        places = List.copyOf(places);
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    public int difference() {
        return counted - balance.expected();
    }

    public int boxDifference() {
        return boxCounted - boxExpected;
    }

    public boolean agrees() {
        return difference() == 0 && boxDifference() == 0;
    }

    /** Whether another person has to count before it can be closed. */
    public boolean needsSecondPerson() {
        return !isClosed() && !agrees() && secondName == null;
    }

    /** The lock of a closed day, as screens and papers say it. */
    public ClosedDay lock(ZoneId zone) {
        return new ClosedDay(
                Objects.requireNonNull(closedAt),
                Objects.requireNonNull(closedName),
                Objects.requireNonNull(hash),
                0,
                zone);
    }
}
