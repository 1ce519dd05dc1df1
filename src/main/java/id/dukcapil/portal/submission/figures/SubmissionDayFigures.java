package id.dukcapil.portal.submission.figures;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.DayFigures;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.submission.SubmissionAction;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done with requests on the day, whenever they came in. */
@Component
@Order(40)
class SubmissionDayFigures implements DayFigures {

    private final JdbcClient jdbc;

    SubmissionDayFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String title() {
        return "Kartu Keluarga";
    }

    @Override
    public List<Figure> of(OfficeCode office, LocalDate day, ZoneId zone) {
        Map<SubmissionAction, Integer> counts = jdbc
                .sql("""
                        SELECT t.action, COUNT(DISTINCT t.submission_id)
                        FROM submission_transition t JOIN submission_request r ON r.id = t.submission_id
                        WHERE t.at >= ? AND t.at < ? AND r.office_code = ? GROUP BY t.action""")
                .params(
                        UtcDateTime.of(day.atStartOfDay(zone).toInstant()),
                        UtcDateTime.of(day.plusDays(1).atStartOfDay(zone).toInstant()),
                        office.value())
                .query((row, number) -> Map.entry(SubmissionAction.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return List.of(
                figure("Permohonan masuk", counts, SubmissionAction.SUBMIT),
                figure("Dikembalikan ke pemohon", counts, SubmissionAction.RETURN_TO_APPLICANT),
                figure("Ditandatangani", counts, SubmissionAction.SIGN),
                figure("Dicetak pemohon", counts, SubmissionAction.PRINT));
    }

    private static Figure figure(String name, Map<SubmissionAction, Integer> counts, SubmissionAction action) {
        return Figure.done(name, counts.getOrDefault(action, 0));
    }
}
