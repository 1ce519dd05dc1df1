package id.dukcapil.portal.visits.coverage;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.day.Outcome;
import id.dukcapil.portal.visits.pupil.PupilVerdict;
import id.dukcapil.portal.visits.visit.VisitStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Share of the pupils of 16 and older who are recorded: by the register when their list was compared last, or by a visit since.
 * The denominator is the lists of the schools.
 */
@Service
@PreAuthorize("hasAuthority('VISIT_READ')")
@Transactional(readOnly = true)
public class CoverageFigures {

    private static final RecordRow<CoverageRow> ROW = RecordRow.of(CoverageRow.class);
    private static final RecordRow<SchoolPoint> POINT = RecordRow.of(SchoolPoint.class);

    /** A pupil with two schools counts at both, as on the lists; a visit counts only at the school of the row. */
    private static final String COUNTED = """
            COUNT(DISTINCT s.npsn) AS schools, COUNT(p.id) AS pupils,
              COALESCE(SUM(p.verdict IN (:recorded) OR COALESCE(o.done, 0)), 0) AS recorded,
              COALESCE(SUM((p.verdict IN (:recorded) OR COALESCE(o.done, 0)) AND p.birth_date > :seventeen), 0) AS held,
              COALESCE(SUM(NOT (p.verdict IN (:recorded) OR COALESCE(o.done, 0)) AND v.npsn IS NULL), 0) AS unplanned
            FROM visits_school s JOIN visits_pupil p ON p.npsn = s.npsn AND p.left_at IS NULL AND p.birth_date <= :sixteen
            LEFT JOIN (SELECT pupil_id, MAX(outcome IN (:printing)) AS done FROM visits_outcome
              WHERE pupil_id IS NOT NULL GROUP BY pupil_id) o ON o.pupil_id = p.id
            LEFT JOIN (SELECT DISTINCT npsn FROM visits_visit WHERE status IN (:open)) v ON v.npsn = s.npsn""";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Clock clock;

    CoverageFigures(JdbcClient jdbc, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** How the pupils are grouped. */
    public enum By {
        DISTRICT("Kecamatan", "s.district_name", "s.district_code"),
        SCHOOL("Sekolah", "s.name", "s.npsn"),
        COHORT("Tahun lahir", "CAST(YEAR(p.birth_date) AS CHAR)", "YEAR(p.birth_date)"),
        ALL("Kabupaten", "'Semua'", "1");

        private final String label;
        private final String name;
        private final String key;

        By(String label, String name, String key) {
            this.label = label;
            this.name = name;
            this.key = key;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A group of pupils of 16 and older.
     *
     * @param held recorded, but below 17
     * @param unplanned not recorded, and their school has no visit ahead
     */
    public record CoverageRow(
            String name, String code, int schools, int pupils, int recorded, int held, int unplanned) {

        public int missing() {
            return pupils - recorded;
        }

        /** Between 0 and 1; 0 without pupils. */
        public double share() {
            return pupils == 0 ? 0 : (double) recorded / pupils;
        }
    }

    /** A school on the map. */
    public record SchoolPoint(
            String npsn,
            String name,
            @Nullable Double latitude,
            @Nullable Double longitude,
            int pupils,
            int recorded) {}

    /** The lowest share first. */
    public List<CoverageRow> by(By by) {
        return ask("SELECT MIN(%s) AS name, %s AS code, %s GROUP BY code".formatted(by.name, by.key, COUNTED))
                .query(ROW)
                .list()
                .stream()
                .sorted(Comparator.comparingDouble(CoverageRow::share).thenComparing(CoverageRow::name))
                .toList();
    }

    public CoverageRow whole() {
        return by(By.ALL).stream().findFirst().orElseGet(() -> new CoverageRow("Semua", "1", 0, 0, 0, 0, 0));
    }

    public List<SchoolPoint> map() {
        return ask("SELECT s.npsn, s.name, s.latitude, s.longitude, %s WHERE s.latitude IS NOT NULL GROUP BY s.npsn"
                        .formatted(COUNTED))
                .query(POINT)
                .list();
    }

    private JdbcClient.StatementSpec ask(String sql) {
        LocalDate today = organisation.today(clock);
        return jdbc.sql(sql)
                .param("recorded", PupilVerdict.names(PupilVerdict::isRecorded))
                .param("printing", Outcome.names(Outcome::isForPrinting))
                .param("sixteen", today.minusYears(PupilVerdict.RECORDING_AGE))
                .param("seventeen", today.minusYears(17))
                .param("open", CaseStatus.names(VisitStatus.class, VisitStatus::isOpen));
    }
}
