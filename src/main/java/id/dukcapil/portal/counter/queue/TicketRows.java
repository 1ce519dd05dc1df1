package id.dukcapil.portal.counter.queue;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.counter.Priority;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.Ticket.WaitRange;
import id.dukcapil.portal.counter.TicketId;
import id.dukcapil.portal.counter.TicketRefused;
import id.dukcapil.portal.counter.TicketRequest;
import id.dukcapil.portal.counter.TicketStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tickets as they are stored. */
@Component
public class TicketRows {

    static final String OPEN = CaseStatus.sql(TicketStatus.class, TicketStatus::isOpen);

    private final JdbcClient jdbc;

    TicketRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Ticket> find(TicketId id) {
        return jdbc.sql("SELECT * FROM counter_ticket WHERE id = ?")
                .param(id.value())
                .query(TicketRows::read)
                .optional();
    }

    public Optional<Ticket> byCode(String code) {
        return jdbc.sql("SELECT * FROM counter_ticket WHERE code = ?")
                .param(code)
                .query(TicketRows::read)
                .optional();
    }

    Optional<Ticket> byKey(OfficeCode office, String key) {
        return jdbc.sql("SELECT * FROM counter_ticket WHERE office_code = ? AND request_key = ?")
                .params(office.value(), key)
                .query(TicketRows::read)
                .optional();
    }

    Optional<Ticket> active(OfficeCode office, LocalDate day, Nik nik) {
        return jdbc.sql("SELECT * FROM counter_ticket WHERE office_code = ? AND service_day = ? AND active_nik = ?")
                .params(office.value(), day, nik.value())
                .query(TicketRows::read)
                .optional();
    }

