package id.dukcapil.portal.counter.queue;

import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Waiting, way, service and hold of a ticket as intervals that follow each other. */
@Component
public class Stays {

    public enum Kind {
        WAITING,
        WAY,
        SERVICE,
        HELD
    }

    /** @param end null while it lasts */
    public record Stay(Kind kind, Instant start, @Nullable Instant end) {}

    private final JdbcClient jdbc;

    Stays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(Ticket ticket, Kind kind, @Nullable UUID desk, Instant at) {
        jdbc.sql("""
                        INSERT INTO counter_stay (id, ticket_id, office_code, service_day, service, kind, desk_id, started_at)
                        VALUES (:id, :ticket, :office, :day, :service, :kind, :desk, :at)""")
                .param("id", TimeOrderedId.at(at))
                .param("ticket", ticket.id().value())
                .param("office", ticket.office().value())
                .param("day", ticket.serviceDay())
                .param("service", ticket.service().value())
                .param("kind", kind.name())
                .param("desk", desk)
                .param("at", UtcDateTime.of(at))
                .update();
    }

    /** Ends the running one; a clock that was set back does not make it negative. */
    void end(TicketId ticket, Instant at) {
        jdbc.sql("UPDATE counter_stay SET ended_at = GREATEST(started_at, ?) WHERE open_ticket = ?")
                .params(UtcDateTime.of(at), ticket.value())
                .update();
    }

    void follow(Ticket ticket, Kind kind, @Nullable UUID desk, Instant at) {
        end(ticket.id(), at);
        begin(ticket, kind, desk, at);
    }

    /** Undoes the last change: the running interval never was, the one before it goes on. */
    void takeBack(TicketId ticket) {
        jdbc.sql("DELETE FROM counter_stay WHERE open_ticket = ?")
                .param(ticket.value())
                .update();
        jdbc.sql("""
                        UPDATE counter_stay SET ended_at = NULL WHERE ticket_id = ? AND kind = 'WAITING'
                        ORDER BY started_at DESC, id DESC LIMIT 1""").param(ticket.value()).update();
    }

    /** All intervals of a ticket from the first on. */
    public List<Stay> of(TicketId ticket) {
        return jdbc.sql("SELECT * FROM counter_stay WHERE ticket_id = ? ORDER BY started_at, id")
                .param(ticket.value())
                .query((row, number) -> new Stay(
                        Kind.valueOf(row.getString("kind")),
                        UtcDateTime.read(row, "started_at"),
                        UtcDateTime.readNullable(row, "ended_at")))
                .list();
    }
}
