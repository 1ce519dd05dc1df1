package id.dukcapil.portal.sla;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseDue;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the clocks of cases are read from, always in the transaction of who leads the case. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CaseBook {

    private record Target(int step, Duration time) {}

    record OpenCase(UUID id, OfficeCode office) {}

    record FollowedCase(OfficeCode office, String standard) {}

    private static final RowMapper<OpenCase> OPEN = RecordRow.of(OpenCase.class);

    private static final RowMapper<FollowedCase> FOLLOWED = RecordRow.of(FollowedCase.class);

    private static final RowMapper<CaseInterval> INTERVAL =
            RecordRow.of(CaseInterval.class).from("from", "from_at").from("to", "to_at");

    private static final RowMapper<Target> TARGET =
            (row, number) -> new Target(row.getInt("step"), Duration.ofSeconds(row.getLong("seconds")));

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final PauseBook pauses;

    CaseBook(JdbcClient jdbc, JdbcTemplate batches, PauseBook pauses) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.pauses = pauses;
    }

    /** Keeps others from moving it until the transaction ends; false when it has not been opened. */
    boolean lock(UUID caseId) {
        return jdbc.sql("SELECT id FROM sla_case WHERE id = :id FOR UPDATE")
                .param("id", caseId)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void open(CaseMoved move, CaseTargets targets) {
        jdbc.sql("""
                        INSERT INTO sla_case (id, standard, standard_hash, number, office_code, opened_at)
                        SELECT :id, slug, content_hash, :number, :office, :at FROM sla_standard WHERE slug = :standard""")
                .param("id", move.caseId())
                .param("number", move.number())
                .param("office", move.office().value())
                .param("at", UtcDateTime.of(move.at()))
                .param("standard", move.procedure())
                .update();
        targets.steps()
                .forEach((step, time) -> jdbc.sql(
                                "INSERT INTO sla_case_target (case_id, step, seconds) VALUES (:id, :step, :seconds)")
                        .param("id", move.caseId())
                        .param("step", step)
                        .param("seconds", time.toSeconds())
                        .update());
    }

    /** @param cases of that procedure, each with its moves from opening to end */
    void enterPast(String procedure, CaseTargets targets, List<List<CaseMoved>> cases) {
        String hash = jdbc.sql("SELECT content_hash FROM sla_standard WHERE slug = ?")
                .param(procedure)
                .query(String.class)
                .single();
        List<Object[]> opened = new ArrayList<>();
        List<Object[]> promised = new ArrayList<>();
        List<@Nullable Object[]> stays = new ArrayList<>();
        for (List<CaseMoved> moves : cases) {
            CaseMoved first = moves.getFirst();
            UUID id = first.caseId();
            opened.add(new Object[] {
                id,
                procedure,
                hash,
                first.number(),
                first.office().value(),
                UtcDateTime.of(first.at()),
                UtcDateTime.of(moves.getLast().at())
            });
            targets.steps().forEach((step, time) -> promised.add(new Object[] {id, step, time.toSeconds()}));
            for (int i = 0; i + 1 < moves.size(); i++) {
                CaseMoved move = moves.get(i);
                stays.add(new @Nullable Object[] {
                    id,
                    i + 1,
                    move.begun(),
                    move.waitingFor().name(),
                    UtcDateTime.of(move.at()),
                    UtcDateTime.of(moves.get(i + 1).at()),
                    officer(moves.get(i + 1).actor())
                });
            }
        }
        batches.batchUpdate("""
                INSERT INTO sla_case (id, standard, standard_hash, number, office_code, opened_at, closed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", opened);
        batches.batchUpdate("INSERT INTO sla_case_target (case_id, step, seconds) VALUES (?, ?, ?)", promised);
        batches.batchUpdate("""
                INSERT INTO sla_interval (case_id, ordinal, step, waiting_for, from_at, to_at, ended_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", stays);
    }

    List<CaseInterval> intervals(UUID caseId) {
        return jdbc.sql("""
                        SELECT step, waiting_for, from_at, to_at FROM sla_interval
                        WHERE case_id = :id ORDER BY ordinal""").param("id", caseId).query(INTERVAL).list();
    }

    /** Who of the staff ended each stay that is over, in their order. */
    List<@Nullable UUID> officers(UUID caseId) {
        var officers = new ArrayList<@Nullable UUID>();
        jdbc.sql("SELECT ended_by FROM sla_interval WHERE case_id = :id AND to_at IS NOT NULL ORDER BY ordinal")
                .param("id", caseId)
                .query(row -> {
                    officers.add(row.getObject("ended_by", UUID.class));
                });
        return officers;
    }

    /** Of a case that is told at once: every move but the first ends a stay. */
    static List<@Nullable UUID> officers(List<CaseMoved> moves) {
        var officers = new ArrayList<@Nullable UUID>();
        moves.stream().skip(1).forEach(move -> officers.add(officer(move.actor())));
        return officers;
    }

    private static @Nullable UUID officer(Actor actor) {
        return actor.kind() == Actor.Kind.STAFF ? actor.id() : null;
    }

    CaseTargets targets(UUID caseId) {
        Map<Integer, Duration> steps = jdbc
                .sql("SELECT step, seconds FROM sla_case_target WHERE case_id = :id")
                .param("id", caseId)
                .query(TARGET)
                .list()
                .stream()
                .collect(toMap(Target::step, Target::time));
        return new CaseTargets(steps);
    }

    void leave(UUID caseId, Instant at, Actor actor) {
        jdbc.sql("UPDATE sla_interval SET to_at = :at, ended_by = :officer WHERE case_id = :id AND to_at IS NULL")
                .param("id", caseId)
                .param("at", UtcDateTime.of(at))
                .param("officer", officer(actor))
                .update();
    }

    void enter(UUID caseId, int ordinal, CaseInterval stay) {
        jdbc.sql("""
                        INSERT INTO sla_interval (case_id, ordinal, step, waiting_for, from_at)
                        VALUES (:id, :ordinal, :step, :party, :from)""")
                .param("id", caseId)
                .param("ordinal", ordinal)
                .param("step", stay.step())
                .param("party", stay.waitingFor().name())
                .param("from", UtcDateTime.of(stay.from()))
                .update();
    }

    /** That stay was not the end of it: it runs, what came after it is gone, and the case is open. */
    void goOn(UUID caseId, int ordinal) {
        jdbc.sql("DELETE FROM sla_interval WHERE case_id = :id AND ordinal > :ordinal")
                .param("id", caseId)
                .param("ordinal", ordinal)
                .update();
        jdbc.sql("UPDATE sla_interval SET to_at = NULL, ended_by = NULL WHERE case_id = :id AND ordinal = :ordinal")
                .param("id", caseId)
                .param("ordinal", ordinal)
                .update();
        jdbc.sql("UPDATE sla_case SET closed_at = NULL WHERE id = :id")
                .param("id", caseId)
                .update();
    }

    /** The stays of a case and the pauses of its office that can touch them. */
    CaseHistory history(UUID caseId, OfficeCode office) {
        List<CaseInterval> stays = intervals(caseId);
        return new CaseHistory(
                stays,
                stays.isEmpty()
                        ? List.of()
                        : pauses.since(office, stays.getFirst().from()));
    }

    List<ClockPause> pauses(OfficeCode office, Instant since) {
        return pauses.since(office, since);
    }

    /** Of a case that is told at once; only pauses that can touch it, because each is cut out of every month it is asked for. */
    static CaseHistory history(List<CaseMoved> moves, List<ClockPause> pauses) {
        var stays = new ArrayList<CaseInterval>();
        for (int i = 0; i + 1 < moves.size(); i++) {
            CaseMoved move = moves.get(i);
            stays.add(new CaseInterval(
                    Objects.requireNonNull(move.begun()),
                    move.waitingFor(),
                    move.at(),
                    moves.get(i + 1).at()));
        }
        Instant end = moves.getLast().at();
        Instant begun = moves.getFirst().at();
        return new CaseHistory(
                stays,
                pauses.stream()
                        .filter(pause -> pause.from().isBefore(end))
                        .filter(pause -> !(pause.to() instanceof Instant over && over.isBefore(begun)))
                        .toList());
    }

    Optional<FollowedCase> find(UUID caseId) {
        return jdbc.sql("SELECT office_code, standard FROM sla_case WHERE id = :id")
                .param("id", caseId)
                .query(FOLLOWED)
                .optional();
    }

    void close(UUID caseId, Instant at) {
        jdbc.sql("UPDATE sla_case SET closed_at = :at WHERE id = :id")
                .param("id", caseId)
                .param("at", UtcDateTime.of(at))
                .update();
    }

    /** @return whether that is not what was kept before */
    boolean keepDue(CaseDue due) {
        return jdbc.sql("""
                        UPDATE sla_case SET step_due = :step, case_due = :whole
                        WHERE id = :id AND NOT (step_due <=> :step AND case_due <=> :whole)""")
                        .param("id", due.caseId())
                        .param("step", UtcDateTime.ofNullable(due.step()))
                        .param("whole", UtcDateTime.ofNullable(due.whole()))
                        .update()
                > 0;
    }

    /** Every case that is not over; asked outside of a transaction too. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    List<OpenCase> openCases() {
        return jdbc.sql("SELECT id, office_code FROM sla_case WHERE closed_at IS NULL ORDER BY office_code, id")
                .query(OPEN)
                .list();
    }
}
