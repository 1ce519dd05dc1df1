package id.dukcapil.portal.counter.queue;

import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.counter.TicketRefused;
import id.dukcapil.portal.counter.hall.Desk;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.counter.queue.Call.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sits at which counter: opening, breaks and closing. */
@Component
public class Sittings {

    private final Hall hall;
    private final CallDesk callDesk;
    private final Calls calls;
    private final JdbcClient jdbc;
    private final Retry retry;

    Sittings(Hall hall, CallDesk callDesk, Calls calls, JdbcClient jdbc, Retry retry) {
        this.hall = hall;
        this.callDesk = callDesk;
        this.calls = calls;
        this.jdbc = jdbc;
        this.retry = retry;
    }

    /**
     * Sits down at a counter. What an earlier day left open there ends; its number goes to the list to be settled.
     *
     * @throws TicketRefused when the counter is taken, out of use, or this person sits at another one
     */
    public void open(Desk desk, StaffId staff, ActedBy by) {
        if (!desk.inUse()) {
            throw new TicketRefused("%s tidak dipakai.".formatted(desk.name()));
        }
        LocalDate today = hall.today(hall.office(desk.office()));
        try {
            retry.inTransaction(() -> {
                endThoseOfEarlierDays(desk, staff, today, by.at());
                jdbc.sql("""
                                INSERT INTO counter_sitting (id, desk_id, staff_id, staff_name, service_day, opened_at,
                                  break_seconds) VALUES (?, ?, ?, ?, ?, ?, 0)""")
                        .params(
                                TimeOrderedId.at(by.at()),
                                desk.id(),
                                staff.value(),
                                by.actor().name(),
                                today,
                                UtcDateTime.of(by.at()))
                        .update();
            });
        } catch (DuplicateKeyException taken) {
            throw new TicketRefused(
                    "%s sudah dibuka petugas lain, atau Anda masih membuka loket lain.".formatted(desk.name()));
        }
    }

    private void endThoseOfEarlierDays(Desk desk, StaffId staff, LocalDate today, Instant at) {
        jdbc.sql("SELECT desk_id FROM counter_sitting WHERE (open_desk = ? OR open_staff = ?) AND service_day < ?")
                .params(desk.id(), staff.value(), today)
                .query(UUID.class)
                .list()
                .forEach(old -> {
                    calls.openAt(old).ifPresent(call -> calls.end(call.id(), Outcome.LEFT, at));
                    close(old, at);
                });
    }

    /** Begins or ends a break; a number that is open at the counter stays there. */
    public void rest(Desk desk, boolean begins, ActedBy by) {
        jdbc.sql(
                        begins
                                ? "UPDATE counter_sitting SET break_since = COALESCE(break_since, :at) WHERE open_desk = :desk"
                                : """
                                UPDATE counter_sitting SET break_seconds = break_seconds
                                  + GREATEST(0, COALESCE(TIMESTAMPDIFF(SECOND, break_since, :at), 0)), break_since = NULL
                                WHERE open_desk = :desk""")
                .param("at", UtcDateTime.of(by.at()))
                .param("desk", desk.id())
                .update();
    }

    /**
     * Leaves the counter. A number that was called and has not come waits again at its place.
     *
     * @throws TicketRefused while a person is being served
     */
    public void close(Desk desk, ActedBy by) {
        retry.inTransaction(() -> {
            callDesk.leave(desk.id(), by);
            close(desk.id(), by.at());
        });
    }

    private void close(UUID desk, Instant at) {
        jdbc.sql("UPDATE counter_sitting SET closed_at = ? WHERE open_desk = ?")
                .params(UtcDateTime.of(at), desk)
                .update();
    }
}
