package id.dukcapil.portal.counter.queue;

import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketEvent.TicketCalled;
import id.dukcapil.portal.counter.TicketEvent.TicketFinished;
import id.dukcapil.portal.counter.TicketEvent.TicketNoShow;
import id.dukcapil.portal.counter.TicketEvent.TicketServing;
import id.dukcapil.portal.counter.TicketId;
import id.dukcapil.portal.counter.TicketRefused;
import id.dukcapil.portal.counter.TicketStatus;
import id.dukcapil.portal.counter.hall.Desk;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.counter.hall.HallService;
import id.dukcapil.portal.counter.queue.Call.Outcome;
import id.dukcapil.portal.counter.queue.Due.Basis;
import id.dukcapil.portal.counter.queue.Stays.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What is done with numbers at a counter. Each act is one transaction, so two clerks never hold the same number. */
@Component
public class CallDesk {

    /** So long a call can be taken back as if it had not been. */
    public static final Duration TAKE_BACK = Duration.ofSeconds(10);

    private final Hall hall;
    private final TicketRows rows;
    private final Stays stays;
    private final Calls calls;
    private final Dispenser dispenser;
    private final Retry retry;
    private final ApplicationEventPublisher events;

    CallDesk(
            Hall hall,
            TicketRows rows,
            Stays stays,
            Calls calls,
            Dispenser dispenser,
            Retry retry,
            ApplicationEventPublisher events) {
        this.hall = hall;
        this.rows = rows;
        this.stays = stays;
        this.calls = calls;
        this.dispenser = dispenser;
        this.retry = retry;
        this.events = events;
    }

    /**
     * Calls the next one to this counter.
     *
     * @return nothing when no one waits for its services
     * @throws TicketRefused while a number is open at the counter, or it rests
     */
    public Optional<Ticket> next(Desk desk, ActedBy by) {
        if (desk.sitting() == null || desk.sitting().breakSince() != null) {
            throw new TicketRefused("%s sedang tutup atau istirahat.".formatted(desk.name()));
        }
        ZoneId zone = hall.office(desk.office()).timeZone();
        int longest = hall.settings(desk.office()).allowances().longest();
        try {
            return retry.inTransaction(
                    () -> rows.lockNext(desk.office(), by.at().atZone(zone).toLocalDate(), desk.services())
                            .map(ticket -> call(ticket, desk, zone, longest, by)));
        } catch (DuplicateKeyException another) {
            throw new TicketRefused("Masih ada nomor terbuka di %s: selesaikan dahulu.".formatted(desk.name()));
        }
    }

    private Ticket call(Ticket ticket, Desk desk, ZoneId zone, int longest, ActedBy by) {
        rows.move(ticket, TicketStatus.CALLED, "dipanggil");
        rows.reserve(ticket.id(), null);
        stays.follow(ticket, Kind.WAY, desk.id(), by.at());
        Basis basis = CallReason.basis(ticket);
        var call = new Call(
                TimeOrderedId.at(by.at()),
                ticket.id(),
                desk.id(),
                desk.number(),
                by.actor().id() == null ? null : new StaffId(by.actor().id()),
                basis,
                CallReason.words(ticket, basis, zone),
                rows.overtaken(ticket, desk.services(), longest),
                1,
                by.at(),
                by.at(),
                null);
        calls.insert(call, ticket, by.actor().name());
        Ticket called = rows.lock(ticket.id());
        events.publishEvent(new TicketCalled(called, desk.number(), by.at()));
        return called;
    }

    /** @throws TicketRefused when the number was called as often as the office calls */
    public Ticket repeat(TicketId id, ActedBy by) {
        return atCounter(id, (ticket, call) -> {
            int most = hall.settings(ticket.office()).calls();
            if (ticket.status() != TicketStatus.CALLED) {
                throw new TicketRefused("%s sudah di loket.".formatted(ticket.label()));
            }
            if (call.times() >= most) {
                throw new TicketRefused("%s sudah dipanggil %d kali; catat tidak hadir bila tidak datang."
                        .formatted(ticket.label(), most));
            }
            calls.repeat(call, ticket, by.at());
            events.publishEvent(new TicketCalled(ticket, call.deskNumber(), by.at()));
        });
    }

