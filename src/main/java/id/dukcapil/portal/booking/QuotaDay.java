package id.dukcapil.portal.booking;

import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of an office's quota calendar.
 *
 * @param booked seats taken, all origins
 * @param bookedInternal those of them given by staff
 * @param available seats the public can still book; 0 unless the state is OPEN
 * @param availableToStaff seats staff can still give, reserve included; 0 on a closed day
 * @param reason why the day is closed, in words for the applicant
 * @param closure the planner's reason when the day was closed by hand
 * @param opensAt when the public can book the day; null once it can
 * @param followsRule whether the numbers are those of the weekday rule
 * @param version to be handed back with an edit, so that two planners do not overwrite each other
 */
public record QuotaDay(
        OfficeCode office,
        LocalDate date,
        QuotaRule quota,
        int booked,
        int bookedInternal,
        int available,
        int availableToStaff,
        QuotaState state,
        @Nullable String reason,
        @Nullable String closure,
        OfficeDay officeDay,
        @Nullable Instant opensAt,
        boolean followsRule,
        long version,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    public boolean closedByHand() {
        return closure != null;
    }

    /** Whether the public cannot book it yet. */
    public boolean beyondHorizon() {
        return opensAt != null;
    }

    /** Whether the numbers of this day mean anything to a planner: the office serves and has a quota. */
    public boolean serves() {
        return officeDay.isOpen() && quota.capacity() > 0;
    }
}
