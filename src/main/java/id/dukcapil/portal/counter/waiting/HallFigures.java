package id.dukcapil.portal.counter.waiting;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.counter.waiting.Expectation.HitRate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Figures of a day, each read from the intervals and calls themselves. */
@Service
@PreAuthorize("hasAuthority('COUNTER_SERVE')")
public class HallFigures {

    private final JdbcClient jdbc;
    private final Expectation expectation;

    HallFigures(JdbcClient jdbc, Expectation expectation) {
        this.jdbc = jdbc;
        this.expectation = expectation;
    }

    /**
     * @param finished people served at this counter
     * @param waiting median and ninth decile of the waits of the office in minutes; null before anybody was called
     * @param serving the same of the services
     * @param absent people of the office who did not come
     * @param overtaken people who came earlier and were passed over by a call with a reason
     * @param priorities calls of people to be served first, of {@code calls}
     */
    public record Day(
            int finished,
            @Nullable Middle waiting,
            @Nullable Middle serving,
            int absent,
            int overtaken,
            int priorities,
            int calls,
            HitRate hits) {}

    public record Middle(long median, long ninth) {}

    public Day of(OfficeCode office, LocalDate day, UUID desk) {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(desk_id = :desk AND outcome IN ('FINISHED', 'CONTINUED')), 0) AS finished,
                          COALESCE(SUM(outcome = 'NO_SHOW'), 0) AS absent, COALESCE(SUM(overtaken), 0) AS overtaken,
                          COALESCE(SUM(basis = 'PRIORITY'), 0) AS priorities, COUNT(*) AS calls
                        FROM counter_call WHERE office_code = :office AND service_day = :day
                          AND (outcome IS NULL OR outcome <> 'TAKEN_BACK')""")
                .param("desk", desk)
                .param("office", office.value())
                .param("day", day)
                .query((row, number) -> new Day(
                        row.getInt("finished"),
                        middle(office, day, "WAITING"),
                        middle(office, day, "SERVICE"),
                        row.getInt("absent"),
                        row.getInt("overtaken"),
                        row.getInt("priorities"),
                        row.getInt("calls"),
                        expectation.hitRate(office, day)))
                .single();
    }

    private @Nullable Middle middle(OfficeCode office, LocalDate day, String kind) {
        List<Long> minutes = jdbc.sql("""
                        SELECT TIMESTAMPDIFF(SECOND, started_at, ended_at) DIV 60 AS minutes FROM counter_stay
                        WHERE office_code = ? AND service_day = ? AND kind = ? AND ended_at IS NOT NULL ORDER BY minutes""")
                .params(office.value(), day, kind)
                .query((row, number) -> row.getLong("minutes"))
                .list();
        return minutes.isEmpty()
                ? null
                : new Middle(minutes.get(minutes.size() / 2), minutes.get((minutes.size() - 1) * 9 / 10));
    }
}
