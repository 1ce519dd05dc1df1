package id.dukcapil.portal.visits.day;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.visits.visit.VisitStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits that are published or done, with what came of their pupils. */
@Service
@PreAuthorize("hasAuthority('VISIT_READ')")
@Transactional(readOnly = true)
public class VisitOutcomes {

    private static final RecordRow<DayFigure> ROW = RecordRow.of(DayFigure.class);

    private final JdbcClient jdbc;

    VisitOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A visit in figures; the outcomes and {@code open} add up to {@code pupils}.
     *
     * @param pupils on the list of the day; 0 before it was opened on a tablet
     * @param recorded of a visit without a tablet what was entered by hand
     * @param printed cards that were printed
     * @param handedOver cards that are in the hands of their holders
     */
    public record DayFigure(
            String number,
            String npsn,
            String schoolName,
            VisitStatus status,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable String crew,
            int expected,
            int pupils,
            int recorded,
            int printList,
            int failed,
            int absent,
            int open,
            int rivals,
            int corrections,
            int fixed,
            int printed,
            int handedOver,
            @Nullable Instant firstOutcome,
            @Nullable Instant lastOutcome,
            int ikdTeachers,
            int ikdPupils) {}

    /** The latest first. */
    public List<DayFigure> between(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT v.number, v.npsn, v.school_name, v.status, v.first_day, v.last_day, v.crew_code AS crew, v.expected,
                          COUNT(o.id) AS pupils,
                          IF(COUNT(o.id) = 0, COALESCE(v.recorded, 0), COALESCE(SUM(o.outcome = 'RECORDED'), 0)) AS recorded,
                          COALESCE(SUM(o.outcome = 'PRINT_LIST'), 0) AS print_list,
                          COALESCE(SUM(o.outcome = 'FAILED'), 0) AS failed, COALESCE(SUM(o.outcome = 'ABSENT'), 0) AS absent,
                          COALESCE(SUM(o.id IS NOT NULL AND o.outcome IS NULL), 0) AS open,
                          COALESCE(SUM(o.rival IS NOT NULL), 0) AS rivals,
                          COALESCE(SUM(o.fix_field IS NOT NULL), 0) AS corrections,
                          COALESCE(SUM(o.fixed_at IS NOT NULL), 0) AS fixed,
                          COALESCE(SUM(o.printed_at IS NOT NULL), 0) AS printed,
                          COALESCE(SUM(o.handed_at IS NOT NULL), 0) AS handed_over,
                          MIN(o.outcome_at) AS first_outcome, MAX(o.outcome_at) AS last_outcome,
                          COALESCE(d.ikd_teachers, 0) AS ikd_teachers, COALESCE(d.ikd_pupils, 0) AS ikd_pupils
                        FROM visits_visit v LEFT JOIN visits_day d ON d.visit_id = v.id
                        LEFT JOIN visits_outcome o ON o.visit_id = v.id AND o.twin_of IS NULL
                        WHERE v.status IN (:statuses) AND v.first_day <= :to AND v.last_day >= :from
                        GROUP BY v.id ORDER BY v.first_day DESC, v.id DESC""")
                .param("statuses", CaseStatus.names(VisitStatus.class, VisitOutcomes::isWorkedOn))
                .param("from", from)
                .param("to", to)
                .query(ROW)
                .list();
    }

    static boolean isWorkedOn(VisitStatus status) {
        return status == VisitStatus.PUBLISHED || status == VisitStatus.DONE;
    }
}
