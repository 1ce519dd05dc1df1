package id.dukcapil.portal.visits.day;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.visits.day.DayRow.Compared;
import id.dukcapil.portal.visits.day.DayRow.Correction;
import id.dukcapil.portal.visits.day.DayRow.Result;
import id.dukcapil.portal.visits.day.DayRow.Who;
import id.dukcapil.portal.visits.pupil.PupilVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows and operations of visits as they are stored. */
@Component
class OutcomeRows {

    private final JdbcClient jdbc;

    OutcomeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An operation as it is kept. @param pupil its row; null when there is none */
    record Kept(
            UUID visit,
            UUID device,
            Operation operation,
            @Nullable UUID pupil,
            String payload,
            Instant tappedAt,
            Instant receivedAt,
            UUID actor,
            String actorName,
            @Nullable String onBehalf,
            Verdict verdict) {}

    /** Takes the pupils of the school who can get an outcome on that day, as far as they are not there yet. */
    void enter(UUID visit, String npsn, LocalDate last, Instant now) {
        jdbc.sql("INSERT IGNORE INTO visits_day (visit_id, opened_at) VALUES (?, ?)")
                .params(visit, UtcDateTime.of(now))
                .update();
        jdbc.sql("""
                        INSERT IGNORE INTO visits_outcome (id, visit_id, pupil_id, nisn, nik, full_name, class_name, birth_date, verdict,
                          finding, added, changed_at)
                        SELECT UUID(), :visit, p.id, p.nisn, p.nik, p.full_name, p.class_name, p.birth_date, p.verdict, p.finding,
                          FALSE, :now
                        FROM visits_pupil p
                        WHERE p.npsn = :npsn AND p.left_at IS NULL AND p.verdict IN (:wanted)
                          AND COALESCE(p.birth_date <= :born, TRUE)
                          AND NOT EXISTS (SELECT 1 FROM visits_outcome o
                            WHERE o.pupil_id = p.id AND o.visit_id <> :visit AND o.outcome IN (:done))""")
                .param("visit", visit)
                .param("npsn", npsn)
                .param("now", UtcDateTime.of(now))
                .param("born", last.minusYears(PupilVerdict.RECORDING_AGE))
                .param("wanted", PupilVerdict.names(verdict -> verdict != PupilVerdict.RECORDED))
                .param("done", Outcome.names(Outcome::isForPrinting))
                .update();
    }

