package id.dukcapil.portal.counter;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.CurrentActor;
import id.dukcapil.portal.counter.TicketRequest.Channel;
import id.dukcapil.portal.counter.hall.Desk;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.counter.queue.CallDesk;
import id.dukcapil.portal.counter.queue.Dispenser;
import id.dukcapil.portal.counter.queue.Sittings;
import id.dukcapil.portal.counter.queue.TicketRows;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/** What the tests of the hall start from: offices with an empty hall, people, clerks at counters. */
@TestComponent
public class HallScenario {

    private static final AtomicInteger OFFICES = new AtomicInteger();

    /** Tables of the hall, those that refer to others first. */
    private static final List<String> EMPTIED = List.of(
            "counter_call WHERE ticket_id IN (SELECT id FROM counter_ticket WHERE office_code = ?)",
            "counter_stay WHERE ticket_id IN (SELECT id FROM counter_ticket WHERE office_code = ?)",
            "counter_ticket WHERE office_code = ?",
            "counter_sitting WHERE desk_id IN (SELECT id FROM counter_desk WHERE office_code = ?)",
            "counter_desk WHERE office_code = ?",
            "counter_service WHERE office_code = ?",
            "counter_series WHERE office_code = ?",
            "counter_device WHERE office_code = ?",
            "counter_office WHERE office_code = ?");

    public final Dispenser dispenser;
    public final CallDesk desk;
    public final Hall hall;
    public final TicketRows rows;
    private final Sittings sittings;
    private final CurrentActor actor;
    private final UserDetailsService accounts;
    private final SecurityContextHolderStrategy security;
    private final JdbcClient jdbc;
    private final Clock clock;

