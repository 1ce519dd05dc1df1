package id.dukcapil.portal.counter.ui;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketId;
import id.dukcapil.portal.counter.TicketStatus;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.counter.queue.Calls;
import id.dukcapil.portal.counter.queue.TicketRows;
import id.dukcapil.portal.counter.waiting.Expectation;
import id.dukcapil.portal.staff.Office;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the holder of a ticket is told on the own phone; no personal data. */
@Component
class TicketFaces {

    private final TicketRows rows;
    private final Calls calls;
    private final Hall hall;
    private final Expectation expectation;
    private final Clock clock;

    TicketFaces(TicketRows rows, Calls calls, Hall hall, Expectation expectation, Clock clock) {
        this.rows = rows;
        this.calls = calls;
        this.hall = hall;
        this.expectation = expectation;
        this.clock = clock;
    }

    /**
     * @param desk to which the number is called; null while it waits
     * @param times how often it was called
     * @param between the times of day between which the call is expected; null when too little is known
     */
    record Face(
            String number,
            String service,
            String status,
            String statusWords,
            int ahead,
            @Nullable String range,
            @Nullable String between,
            String arrived,
            boolean booked,
            @Nullable Integer desk,
            int times,
            @Nullable String calledAt,
            boolean cancellable) {}

    /** Of the ticket with this code, or of the one under which the person goes on. */
    Optional<Face> of(String code) {
        return current(code).map(this::face);
    }

    Optional<Ticket> current(String code) {
        return rows.byCode(code).map(ticket -> {
            Ticket current = ticket;
            for (TicketId next = current.next(); next != null; next = current.next()) {
                current = rows.find(next).orElseThrow();
            }
            return current;
        });
    }

    private Face face(Ticket ticket) {
        Office office = hall.office(ticket.office());
        boolean waiting = ticket.status() == TicketStatus.WAITING;
        int ahead = waiting ? ahead(ticket) : 0;
        Instant now = clock.instant();
        Ticket.WaitRange range = waiting ? expectation.of(office, ticket.service(), now, ahead) : null;
        var call = calls.openOf(ticket.id());
        return new Face(
                ticket.label(),
                hall.services(office.code()).stream()
                        .filter(service -> service.code().equals(ticket.service()))
                        .findFirst()
                        .orElseThrow()
                        .label(),
                ticket.status().name(),
                ticket.status().label(),
                ahead,
                range == null ? null : range.words(),
                range == null
                        ? null
                        : "%s–%s"
                                .formatted(
                                        Formats.time(now.plusSeconds(60L * range.from()), office.timeZone()),
                                        Formats.time(now.plusSeconds(60L * range.to()), office.timeZone())),
                Formats.time(ticket.firstArrival(), office.timeZone()),
                ticket.bookingCode() != null,
                call.map(open -> open.deskNumber()).orElse(null),
                call.map(open -> open.times()).orElse(0),
                call.map(open -> Formats.time(open.announcedAt(), office.timeZone()))
                        .orElse(null),
                waiting || ticket.status() == TicketStatus.HELD);
    }

    /** People of the same service who are called before. */
    int ahead(Ticket ticket) {
        return Math.max(0, rows.ahead(ticket.office(), ticket.serviceDay(), ticket.service(), ticket.due()) - 1);
    }
}
