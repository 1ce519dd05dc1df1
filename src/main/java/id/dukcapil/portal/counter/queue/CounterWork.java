package id.dukcapil.portal.counter.queue;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CurrentActor;
import id.dukcapil.portal.counter.Priority;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketId;
import id.dukcapil.portal.counter.TicketRefused;
import id.dukcapil.portal.counter.TicketRequest;
import id.dukcapil.portal.counter.TicketStatus;
import id.dukcapil.portal.counter.Tickets.Issued;
import id.dukcapil.portal.counter.hall.Desk;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.counter.hall.HallService;
import id.dukcapil.portal.counter.queue.Stays.Stay;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The work of the acting clerk at the own office's counters. */
@Service
@PreAuthorize("hasAuthority('COUNTER_SERVE')")
public class CounterWork {

    private static final int LONGEST_REASON = 300;

    private final Hall hall;
    private final CallDesk callDesk;
    private final Dispenser dispenser;
    private final Sittings sittings;
    private final TicketRows rows;
    private final Calls calls;
    private final Stays stays;
    private final CurrentStaff staff;
    private final CurrentActor actor;
    private final ApplicationEventPublisher events;

    CounterWork(
            Hall hall,
            CallDesk callDesk,
            Dispenser dispenser,
            Sittings sittings,
            TicketRows rows,
            Calls calls,
            Stays stays,
            CurrentStaff staff,
            CurrentActor actor,
            ApplicationEventPublisher events) {
        this.hall = hall;
        this.callDesk = callDesk;
        this.dispenser = dispenser;
        this.sittings = sittings;
        this.rows = rows;
        this.calls = calls;
        this.stays = stays;
        this.staff = staff;
        this.actor = actor;
        this.events = events;
    }

    /** The number at the counter, with its call and its intervals. */
    public record Open(Ticket ticket, Call call, List<Stay> stays) {

        public Open {
            stays = List.copyOf(stays);
        }
    }

    /**
     * @param desk of the acting clerk; null when he sits at none
     * @param open null while nobody is called
     * @param waiting in the order in which they are due
     * @param absent of today who can still come back
     * @param leftOver open since earlier days, to be settled
     */
    public record State(
            @Nullable Desk desk,
            @Nullable Open open,
            List<Ticket> waiting,
            List<Ticket> held,
            List<Ticket> absent,
            List<Ticket> leftOver,
            int mostCalls) {

        public State {
            waiting = List.copyOf(waiting);
            held = List.copyOf(held);
            absent = List.copyOf(absent);
            leftOver = List.copyOf(leftOver);
        }

        /** Those whom this counter would call, the next first. */
        public List<Ticket> mine() {
            return desk == null
                    ? List.of()
                    : waiting.stream()
                            .filter(ticket -> desk.services().contains(ticket.service()))
                            .toList();
        }
    }

    public Office office() {
        return hall.office(staff.require().office());
    }

    public List<Desk> desks() {
        return hall.desks(office().code());
    }

    public List<HallService> services() {
        return hall.services(office().code());
    }

    public State state() {
        OfficeCode office = office().code();
        LocalDate today = hall.today(office());
        Optional<Desk> desk = hall.deskOf(office, staff.require().id());
        return new State(
                desk.orElse(null),
                desk.flatMap(mine -> calls.openAt(mine.id())).map(this::open).orElse(null),
                rows.waiting(office, today),
                rows.list(office, today, List.of(TicketStatus.HELD)),
                rows.list(office, today, List.of(TicketStatus.NO_SHOW)).stream()
                        .filter(ticket -> !ticket.returned())
                        .toList(),
                rows.leftOver(office, today),
                hall.settings(office).calls());
    }

    private Open open(Call call) {
        return new Open(rows.find(call.ticket()).orElseThrow(), call, stays.of(call.ticket()));
    }

    public void sitDown(int number) {
        Desk desk = desks().stream()
                .filter(known -> known.number() == number)
                .findFirst()
                .orElseThrow(() -> new TicketRefused("Loket ini tidak ada."));
        sittings.open(desk, staff.require().id(), actor.now());
    }

    public void rest(boolean begins) {
        sittings.rest(mine(), begins, actor.now());
    }

    public void leave() {
        sittings.close(mine(), actor.now());
    }

    private Desk mine() {
        return hall.deskOf(office().code(), staff.require().id())
                .orElseThrow(() -> new TicketRefused("Buka loket dahulu."));
    }

    /** @return nothing when no one waits for the services of the counter */
    public Optional<Ticket> next() {
        return callDesk.next(mine(), actor.now());
    }

    public Ticket repeat(TicketId id) {
        return act(id, callDesk::repeat);
    }

    public Ticket takeBack(TicketId id) {
        return act(id, callDesk::takeBack);
    }

    public Ticket arrive(TicketId id) {
        return act(id, callDesk::arrive);
    }

    public Ticket finish(TicketId id) {
        return act(id, callDesk::finish);
    }

    public Ticket hold(TicketId id) {
        return act(id, callDesk::hold);
    }

    public Ticket resume(TicketId id) {
        return act(id, callDesk::resume);
    }

    public Ticket noShow(TicketId id) {
        return act(id, callDesk::noShow);
    }

    public Ticket comeBack(TicketId id) {
        return told(act(id, callDesk::comeBack), "Dikembalikan ke tempat semula", null);
    }

    public Ticket transfer(TicketId id, ServiceCode service) {
        return told(act(id, (ticket, by) -> callDesk.transfer(ticket, service, by)), "Dialihkan", service.value());
    }

    /** @throws InvalidInput without a reason */
    public Ticket cancel(TicketId id, String reason) {
        requireReason(reason);
        return told(act(id, (ticket, by) -> callDesk.cancel(ticket, reason.strip(), by)), "Dibatalkan", reason);
    }

    public Ticket settle(TicketId id, boolean served) {
        String reason = served ? "dilayani, dicatat kemudian" : "pulang sebelum dilayani";
        return told(act(id, (ticket, by) -> callDesk.settle(ticket, served, reason, by)), "Diselesaikan", reason);
    }

    /** @throws InvalidInput without a reason */
    public Ticket prioritise(TicketId id, Priority priority, String reason) {
        requireReason(reason);
        return act(id, (ticket, by) -> dispenser.prioritise(ticket, priority, reason.strip(), by));
    }

    public Ticket identify(TicketId id, Nik nik) {
        return act(id, (ticket, by) -> dispenser.identify(ticket, nik));
    }

    /** Gives a number to a person at the counter. */
    public Issued issue(ServiceCode service, @Nullable Nik nik, @Nullable Priority priority, @Nullable String reason) {
        if (priority != null) {
            requireReason(reason == null ? "" : reason);
        }
        return dispenser.issue(
                new TicketRequest(
                        office().code(), service, TicketRequest.Channel.STAFF, nik, null, priority, reason, null),
                actor.now());
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak 300 huruf.");
        }
    }

    private Ticket act(TicketId id, BiFunction<TicketId, ActedBy, Ticket> act) {
        Ticket ticket = rows.find(id).orElseThrow(TicketRefused::unknown);
        staff.requireScope(ticket.office());
        return act.apply(id, actor.now());
    }

    private Ticket told(Ticket ticket, String done, @Nullable String reason) {
        events.publishEvent(AuditEvent.of("Nomor antrean", ticket.label(), done)
                .at(ticket.office())
                .about(ticket.nik())
                .because(reason));
        return ticket;
    }
}
