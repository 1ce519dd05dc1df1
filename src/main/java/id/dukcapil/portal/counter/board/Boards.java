package id.dukcapil.portal.counter.board;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.Ticket.WaitRange;
import id.dukcapil.portal.counter.board.Board.Called;
import id.dukcapil.portal.counter.board.Board.Line;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.counter.waiting.Expectation;
import id.dukcapil.portal.staff.Office;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the boards of an office show now. */
@Component
public class Boards {

    /** More than can be called within the minute in which a board still speaks what it missed. */
    private static final int CALLS = 24;

    private final Hall hall;
    private final Expectation expectation;
    private final JdbcClient jdbc;
    private final Clock clock;

    Boards(Hall hall, Expectation expectation, JdbcClient jdbc, Clock clock) {
        this.hall = hall;
        this.expectation = expectation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Board now(Office office) {
        LocalDate today = hall.today(office);
        return new Board(
                office.name(),
                Formats.longDate(today),
                office.timeZone().getRules().getOffset(clock.instant()).getTotalSeconds() / 60,
                calls(office, today),
                services(office, today));
    }

    /** The services that are offered, with the people who wait for each and the range for a person who came now. */
    public List<Line> services(Office office, LocalDate today) {
        Map<ServiceCode, Integer> waiting = waiting(office, today);
        Instant now = clock.instant();
        return hall.services(office.code()).stream()
                .filter(service -> service.offered())
                .map(service -> {
                    int ahead = waiting.getOrDefault(service.code(), 0);
                    WaitRange range = expectation.of(office, service.code(), now, ahead);
                    return new Line(service.letter(), service.label(), ahead, range == null ? null : range.words());
                })
                .toList();
    }

    private Map<ServiceCode, Integer> waiting(Office office, LocalDate today) {
        return jdbc
                .sql("""
                        SELECT service, COUNT(*) AS waiting FROM counter_ticket
                        WHERE office_code = ? AND service_day = ? AND status = 'WAITING' GROUP BY service""")
                .params(office.code().value(), today)
                .query((row, number) -> Map.entry(new ServiceCode(row.getString("service")), row.getInt("waiting")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Called> calls(Office office, LocalDate today) {
        return jdbc.sql("""
                        SELECT c.id, c.times, c.desk_number, c.announced_at, c.ended_at, t.letter, t.number
                        FROM counter_call c JOIN counter_ticket t ON t.id = c.ticket_id
                        WHERE c.office_code = ? AND c.service_day = ? AND (c.outcome IS NULL OR c.outcome <> 'TAKEN_BACK')
                        ORDER BY c.announcement DESC, c.announced_at DESC, c.id DESC LIMIT ?""")
                .params(office.code().value(), today, CALLS)
                .query(Boards::called)
                .list();
    }

    private static Called called(ResultSet row, int index) throws SQLException {
        int times = row.getInt("times");
        int desk = row.getInt("desk_number");
        String letter = row.getString("letter");
        int number = row.getInt("number");
        Announcement spoken = Announcement.of(letter, number, desk, times > 1);
        return new Called(
                row.getString("id") + ":" + times,
                "%s-%03d".formatted(letter, number),
                desk,
                UtcDateTime.read(row, "announced_at").toEpochMilli(),
                row.getObject("ended_at") == null,
                spoken.sentence(),
                spoken.fragments());
    }
}