    HallScenario(
            Dispenser dispenser,
            CallDesk desk,
            Hall hall,
            TicketRows rows,
            Sittings sittings,
            CurrentActor actor,
            UserDetailsService accounts,
            SecurityContextHolderStrategy security,
            JdbcClient jdbc,
            Clock clock) {
        this.dispenser = dispenser;
        this.desk = desk;
        this.hall = hall;
        this.rows = rows;
        this.sittings = sittings;
        this.actor = actor;
        this.accounts = accounts;
        this.security = security;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An office that has set up nothing, open on weekdays like every office; each call takes the next sub-district. */
    public OfficeCode anOffice() {
        List<String> offices = jdbc.sql("SELECT code FROM staff_office WHERE kind = 'UKL' ORDER BY ordinal, code")
                .query((row, number) -> row.getString(1))
                .list();
        String code = offices.get(OFFICES.getAndIncrement() % offices.size());
        for (String table : EMPTIED) {
            jdbc.sql("DELETE FROM " + table).param(code).update();
        }
        return new OfficeCode(code);
    }

    /** Ends what is open in the hall of an office that has accounts of its own. */
    public void nobodyWaitsAt(OfficeCode office) {
        jdbc.sql("UPDATE counter_call SET ended_at = announced_at, outcome = 'LEFT'"
                        + " WHERE office_code = ? AND ended_at IS NULL")
                .param(office.value())
                .update();
        jdbc.sql("UPDATE counter_ticket SET status = 'CANCELLED'"
                        + " WHERE office_code = ? AND status IN ('WAITING', 'CALLED', 'SERVING', 'HELD')")
                .param(office.value())
                .update();
        jdbc.sql("UPDATE counter_sitting SET closed_at = opened_at WHERE closed_at IS NULL"
                        + " AND desk_id IN (SELECT id FROM counter_desk WHERE office_code = ?)")
                .param(office.value())
                .update();
    }

    public String nameOf(OfficeCode office) {
        return hall.office(office).name();
    }

    /** A clerk of that office who sits at its counter with that number, which serves everything or what is named. */
    public Clerk clerk(OfficeCode office, int number, ServiceCode... services) {
        hall.settings(office);
        Desk known = hall.desks(office).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseGet(() -> aDesk(office, number, services));
        String name = aClerk(office, "operator");
        return as(name, () -> {
            StaffId id = new StaffId(Objects.requireNonNull(actor.now().actor().id()));
            sittings.open(known, id, actor.now());
            return new Clerk(name, office, id, number);
        });
    }

    public String aClerk(OfficeCode office, String role) {
        UUID id = UUID.randomUUID();
        String name = "loket-" + id.toString().substring(0, 8);
        jdbc.sql("""
                        INSERT INTO staff_account (id, username, password_hash, full_name, office_code, enabled, created_at)
                        SELECT ?, ?, password_hash, 'Tita Wulandari', ?, TRUE, created_at FROM staff_account
                        WHERE username = 'operator'""").params(id, name, office.value()).update();
        jdbc.sql("INSERT INTO staff_account_role (account_id, role_code) VALUES (?, ?)")
                .params(id, role)
                .update();
        return name;
    }

    public Desk aDesk(OfficeCode office, int number, ServiceCode... services) {
        UUID id = TimeOrderedId.at(clock.instant());
        jdbc.sql("INSERT INTO counter_desk VALUES (?, ?, ?, TRUE)")
                .params(id, office.value(), number)
                .update();
        for (ServiceCode service : services) {
            jdbc.sql("INSERT INTO counter_desk_service VALUES (?, ?)")
                    .params(id, service.value())
                    .update();
        }
        return new Desk(id, office, number, true, Set.of(services), null);
    }

    public Ticket walkIn(OfficeCode office, ServiceCode service) {
        return issue(office, service, null, null, null);
    }

    public Ticket booked(OfficeCode office, ServiceCode service, String code) {
        return issue(office, service, null, code, null);
    }

    public Ticket priority(OfficeCode office, ServiceCode service) {
        return issue(office, service, null, null, Priority.LANSIA);
    }

    public Ticket priority(OfficeCode office, ServiceCode service, Nik nik) {
        return issue(office, service, nik, null, Priority.LANSIA);
    }

    public Ticket of(OfficeCode office, ServiceCode service, Nik nik) {
        return issue(office, service, nik, null, null);
    }

    private Ticket issue(
            OfficeCode office,
            ServiceCode service,
            @Nullable Nik nik,
            @Nullable String booking,
            @Nullable Priority priority) {
        return as(
                        "operator",
                        () -> dispenser.issue(
                                new TicketRequest(office, service, Channel.STAFF, nik, booking, priority, null, null),
                                actor.now()))
                .ticket();
    }

    public Ticket now(Ticket ticket) {
        return rows.find(ticket.id()).orElseThrow();
    }

    public <T> T as(String username, Supplier<T> work) {
        UserDetails account = accounts.loadUserByUsername(username);
        var context = security.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        var before = security.getContext();
        security.setContext(context);
        try {
            return work.get();
        } finally {
            security.setContext(before);
        }
    }

    /** A clerk at an open counter. */
    public final class Clerk {

        private final String name;
        private final OfficeCode office;
        private final StaffId id;
        private final int number;

        private Clerk(String name, OfficeCode office, StaffId id, int number) {
            this.name = name;
            this.office = office;
            this.id = id;
            this.number = number;
        }

        public String name() {
            return name;
        }

        public Desk counter() {
            return hall.desks(office).stream()
                    .filter(one -> one.number() == number)
                    .findFirst()
                    .orElseThrow();
        }

        public Optional<Ticket> next() {
            return does(() -> desk.next(counter(), actor.now()));
        }

        public Ticket calls() {
            return next().orElseThrow();
        }

        public Ticket repeats(Ticket ticket) {
            return does(() -> desk.repeat(ticket.id(), actor.now()));
        }

        public Ticket takesBack(Ticket ticket) {
            return does(() -> desk.takeBack(ticket.id(), actor.now()));
        }

        public Ticket serves(Ticket ticket) {
            return does(() -> desk.arrive(ticket.id(), actor.now()));
        }

        public Ticket finishes(Ticket ticket) {
            return does(() -> desk.finish(ticket.id(), actor.now()));
        }

        public Ticket holds(Ticket ticket) {
            return does(() -> desk.hold(ticket.id(), actor.now()));
        }

        public Ticket resumes(Ticket ticket) {
            return does(() -> desk.resume(ticket.id(), actor.now()));
        }

        public Ticket misses(Ticket ticket) {
            return does(() -> desk.noShow(ticket.id(), actor.now()));
        }

        public Ticket takesAgain(Ticket ticket) {
            return does(() -> desk.comeBack(ticket.id(), actor.now()));
        }

        public Ticket transfers(Ticket ticket, ServiceCode service) {
            return does(() -> desk.transfer(ticket.id(), service, actor.now()));
        }

        public Ticket continues(Ticket ticket, ServiceCode service) {
            return does(() -> desk.continueWith(ticket.id(), service, actor.now()));
        }

        public Ticket settles(Ticket ticket, boolean served) {
            return does(() -> desk.settle(ticket.id(), served, "tertinggal kemarin", actor.now()));
        }

        public void closes() {
            does(() -> {
                sittings.close(counter(), actor.now());
                return true;
            });
        }

        public void opensAgain() {
            does(() -> {
                sittings.open(counter(), id, actor.now());
                return true;
            });
        }

        public void rests(boolean begins) {
            does(() -> {
                sittings.rest(counter(), begins, actor.now());
                return true;
            });
        }

        public <T> T does(Supplier<T> work) {
            return as(name, work);
        }
    }
}
