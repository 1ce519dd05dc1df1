package id.dukcapil.portal.counter.queue;

import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.calendar.ServiceHours;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.counter.Priority;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketEvent.TicketIssued;
import id.dukcapil.portal.counter.TicketId;
import id.dukcapil.portal.counter.TicketRefused;
import id.dukcapil.portal.counter.TicketRequest;
import id.dukcapil.portal.counter.TicketStatus;
import id.dukcapil.portal.counter.Tickets.Issued;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.counter.hall.HallService;
import id.dukcapil.portal.counter.queue.Stays.Kind;
import id.dukcapil.portal.counter.waiting.Expectation;
import id.dukcapil.portal.staff.Office;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Gives out numbers, and follows what becomes known of the person afterwards. */
@Component
public class Dispenser {

    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int CODE_LENGTH = 20;

    private final Hall hall;
    private final TicketRows rows;
    private final Stays stays;
    private final Expectation expectation;
    private final OfficeCalendar calendar;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    Dispenser(
            Hall hall,
            TicketRows rows,
            Stays stays,
            Expectation expectation,
            OfficeCalendar calendar,
            Retry retry,
            ApplicationEventPublisher events) {
        this.hall = hall;
        this.rows = rows;
        this.stays = stays;
        this.expectation = expectation;
        this.calendar = calendar;
        this.retry = retry;
        this.events = events;
    }

    /**
     * Gives a number of today, or the one that the person or the request has already.
     *
     * @throws TicketRefused when the office does not offer the service
     */
    public Issued issue(TicketRequest request, ActedBy by) {
        Office office = hall.office(request.office());
        HallService service = hall.service(office.code(), request.service());
        return retry.inTransaction(() -> known(request, office).orElseGet(() -> {
            Instant opening = opening(office);
            Instant due = Due.of(
                    by.at(),
                    opening,
                    request.bookingCode() != null,
                    request.priority(),
                    hall.settings(office.code()).allowances());
            return issue(request, office, service, by.at(), due, by);
        }));
    }

    /** A number of another service for the same person, who keeps arrival and place. */
    Ticket continuing(Ticket before, HallService service, ActedBy by) {
        var request = new TicketRequest(
                before.office(),
                service.code(),
                TicketRequest.Channel.CONTINUED,
                before.nik(),
                before.bookingCode(),
                before.priority(),
                "lanjutan nomor " + before.label(),
                null);
        return issue(request, hall.office(before.office()), service, before.firstArrival(), before.due(), by)
                .ticket();
    }

    private Optional<Issued> known(TicketRequest request, Office office) {
        Optional<Ticket> answered = request.key() == null ? Optional.empty() : rows.byKey(office.code(), request.key());
        Nik nik = request.nik();
        return answered.or(() -> nik == null ? Optional.empty() : rows.active(office.code(), hall.today(office), nik))
                .map(ticket -> new Issued(ticket, true));
    }

    private Issued issue(
            TicketRequest request, Office office, HallService service, Instant arrival, Instant due, ActedBy by) {
        LocalDate today = hall.today(office);
        int number = rows.nextNumber(office.code(), today, service.letter());
        // Those who asked for the same at the same moment waited for the series and find the answer now
        Optional<Issued> meanwhile = known(request, office);
        if (meanwhile.isPresent()) {
            rows.numberUnused(office.code(), today, service.letter());
            return meanwhile.get();
        }
        int ahead = rows.ahead(office.code(), today, service.code(), due);
        var ticket = new Ticket(
                new TicketId(TimeOrderedId.at(by.at())),
                office.code(),
                today,
                service.letter(),
                number,
                code(),
                service.code(),
                request.bookingCode(),
                request.nik(),
                request.priority(),
                arrival,
                due,
                TicketStatus.WAITING,
                false,
                null,
                expectation.of(office, service.code(), by.at(), ahead));
        try {
            rows.insert(ticket, request, by.actor().name(), ahead);
        } catch (DuplicateKeyException atTheSameMoment) {
            rows.numberUnused(office.code(), today, service.letter());
            return known(request, office).orElseThrow(() -> atTheSameMoment);
        }
        stays.begin(ticket, Kind.WAITING, null, by.at());
        events.publishEvent(new TicketIssued(ticket, by.at()));
        return new Issued(ticket, false);
    }

    /**
     * Says whose number it is.
     *
     * @throws TicketRefused when this person has another open ticket today
     */
    public Ticket identify(TicketId id, Nik nik) {
        return retry.inTransaction(() -> {
            Ticket ticket = rows.lock(id);
            rows.active(ticket.office(), ticket.serviceDay(), nik)
                    .filter(other -> !other.id().equals(id))
                    .ifPresent(other -> {
                        throw new TicketRefused("Orang ini sudah punya nomor %s yang %s."
                                .formatted(other.label(), other.status().label()));
                    });
            rows.identify(id, nik);
            return rows.lock(id);
        });
    }

    /** Lets a person be served first, for a reason that stays with the ticket. */
    public Ticket prioritise(TicketId id, Priority priority, String reason, ActedBy by) {
        return retry.inTransaction(() -> {
            Ticket ticket = rows.lock(id);
            Office office = hall.office(ticket.office());
            Instant due = Due.of(
                    ticket.firstArrival(),
                    opening(office),
                    ticket.bookingCode() != null,
                    priority,
                    hall.settings(office.code()).allowances());
            rows.prioritise(id, priority, by.actor().name(), reason, due);
            events.publishEvent(AuditEvent.of("Nomor antrean", ticket.label(), "Didahulukan")
                    .at(office.code())
                    .about(ticket.nik())
                    .changing("Alasan didahulukan", null, priority.label())
                    .because(reason));
            return rows.lock(id);
        });
    }

    public Optional<Ticket> activeOf(Nik nik, OfficeCode office) {
        return rows.active(office, hall.today(hall.office(office)), nik);
    }

    private @Nullable Instant opening(Office office) {
        LocalDate today = hall.today(office);
        ServiceHours hours = calendar.day(office.code(), today).hours();
        return hours == null
                ? null
                : today.atTime(hours.opens()).atZone(office.timeZone()).toInstant();
    }

    private String code() {
        var code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