    /**
     * Undoes a call within {@link #TAKE_BACK}: the person waits on as before.
     *
     * @throws TicketRefused later, or when the person has come
     */
    public Ticket takeBack(TicketId id, ActedBy by) {
        return atCounter(id, (ticket, call) -> {
            boolean late = Duration.between(call.calledAt(), by.at()).compareTo(TAKE_BACK) > 0;
            if (late || ticket.status() != TicketStatus.CALLED) {
                throw new TicketRefused("Panggilan hanya dapat ditarik dalam 10 detik.");
            }
            rows.move(ticket, TicketStatus.WAITING, "ditarik");
            stays.takeBack(id);
            calls.end(call.id(), Outcome.TAKEN_BACK, by.at());
        });
    }

    public Ticket arrive(TicketId id, ActedBy by) {
        return atCounter(id, (ticket, call) -> serve(ticket, call, by));
    }

    private void serve(Ticket ticket, Call call, ActedBy by) {
        rows.move(ticket, TicketStatus.SERVING, "dilayani");
        stays.follow(ticket, Kind.SERVICE, call.desk(), by.at());
        calls.answer(call.id(), by.at());
        events.publishEvent(new TicketServing(rows.lock(ticket.id()), call.deskNumber(), by.at()));
    }

    /** Ends the service; a person who was only called counts as arrived at that moment. */
    public Ticket finish(TicketId id, ActedBy by) {
        return atCounter(id, (ticket, call) -> close(served(ticket, call, by), call, TicketStatus.FINISHED, by));
    }

    /** Ends the service of this number and lets the person go on to another service under a new one. */
    public Ticket continueWith(TicketId id, ServiceCode service, ActedBy by) {
        HallService wanted =
                hall.service(rows.find(id).orElseThrow(TicketRefused::unknown).office(), service);
        return retry.inTransaction(() -> {
            atCounter(id, (ticket, call) -> close(served(ticket, call, by), call, TicketStatus.CONTINUED, by));
            Ticket next = dispenser.continuing(rows.lock(id), wanted, by);
            rows.link(id, next.id());
            events.publishEvent(new TicketFinished(rows.lock(id), by.at()));
            return next;
        });
    }

    private Ticket served(Ticket ticket, Call call, ActedBy by) {
        if (ticket.status() == TicketStatus.CALLED) {
            serve(ticket, call, by);
        }
        return rows.lock(ticket.id());
    }

    private void close(Ticket ticket, Call call, TicketStatus end, ActedBy by) {
        end(ticket, end, "diselesaikan", null, by);
        calls.end(call.id(), end == TicketStatus.FINISHED ? Outcome.FINISHED : Outcome.CONTINUED, by.at());
        if (end == TicketStatus.FINISHED) {
            events.publishEvent(new TicketFinished(rows.lock(ticket.id()), by.at()));
        }
    }

    /** The person fetches something; the counter is free, and the number keeps its place until it is taken up again. */
    public Ticket hold(TicketId id, ActedBy by) {
        return atCounter(id, (ticket, call) -> {
            rows.move(ticket, TicketStatus.HELD, "ditunda");
            rows.reserve(id, call.desk());
            stays.follow(ticket, Kind.HELD, call.desk(), by.at());
            calls.end(call.id(), Outcome.HELD, by.at());
        });
    }

    /** A held number waits again, at its old place. */
    public Ticket resume(TicketId id, ActedBy by) {
        return locked(id, ticket -> {
            require(ticket.status() == TicketStatus.HELD, ticket, "dilanjutkan");
            waitAgain(ticket, by);
        });
    }

    public Ticket noShow(TicketId id, ActedBy by) {
        return atCounter(id, (ticket, call) -> {
            require(ticket.status() == TicketStatus.CALLED, ticket, "dicatat tidak hadir");
            end(ticket, TicketStatus.NO_SHOW, "dicatat tidak hadir", null, by);
            calls.end(call.id(), Outcome.NO_SHOW, by.at());
            events.publishEvent(new TicketNoShow(rows.lock(id), by.at()));
        });
    }

