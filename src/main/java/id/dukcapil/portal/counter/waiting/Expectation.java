package id.dukcapil.portal.counter.waiting;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.Ticket.WaitRange;
import id.dukcapil.portal.counter.waiting.Pace.Wait;
import id.dukcapil.portal.staff.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Expected waiting as a range, learned once a day from the last twenty days on which the office served people. */
@Component
public class Expectation {

    static final int DAYS = 20;

    private record Learned(LocalDate day, Pace pace) {}

    /** @param inside people whose wait was within the range told to them, of {@code all} to whom one was told */
    public record HitRate(int inside, int all) {}

    private final JdbcClient jdbc;
    private final Map<OfficeCode, Learned> learned = new ConcurrentHashMap<>();

    Expectation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param arrival whose hour counts
     * @param ahead people of that service who are due before
     * @return null when too little is known of that service
     */
    public @Nullable WaitRange of(Office office, ServiceCode service, Instant arrival, int ahead) {
        var local = arrival.atZone(office.timeZone());
        return learned.compute(
                        office.code(),
                        (code, before) -> before != null && before.day().equals(local.toLocalDate())
                                ? before
                                : new Learned(local.toLocalDate(), learn(office, local.toLocalDate())))
                .pace()
                .expected(service, local.getHour(), ahead)
                .orElse(null);
    }

    /** Of the same days and today, for staff. */
    public HitRate hitRate(OfficeCode office, LocalDate today) {
        return jdbc.sql("""
                        SELECT COUNT(*) AS told, COALESCE(SUM(TIMESTAMPDIFF(MINUTE, s.started_at, s.ended_at)
                          BETWEEN t.expected_from AND t.expected_to), 0) AS inside
                        FROM counter_stay s JOIN counter_ticket t ON t.id = s.ticket_id AND t.first_arrival = s.started_at
                        WHERE s.office_code = :office AND s.service_day >= :from AND s.service_day <= :today
                          AND s.kind = 'WAITING' AND s.ended_at IS NOT NULL AND t.expected_to IS NOT NULL""")
                .param("office", office.value())
                .param("from", firstDay(office, today))
                .param("today", today)
                .query((row, number) -> new HitRate(row.getInt("inside"), row.getInt("told")))
                .single();
    }

    private Pace learn(Office office, LocalDate today) {
        List<Wait> waits = jdbc.sql("""
                        SELECT s.service, s.started_at, t.ahead, TIMESTAMPDIFF(SECOND, s.started_at, s.ended_at) AS seconds
                        FROM counter_stay s JOIN counter_ticket t ON t.id = s.ticket_id AND t.first_arrival = s.started_at
                        WHERE s.office_code = :office AND s.service_day >= :from AND s.service_day < :today
                          AND s.kind = 'WAITING' AND s.ended_at IS NOT NULL""")
                .param("office", office.code().value())
                .param("from", firstDay(office.code(), today))
                .param("today", today)
                .query((row, number) -> new Wait(
                        new ServiceCode(row.getString("service")),
                        UtcDateTime.read(row, "started_at")
                                .atZone(office.timeZone())
                                .getHour(),
                        row.getInt("ahead"),
                        row.getLong("seconds")))
                .list();
        return new Pace(waits);
    }

    private LocalDate firstDay(OfficeCode office, LocalDate today) {
        return jdbc.sql("""
                        SELECT MIN(service_day) FROM (SELECT DISTINCT service_day FROM counter_series
                          WHERE office_code = ? AND service_day < ? ORDER BY service_day DESC LIMIT ?) days""")
                .params(office.value(), today, DAYS)
                .query(LocalDate.class)
                .optional()
                .orElse(today);
    }
}
