package id.dukcapil.portal.visits.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a school answers to the letter.
 *
 * @param wished a day that suits; null when the proposed one does
 * @param blackoutFrom first day that does not suit; null for none
 * @param pupils of sixteen and older who are not recorded, as the school counts them
 * @param contact who is to be asked for on the day
 * @param note exams, rooms, electricity; empty for nothing
 */
public record SchoolAnswer(
        @Nullable LocalDate wished,
        @Nullable LocalDate blackoutFrom,
        @Nullable LocalDate blackoutTo,
        int pupils,
        String contact,
        String note) {

    /** Whether one of these days is one that does not suit. */
    public boolean excludes(LocalDate first, LocalDate last) {
        return blackoutFrom != null && blackoutTo != null && !first.isAfter(blackoutTo) && !last.isBefore(blackoutFrom);
    }
}