    /**
     * A person who was absent comes back to the old place, once.
     *
     * @throws TicketRefused the second time, or on another day
     */
    public Ticket comeBack(TicketId id, ActedBy by) {
        return locked(id, ticket -> {
            require(ticket.status() == TicketStatus.NO_SHOW, ticket, "dikembalikan");
            if (ticket.returned() || !ticket.serviceDay().equals(hall.today(hall.office(ticket.office())))) {
                throw new TicketRefused("%s sudah pernah dikembalikan, atau bukan nomor hari ini; ambil nomor baru."
                        .formatted(ticket.label()));
            }
            try {
                rows.markReturned(id);
                waitAgain(ticket, by);
            } catch (DuplicateKeyException another) {
                throw new TicketRefused("Pemegang %s sudah punya nomor lain hari ini.".formatted(ticket.label()));
            }
        });
    }

    /** Another service takes over under the same number, which keeps its place. */
    public Ticket transfer(TicketId id, ServiceCode service, ActedBy by) {
        return atCounter(id, (ticket, call) -> {
            hall.service(ticket.office(), service);
            rows.transfer(id, service);
            rows.move(ticket, TicketStatus.WAITING, "dialihkan");
            stays.end(id, by.at());
            stays.begin(rows.lock(id), Kind.WAITING, null, by.at());
            calls.end(call.id(), Outcome.TRANSFERRED, by.at());
        });
    }

    /** The person goes without being served. */
    public Ticket cancel(TicketId id, String reason, ActedBy by) {
        return locked(id, ticket -> end(ticket, TicketStatus.CANCELLED, "dibatalkan", reason, by));
    }

    /** Puts a number back that was called while its counter closes; one that is being served has to be finished first. */
    public void leave(UUID desk, ActedBy by) {
        retry.inTransaction(() -> calls.openAt(desk).ifPresent(call -> {
            Ticket ticket = rows.lock(call.ticket());
            if (ticket.status() == TicketStatus.SERVING) {
                throw new TicketRefused(
                        "%s masih dilayani: selesaikan, tunda, atau alihkan dahulu.".formatted(ticket.label()));
            }
            waitAgain(ticket, by);
            calls.end(call.id(), Outcome.LEFT, by.at());
        }));
    }

    /** Settles what an earlier day left open. */
    public Ticket settle(TicketId id, boolean served, String reason, ActedBy by) {
        return locked(id, ticket -> {
            boolean past = ticket.serviceDay().isBefore(hall.today(hall.office(ticket.office())));
            require(past && ticket.status().isOpen(), ticket, "diselesaikan kemudian");
            calls.openOf(id).ifPresent(call -> calls.end(call.id(), Outcome.LEFT, by.at()));
            rows.settle(id, served ? TicketStatus.FINISHED : TicketStatus.CANCELLED);
            rows.end(id, by.at(), reason);
            stays.end(id, by.at());
            if (served) {
                events.publishEvent(new TicketFinished(rows.lock(id), by.at()));
            }
        });
    }

    private static void require(boolean allowed, Ticket ticket, String verb) {
        if (!allowed) {
            throw IllegalMove.of("Nomor " + ticket.label(), ticket.status().label(), verb);
        }
    }

    private void end(Ticket ticket, TicketStatus end, String verb, @Nullable String reason, ActedBy by) {
        rows.move(ticket, end, verb);
        rows.end(ticket.id(), by.at(), reason);
        stays.end(ticket.id(), by.at());
    }

    private void waitAgain(Ticket ticket, ActedBy by) {
        rows.move(ticket, TicketStatus.WAITING, "menunggu lagi");
        rows.reserve(ticket.id(), null);
        stays.follow(ticket, Kind.WAITING, null, by.at());
    }

    public Optional<Ticket> atCounterOf(StaffId staff) {
        return calls.openOf(staff).flatMap(call -> rows.find(call.ticket()));
    }

    private interface Act {
        void on(Ticket ticket, Call call);
    }

    /** When the number at a counter was called there. */
    public Optional<Instant> calledAt(TicketId id) {
        return calls.openOf(id).map(Call::calledAt);
    }

    private Ticket atCounter(TicketId id, Act act) {
        return locked(
                id,
                ticket -> act.on(
                        ticket,
                        calls.openOf(id)
                                .orElseThrow(() -> new TicketRefused("%s tidak sedang di loket: %s."
                                        .formatted(
                                                ticket.label(), ticket.status().label())))));
    }

    private Ticket locked(TicketId id, Consumer<Ticket> act) {
        return retry.inTransaction(() -> {
            act.accept(rows.lock(id));
            return rows.lock(id);
        });
    }
}
