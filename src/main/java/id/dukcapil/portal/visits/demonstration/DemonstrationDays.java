package id.dukcapil.portal.visits.demonstration;

import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.day.VisitClock;
import id.dukcapil.portal.visits.pupil.PupilVerdict;
import id.dukcapil.portal.visits.visit.VisitStatus;
import id.dukcapil.portal.visits.visit.Visits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What came of the pupils of last weeks' visits, and one visit today that waits for its tablet. Invented visits go to schools of
 * which there is a list, so that every figure leads to pupils.
 */
@Component
@Order(68)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.visits.demonstration"})
class DemonstrationDays implements SetUpStep {

    private static final String DEVICE = "0192a000-0000-7000-8000-0000000000%02d";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Organisation organisation;
    private final Visits visits;
    private final VisitClock measured;
    private final ActingSystem system;
    private final Clock clock;

    DemonstrationDays(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Organisation organisation,
            Visits visits,
            VisitClock measured,
            ActingSystem system,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.organisation = organisation;
        this.visits = visits;
        this.measured = measured;
        this.system = system;
        this.clock = clock;
    }

    private record Past(UUID id, String number, LocalDate day) {}

    @Override
    public void enter() {
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM visits_day)")
                .query(Boolean.class)
                .single();
        if (!used) {
            transaction.executeWithoutResult(status -> invent(organisation.today(clock)));
        }
    }

    private void invent(LocalDate today) {
        List<String> schools = jdbc.sql("""
                        SELECT npsn FROM visits_pupil WHERE verdict = ? AND birth_date <= ? GROUP BY npsn ORDER BY COUNT(*) DESC, npsn""")
                .params(PupilVerdict.TO_RECORD.name(), today.minusYears(PupilVerdict.RECORDING_AGE))
                .query(OneColumn.TEXT)
                .list();
        List<Past> done = jdbc.sql(
                        "SELECT id, number, first_day FROM visits_visit WHERE status = ? ORDER BY first_day DESC")
                .param(VisitStatus.DONE.name())
                .query((row, number) ->
                        new Past(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, LocalDate.class)))
                .list();
        Optional<UUID> next = jdbc.sql("SELECT id FROM visits_visit WHERE status = ? ORDER BY first_day LIMIT 1")
                .param(VisitStatus.PUBLISHED.name())
                .query(UUID.class)
                .optional();
        if (schools.isEmpty() || next.isEmpty()) {
            return;
        }
        // On a day without visits the next one is today, so that there is one to work on
        jdbc.sql("UPDATE visits_visit SET first_day = ?, last_day = ? WHERE id = ?")
                .params(today, today, next.get())
                .update();
        at(next.get(), schools.getFirst(), today);
        for (int i = 1; i < Math.min(schools.size(), done.size() + 1); i++) {
            Past past = done.get(i - 1);
            at(past.id(), schools.get(i), past.day());
            day(past, schools.get(i));
            system.with(
                    Set.of(Permission.VISIT_READ),
                    () -> visits.find(past.number()).ifPresent(measured::visit));
        }
    }

    /** Moves a visit to another school. */
    private void at(UUID visit, String npsn, LocalDate day) {
        jdbc.sql("""
                        UPDATE visits_visit v JOIN visits_school s ON s.npsn = :npsn
                        SET v.npsn = s.npsn, v.school_name = s.name, v.expected = (SELECT COUNT(*) FROM visits_pupil p
                          WHERE p.npsn = s.npsn AND p.verdict = :open AND p.birth_date <= :born) WHERE v.id = :id""")
                .param("npsn", npsn)
                .param("open", PupilVerdict.TO_RECORD.name())
                .param("born", day.minusYears(PupilVerdict.RECORDING_AGE))
                .param("id", visit)
                .update();
    }

    /** From eight in the morning, on two tablets, one pupil every three minutes. */
    private void day(Past past, String npsn) {
        var morning = UtcDateTime.of(
                past.day().atTime(8, 5).atZone(organisation.timeZone()).toInstant());
        jdbc.sql("""
                        INSERT INTO visits_day (visit_id, opened_at, closed_at, closed_by, signer_name, signer_position, note,
                          ikd_teachers, ikd_pupils)
                        SELECT :id, :morning, :morning + INTERVAL 7 HOUR, 'Yayah Rokayah', s.contact_name, 'Wakil kepala sekolah', '',
                          8 + CRC32(s.npsn) % 20, CRC32(s.name) % 12 FROM visits_school s WHERE s.npsn = :npsn""")
                .param("id", past.id())
                .param("morning", morning)
                .param("npsn", npsn)
                .update();
        jdbc.sql("""
                        INSERT INTO visits_outcome (id, visit_id, pupil_id, nisn, nik, full_name, class_name, birth_date, verdict, finding,
                          added, siak, siak_at, siak_device, fix_field, fix_before, fix_after, fix_evidence, fixed_at, fixed_by,
                          outcome, reason, outcome_at, outcome_by, outcome_device, changed_at)
                        SELECT UUID(), :id, id, nisn, nik, full_name, class_name, birth_date, verdict, finding, FALSE,
                          IF(luck > 90, NULL, IF(luck > 84, 'DIFFERS', 'SAME')), IF(luck > 90, NULL, begun), IF(luck > 90, NULL, tablet),
                          IF(luck BETWEEN 85 AND 90, 'Tanggal lahir', NULL),
                          IF(luck BETWEEN 85 AND 90, DATE_FORMAT(birth_date, '%d-%m-%Y'), NULL),
                          IF(luck BETWEEN 85 AND 90, DATE_FORMAT(birth_date + INTERVAL 9 DAY, '%d-%m-%Y'), NULL),
                          IF(luck BETWEEN 85 AND 90, CONCAT('Akta 3204-LT-', DATE_FORMAT(birth_date, '%d%m%Y'), '-', place), NULL),
                          IF(luck BETWEEN 85 AND 88, begun + INTERVAL 1 DAY, NULL),
                          IF(luck BETWEEN 85 AND 88, 'Yayah Rokayah', NULL),
                          CASE WHEN luck > 93 THEN 'ABSENT' WHEN luck > 90 THEN 'FAILED' WHEN verdict = :ready THEN 'PRINT_LIST'
                            ELSE 'RECORDED' END,
                          IF(luck BETWEEN 91 AND 93, 'Sidik jari tidak terbaca', NULL), begun + INTERVAL 4 MINUTE,
                          IF(place % 2, 'Yayah Rokayah', 'Wati Sulastri'), tablet, begun + INTERVAL 4 MINUTE
                        FROM (SELECT p.*, CRC32(CONCAT(p.full_name, p.birth_date, 'hari')) % 100 AS luck,
                            ROW_NUMBER() OVER (ORDER BY class_name, full_name) AS place,
                            :morning + INTERVAL 3 * ROW_NUMBER() OVER (ORDER BY class_name, full_name) MINUTE AS begun,
                            IF(ROW_NUMBER() OVER (ORDER BY class_name, full_name) % 2, :one, :two) AS tablet
                          FROM visits_pupil p WHERE p.npsn = :npsn AND p.left_at IS NULL AND p.birth_date <= :born
                            AND p.verdict IN (:wanted)) listed WHERE place <= 120""")
                .param("id", past.id())
                .param("morning", morning)
                .param("ready", PupilVerdict.PRINT_READY.name())
                .param("one", DEVICE.formatted(1))
                .param("two", DEVICE.formatted(2))
                .param("npsn", npsn)
                .param("born", past.day().minusYears(PupilVerdict.RECORDING_AGE))
                .param(
                        "wanted",
                        PupilVerdict.names(
                                verdict -> verdict == PupilVerdict.TO_RECORD || verdict == PupilVerdict.PRINT_READY))
                .update();
        jdbc.sql("""
                        UPDATE visits_visit SET recorded = (SELECT COUNT(*) FROM visits_outcome
                          WHERE visit_id = :id AND outcome = 'RECORDED') WHERE id = :id""").param("id", past.id()).update();
    }
}
