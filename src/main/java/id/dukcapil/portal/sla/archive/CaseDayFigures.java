package id.dukcapil.portal.sla.archive;

import id.dukcapil.portal.common.DayFigures;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.sla.stay.Stay;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases of all procedures: what ended on the day, and what was open and late when it was over. */
@Component
@Order(60)
class CaseDayFigures implements DayFigures {

    private final JdbcClient jdbc;

    CaseDayFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Pair(int all, int late) {}

    @Override
    public String title() {
        return "Berkas menurut standar layanan";
    }

    @Override
    public List<Figure> of(OfficeCode office, LocalDate day, ZoneId zone) {
        Pair ended = jdbc.sql("""
                        SELECT COUNT(*), COALESCE(SUM(late), 0) FROM sla_stay
                        WHERE step = ? AND ended >= ? AND ended < ? AND office_code = ? AND sign = 1 AND NOT reversed""")
                .params(Stay.WHOLE_CASE, day.atStartOfDay(), day.plusDays(1).atStartOfDay(), office.value())
                .query((row, number) -> new Pair(row.getInt(1), row.getInt(2)))
                .single();
        LocalDateTime end = UtcDateTime.of(day.plusDays(1).atStartOfDay(zone).toInstant());
        Pair open = jdbc.sql("""
                        SELECT COUNT(*), COALESCE(SUM(LEAST(COALESCE(step_due, case_due), COALESCE(case_due, step_due)) < :end), 0)
                        FROM sla_case
                        WHERE office_code = :office AND opened_at < :end AND (closed_at IS NULL OR closed_at >= :end)""")
                .param("office", office.value())
                .param("end", end)
                .query((row, number) -> new Pair(row.getInt(1), row.getInt(2)))
                .single();
        return List.of(
                Figure.done("Berkas selesai", ended.all()),
                Figure.done("Di antaranya lewat standar", ended.late()),
                Figure.lasting("Masih terbuka", open.all()),
                Figure.lasting("Terlambat pada akhir hari", open.late()));
    }
}
