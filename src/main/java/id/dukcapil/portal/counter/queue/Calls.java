package id.dukcapil.portal.counter.queue;

import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketId;
import id.dukcapil.portal.counter.queue.Call.Outcome;
import id.dukcapil.portal.counter.queue.Due.Basis;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls of numbers to counters as they are stored. */
@Component
public class Calls {

    private final JdbcClient jdbc;

    Calls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Call call, Ticket ticket, String staffName) {
        jdbc.sql("""
                        INSERT INTO counter_call (id, ticket_id, office_code, service_day, desk_id, desk_number, staff_id,
                          staff_name, basis, reason, overtaken, times, called_at, announced_at, announcement)
                        SELECT :id, :ticket, :office, :day, :desk, :number, :staff, :name, :basis, :reason, :overtaken, :times,
                          :called, :announced, 1 + COALESCE(MAX(announcement), 0)
                        FROM counter_call WHERE office_code = :office AND service_day = :day""")
                .param("id", call.id())
                .param("ticket", ticket.id().value())
                .param("office", ticket.office().value())
                .param("day", ticket.serviceDay())
                .param("desk", call.desk())
                .param("number", call.deskNumber())
                .param("staff", call.staff() == null ? null : call.staff().value())
                .param("name", staffName)
                .param("basis", call.basis().name())
                .param("reason", call.reason())
                .param("overtaken", call.overtaken())
                .param("times", call.times())
                .param("called", UtcDateTime.of(call.calledAt()))
                .param("announced", UtcDateTime.of(call.announcedAt()))
                .update();
    }

    /** The call that is open at this counter. */
    public Optional<Call> openAt(UUID desk) {
        return jdbc.sql("SELECT * FROM counter_call WHERE open_desk = ?")
                .param(desk)
                .query(Calls::read)
                .optional();
    }

    public Optional<Call> openOf(TicketId ticket) {
        return jdbc.sql("SELECT * FROM counter_call WHERE open_ticket = ?")
                .param(ticket.value())
                .query(Calls::read)
                .optional();
    }

    Optional<Call> openOf(StaffId staff) {
        return jdbc.sql("""
                        SELECT c.* FROM counter_call c JOIN counter_sitting s ON s.open_desk = c.open_desk
                        WHERE s.open_staff = ?""").param(staff.value()).query(Calls::read).optional();
    }

    void repeat(Call call, Ticket ticket, Instant at) {
        int before = jdbc.sql("SELECT MAX(announcement) FROM counter_call WHERE office_code = ? AND service_day = ?")
                .params(ticket.office().value(), ticket.serviceDay())
                .query(Integer.class)
                .single();
        jdbc.sql("UPDATE counter_call SET times = times + 1, announced_at = ?, announcement = ? WHERE id = ?")
                .params(UtcDateTime.of(at), before + 1, call.id())
                .update();
    }

    void answer(UUID call, Instant at) {
        jdbc.sql("UPDATE counter_call SET answered_at = ? WHERE id = ?")
                .params(UtcDateTime.of(at), call)
                .update();
    }

    void end(UUID call, Outcome outcome, Instant at) {
        jdbc.sql("UPDATE counter_call SET ended_at = ?, outcome = ? WHERE id = ?")
                .params(UtcDateTime.of(at), outcome.name(), call)
                .update();
    }

    private static Call read(ResultSet row, int number) throws SQLException {
        UUID staff = row.getObject("staff_id", UUID.class);
        return new Call(
                row.getObject("id", UUID.class),
                new TicketId(row.getObject("ticket_id", UUID.class)),
                row.getObject("desk_id", UUID.class),
                row.getInt("desk_number"),
                staff == null ? null : new StaffId(staff),
                Basis.valueOf(row.getString("basis")),
                row.getString("reason"),
                row.getInt("overtaken"),
                row.getInt("times"),
                UtcDateTime.read(row, "called_at"),
                UtcDateTime.read(row, "announced_at"),
                UtcDateTime.readNullable(row, "answered_at"));
    }
}