    /** Operations of one visit are judged one batch after the other. @return whether the day was opened */
    boolean lock(UUID visit) {
        return jdbc.sql("SELECT visit_id FROM visits_day WHERE visit_id = ? FOR UPDATE")
                .param(visit)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    int lastSeq(UUID visit, UUID device) {
        return jdbc.sql("SELECT COALESCE(MAX(seq), 0) FROM visits_operation WHERE visit_id = ? AND device = ?")
                .params(visit, device)
                .query(Integer.class)
                .single();
    }

    Optional<Verdict> verdict(UUID operation) {
        return jdbc.sql("SELECT id, verdict, sentence FROM visits_operation WHERE id = ?")
                .param(operation)
                .query((row, number) -> new Verdict(
                        row.getObject(1, UUID.class), Verdict.Kind.valueOf(row.getString(2)), row.getString(3)))
                .optional();
    }

    void keep(Kept kept) {
        jdbc.sql("""
                        INSERT INTO visits_operation (id, visit_id, device, seq, outcome_id, kind, payload, tapped_at, received_at,
                          actor_id, actor_name, on_behalf, verdict, sentence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        kept.operation().id(),
                        kept.visit(),
                        kept.device(),
                        kept.operation().seq(),
                        kept.pupil(),
                        kept.operation().kind().name(),
                        kept.payload(),
                        UtcDateTime.of(kept.tappedAt()),
                        UtcDateTime.of(kept.receivedAt()),
                        kept.actor(),
                        kept.actorName(),
                        kept.onBehalf(),
                        kept.verdict().kind().name(),
                        kept.verdict().sentence()))
                .update();
    }

    /** The row of an operation; of two rows of one pupil the one that counts. */
    Optional<DayRow> find(UUID visit, UUID pupil) {
        return jdbc.sql("""
                        SELECT o.* FROM visits_outcome o
                        JOIN visits_outcome named ON o.id = COALESCE(named.twin_of, named.id)
                        WHERE named.id = ? AND named.visit_id = ?""").params(pupil, visit).query(OutcomeRows::row).optional();
    }

    DayRow row(UUID id) {
        return jdbc.sql("SELECT * FROM visits_outcome WHERE id = ?")
                .param(id)
                .query(OutcomeRows::row)
                .single();
    }

    Optional<DayRow> samePerson(UUID visit, String nisn, String nik) {
        return jdbc.sql("""
                        SELECT * FROM visits_outcome WHERE visit_id = ? AND twin_of IS NULL
                          AND (nisn = NULLIF(?, '') OR nik = NULLIF(?, '')) LIMIT 1""").params(visit, nisn, nik).query(OutcomeRows::row).optional();
    }

    void add(UUID visit, UUID id, Operation.Added added, @Nullable UUID twin, Instant now) {
        jdbc.sql("""
                        INSERT IGNORE INTO visits_outcome (id, visit_id, twin_of, nisn, nik, full_name, class_name, birth_date, verdict,
                          finding, added, changed_at)
                        VALUES (?, ?, ?, NULLIF(?, ''), NULLIF(?, ''), ?, ?, ?, ?, '', TRUE, ?)""")
                .params(Arrays.asList(
                        id,
                        visit,
                        twin,
                        added.nisn(),
                        added.nik(),
                        added.name(),
                        added.className(),
                        added.birthDate(),
                        PupilVerdict.TO_RECORD.name(),
                        UtcDateTime.of(now)))
                .update();
    }

    /** All of a visit, by class and name. @param since only those that changed from then on; null for all */
    List<DayRow> list(UUID visit, @Nullable Instant since) {
        return jdbc.sql("""
                        SELECT * FROM visits_outcome WHERE visit_id = :visit AND twin_of IS NULL AND changed_at >= :since
                        ORDER BY class_name, full_name, id""")
                .param("visit", visit)
                .param("since", UtcDateTime.of(since == null ? Instant.EPOCH : since))
                .query(OutcomeRows::row)
                .list();
    }

    void store(DayRow row, Instant now) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", row.id());
        values.put("now", UtcDateTime.of(now));
        Compared siak = row.siak();
        values.put("siak", siak == null ? null : siak.same() ? "SAME" : "DIFFERS");
        values.put("siak_at", siak == null ? null : UtcDateTime.of(siak.at()));
        values.put("siak_device", siak == null ? null : siak.device());
        Correction correction = row.correction();
        Operation.Fix fix = correction == null ? null : correction.fix();
        values.put("fix_field", fix == null ? null : fix.field());
        values.put("fix_before", fix == null ? null : fix.before());
        values.put("fix_after", fix == null ? null : fix.after());
        values.put("fix_evidence", fix == null ? null : fix.evidence());
        Instant done = correction == null ? null : correction.doneAt();
        values.put("fixed_at", done == null ? null : UtcDateTime.of(done));
        values.put("fixed_by", correction == null ? null : correction.doneBy());
        put(values, "outcome", "reason", row.result());
        put(values, "rival", "rival_reason", row.rival());
        jdbc.sql("""
                        UPDATE visits_outcome SET siak = :siak, siak_at = :siak_at, siak_device = :siak_device, fix_field = :fix_field,
                          fix_before = :fix_before, fix_after = :fix_after, fix_evidence = :fix_evidence, fixed_at = :fixed_at,
                          fixed_by = :fixed_by, outcome = :outcome, reason = :reason, outcome_at = :outcome_at,
                          outcome_by = :outcome_by, outcome_device = :outcome_device, rival = :rival, rival_reason = :rival_reason,
                          rival_at = :rival_at, rival_by = :rival_by, rival_device = :rival_device, changed_at = :now
                        WHERE id = :id""").params(values).update();
    }

    private static void put(Map<String, @Nullable Object> values, String name, String reason, @Nullable Result result) {
        values.put(name, result == null ? null : result.outcome().name());
        values.put(reason, result == null ? null : result.reason());
        values.put(name + "_at", result == null ? null : UtcDateTime.of(result.at()));
        values.put(name + "_by", result == null ? null : result.by());
        values.put(name + "_device", result == null ? null : result.device());
    }

    static DayRow row(ResultSet row, int number) throws SQLException {
        String nik = row.getString("nik");
        String siak = row.getString("siak");
        String field = row.getString("fix_field");
        return new DayRow(
                uuid(row, "id"),
                new Who(
                        row.getString("full_name"),
                        row.getString("class_name"),
                        row.getString("nisn"),
                        nik == null ? null : new Nik(nik),
                        row.getObject("birth_date", LocalDate.class)),
                PupilVerdict.valueOf(row.getString("verdict")),
                row.getString("finding"),
                row.getBoolean("added"),
                siak == null
                        ? null
                        : new Compared(siak.equals("SAME"), UtcDateTime.read(row, "siak_at"), uuid(row, "siak_device")),
                field == null
                        ? null
                        : new Correction(
                                new Operation.Fix(
                                        field,
                                        row.getString("fix_before"),
                                        row.getString("fix_after"),
                                        row.getString("fix_evidence")),
                                UtcDateTime.readNullable(row, "fixed_at"),
                                row.getString("fixed_by")),
                result(row, "outcome", "reason"),
                result(row, "rival", "rival_reason"),
                row.getString("order_number"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    private static @Nullable Result result(ResultSet row, String name, String reason) throws SQLException {
        String outcome = row.getString(name);
        return outcome == null
                ? null
                : new Result(
                        Outcome.valueOf(outcome),
                        row.getString(reason),
                        UtcDateTime.read(row, name + "_at"),
                        row.getString(name + "_by"),
                        uuid(row, name + "_device"));
    }

    /** @return null while the day goes on */
    @Nullable
    Instant closedAt(UUID visit) {
        return jdbc.sql("SELECT closed_at FROM visits_day WHERE visit_id = ?")
                .param(visit)
                .query((row, number) -> Optional.ofNullable(UtcDateTime.readNullable(row, "closed_at")))
                .optional()
                .flatMap(found -> found)
                .orElse(null);
    }
}
