package id.dukcapil.portal.counter;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number of the hall as it is now.
 *
 * @param letter of the series from which the number comes; it stays when the ticket is transferred to another service
 * @param code address of the ticket's page on the person's own phone
 * @param bookingCode of the booking that was checked in; the booking's own number is never called
 * @param nik null while the person is unknown
 * @param priority kind of people to be served first; null for none
 * @param firstArrival when the person came; kept by transfers, returns and tickets that continue this one
 * @param due the moment that decides who is next; see {@link id.dukcapil.portal.counter.queue.Due}
 * @param returned whether the person came back after being recorded as absent, which is possible once
 * @param next the ticket under which the person goes on; null for none
 * @param expected the range of waiting told at the beginning; null when there was none
 */
public record Ticket(
        TicketId id,
        OfficeCode office,
        LocalDate serviceDay,
        String letter,
        int number,
        String code,
        ServiceCode service,
        @Nullable String bookingCode,
        @Nullable Nik nik,
        @Nullable Priority priority,
        Instant firstArrival,
        Instant due,
        TicketStatus status,
        boolean returned,
        @Nullable TicketId next,
        @Nullable WaitRange expected) {

    /** As printed and called: "R-014". */
    public String label() {
        return "%s-%03d".formatted(letter, number);
    }

    /** Whole minutes between which a waiting time is expected, both inclusive. */
    public record WaitRange(int from, int to) {

        public boolean contains(long minutes) {
            return minutes >= from && minutes <= to;
        }

        public String words() {
            return to == 0 ? "langsung" : "%d–%d mnt".formatted(from, to);
        }
    }
}
