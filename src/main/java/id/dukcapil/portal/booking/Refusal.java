package id.dukcapil.portal.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a seat was not given, in words for the applicant, and what is free instead.
 *
 * @param nextFreeDays the next days of the same office with a free seat, at most three, possibly none
 * @param until from when on the same request is no longer refused for this reason; null when nobody knows
 */
public record Refusal(
        Kind kind,
        String message,
        List<LocalDate> nextFreeDays,
        @Nullable Instant until) {

    public enum Kind {
        /** The person may not have a card printed now. */
        NOT_ELIGIBLE,
        /** Nobody in the register has this NIK. */
        UNKNOWN_PERSON,
        /** The person has booked, given back or missed too much lately; staff can give a seat all the same. */
        LIMIT_REACHED,
        /** The NIK already holds a seat somewhere. */
        ALREADY_BOOKED,
        /** The office does not take bookings for that day. */
        DAY_CLOSED,
        /** The office serves on that day but all seats are taken. */
        QUOTA_FULL,
        /** The application holds as many seats of the day as one may; others and the counter still have some. */
        CHANNEL_FULL
    }

    public Refusal {
        nextFreeDays = List.copyOf(nextFreeDays);
    }

    Refusal(Kind kind, String message) {
        this(kind, message, List.of(), null);
    }

    Refusal offering(List<LocalDate> days) {
        return new Refusal(kind, message, days, until);
    }

    Refusal until(Instant moment) {
        return new Refusal(kind, message, nextFreeDays, moment);
    }

    /** Whether another day would help. */
    boolean isAboutTheDay() {
        return kind == Kind.DAY_CLOSED || kind == Kind.QUOTA_FULL || kind == Kind.CHANNEL_FULL;
    }
}