    /** @throws TicketRefused when there is no such ticket */
    Ticket lock(TicketId id) {
        return jdbc.sql("SELECT * FROM counter_ticket WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(TicketRows::read)
                .optional()
                .orElseThrow(TicketRefused::unknown);
    }

    /** The one that is next for these services; passes over those that another counter is calling at this moment. */
    Optional<Ticket> lockNext(OfficeCode office, LocalDate day, Collection<ServiceCode> services) {
        return services.isEmpty()
                ? Optional.empty()
                : jdbc.sql("""
                                SELECT * FROM counter_ticket FORCE INDEX (counter_ticket_next)
                                WHERE office_code = :office AND service_day = :day AND status = 'WAITING'
                                  AND service IN (:services)
                                ORDER BY due, number, id LIMIT 1 FOR UPDATE SKIP LOCKED""")
                        .param("office", office.value())
                        .param("day", day)
                        .param("services", names(services))
                        .query(TicketRows::read)
                        .optional();
    }

    /** People of these services who came before this one, still wait, and whose moment comes later. */
    int overtaken(Ticket called, Collection<ServiceCode> services, int longestAllowance) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM counter_ticket FORCE INDEX (counter_ticket_next)
                        WHERE office_code = :office AND service_day = :day AND status = 'WAITING'
                          AND due > :due AND due <= :latest AND service IN (:services) AND first_arrival < :arrival""")
                .param("office", called.office().value())
                .param("day", called.serviceDay())
                .param("due", UtcDateTime.of(called.due()))
                .param("latest", UtcDateTime.of(called.firstArrival().plusSeconds(60L * longestAllowance)))
                .param("services", names(services))
                .param("arrival", UtcDateTime.of(called.firstArrival()))
                .query(Integer.class)
                .single();
    }

    /** Waiting tickets of the day in the order in which they are due. */
    public List<Ticket> waiting(OfficeCode office, LocalDate day) {
        return list(office, day, List.of(TicketStatus.WAITING));
    }

    public List<Ticket> list(OfficeCode office, LocalDate day, List<TicketStatus> statuses) {
        return jdbc.sql("""
                        SELECT * FROM counter_ticket WHERE office_code = :office AND service_day = :day
                          AND status IN (:statuses) ORDER BY due, number, id LIMIT 2000""")
                .param("office", office.value())
                .param("day", day)
                .param("statuses", statuses.stream().map(Enum::name).toList())
                .query(TicketRows::read)
                .list();
    }

    /** How many people of this service are called before that moment. */
    public int ahead(OfficeCode office, LocalDate day, ServiceCode service, Instant due) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM counter_ticket FORCE INDEX (counter_ticket_next)
                        WHERE office_code = ? AND service_day = ? AND status = 'WAITING' AND due <= ? AND service = ?""")
                .params(office.value(), day, UtcDateTime.of(due), service.value())
                .query(Integer.class)
                .single();
    }

    /** What earlier days left open. */
    public List<Ticket> leftOver(OfficeCode office, LocalDate today) {
        return jdbc.sql("SELECT * FROM counter_ticket WHERE office_code = ? AND service_day < ? AND status IN (" + OPEN
                        + ") ORDER BY due, number, id LIMIT 200")
                .params(office.value(), today)
                .query(TicketRows::read)
                .list();
    }

    /** The next number of a series. Its row stays locked until the transaction ends, so a number is never lost. */
    int nextNumber(OfficeCode office, LocalDate day, String letter) {
        jdbc.sql("""
                        INSERT INTO counter_series VALUES (?, ?, ?, 1)
                        ON DUPLICATE KEY UPDATE last_number = last_number + 1""").params(office.value(), day, letter).update();
        return jdbc.sql(
                        "SELECT last_number FROM counter_series WHERE office_code = ? AND service_day = ? AND letter = ?")
                .params(office.value(), day, letter)
                .query(Integer.class)
                .single();
    }

    /** Gives back the number just taken in this transaction. */
    void numberUnused(OfficeCode office, LocalDate day, String letter) {
        jdbc.sql("""
                        UPDATE counter_series SET last_number = last_number - 1
                        WHERE office_code = ? AND service_day = ? AND letter = ?""").params(office.value(), day, letter).update();
    }

    void insert(Ticket ticket, TicketRequest request, String by, int ahead) {
        WaitRange expected = ticket.expected();
        jdbc.sql("""
                        INSERT INTO counter_ticket (id, office_code, service_day, letter, number, code, service, channel,
                          request_key, booking_code, person_nik, priority, priority_by, priority_reason, first_arrival, due,
                          status, returned, ahead, expected_from, expected_to)
                        VALUES (:id, :office, :day, :letter, :number, :code, :service, :channel, :key, :booking, :nik,
                          :priority, :by, :reason, :arrival, :due, :status, FALSE, :ahead, :from, :to)""")
                .param("id", ticket.id().value())
                .param("office", ticket.office().value())
                .param("day", ticket.serviceDay())
                .param("letter", ticket.letter())
                .param("number", ticket.number())
                .param("code", ticket.code())
                .param("service", ticket.service().value())
                .param("channel", request.channel().name())
                .param("key", request.key())
                .param("booking", ticket.bookingCode())
                .param("nik", ticket.nik() == null ? null : ticket.nik().value())
                .param(
                        "priority",
                        ticket.priority() == null ? null : ticket.priority().name())
                .param("by", ticket.priority() == null ? null : by)
                .param("reason", request.priorityReason())
                .param("ahead", ahead)
                .param("arrival", UtcDateTime.of(ticket.firstArrival()))
                .param("due", UtcDateTime.of(ticket.due()))
                .param("status", ticket.status().name())
                .param("from", expected == null ? null : expected.from())
                .param("to", expected == null ? null : expected.to())
                .update();
    }

    /** @throws IllegalMove when its status does not allow that */
    void move(Ticket ticket, TicketStatus next, String verb) {
        if (!ticket.status().canBecome(next)) {
            throw IllegalMove.of("Nomor " + ticket.label(), ticket.status().label(), verb);
        }
        jdbc.sql("UPDATE counter_ticket SET status = ? WHERE id = ?")
                .params(next.name(), ticket.id().value())
                .update();
    }

    void settle(TicketId id, TicketStatus end) {
        set(id, "status", end.name());
    }

    void end(TicketId id, Instant at, @Nullable String reason) {
        jdbc.sql("UPDATE counter_ticket SET ended_at = :at, end_reason = :reason WHERE id = :id")
                .param("at", UtcDateTime.of(at))
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    void reserve(TicketId id, @Nullable UUID desk) {
        set(id, "held_at", desk);
    }

    void markReturned(TicketId id) {
        jdbc.sql("UPDATE counter_ticket SET returned = TRUE, ended_at = NULL WHERE id = ?")
                .param(id.value())
                .update();
    }

    void transfer(TicketId id, ServiceCode service) {
        set(id, "service", service.value());
    }

    void link(TicketId previous, TicketId next) {
        set(previous, "next_id", next.value());
        set(next, "previous_id", previous.value());
    }

    void identify(TicketId id, Nik nik) {
        set(id, "person_nik", nik.value());
    }

    void prioritise(TicketId id, Priority priority, String by, String reason, Instant due) {
        jdbc.sql("""
                        UPDATE counter_ticket SET priority = ?, priority_by = ?, priority_reason = ?, due = LEAST(due, ?)
                        WHERE id = ?""")
                .params(priority.name(), by, reason, UtcDateTime.of(due), id.value())
                .update();
    }

    /** @param column fixed text only */
    private void set(TicketId id, String column, @Nullable Object value) {
        jdbc.sql("UPDATE counter_ticket SET " + column + " = :value WHERE id = :id")
                .param("value", value)
                .param("id", id.value())
                .update();
    }

    private static List<String> names(Collection<ServiceCode> services) {
        return services.stream().map(ServiceCode::value).toList();
    }

    public static Ticket read(ResultSet row, int number) throws SQLException {
        String nik = row.getString("person_nik");
        String priority = row.getString("priority");
        UUID next = row.getObject("next_id", UUID.class);
        Integer from = row.getObject("expected_from", Integer.class);
        return new Ticket(
                new TicketId(row.getObject("id", UUID.class)),
                new OfficeCode(row.getString("office_code")),
                row.getObject("service_day", LocalDate.class),
                row.getString("letter"),
                row.getInt("number"),
                row.getString("code"),
                new ServiceCode(row.getString("service")),
                row.getString("booking_code"),
                nik == null ? null : new Nik(nik),
                priority == null ? null : Priority.valueOf(priority),
                UtcDateTime.read(row, "first_arrival"),
                UtcDateTime.read(row, "due"),
                TicketStatus.valueOf(row.getString("status")),
                row.getBoolean("returned"),
                next == null ? null : new TicketId(next),
                from == null ? null : new WaitRange(from, row.getInt("expected_to")));
    }
}
