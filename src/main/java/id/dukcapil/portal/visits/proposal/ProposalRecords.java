package id.dukcapil.portal.visits.proposal;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.proposal.ProposalRow.Change;
import id.dukcapil.portal.visits.proposal.ProposalRow.Decision;
import id.dukcapil.portal.visits.pupil.PupilVerdict;
import id.dukcapil.portal.visits.visit.VisitStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals and their rows in the database, and what a proposal reads beside the services. */
@Component
class ProposalRecords {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ProposalRecords(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The one before goes. @return false when one is being made, for whatever office */
    boolean begin(Proposal proposal) {
        jdbc.sql("DELETE FROM visits_proposal WHERE running IS NULL").update();
        return jdbc.sql("""
                        INSERT IGNORE INTO visits_proposal (id, office_code, first_day, last_day, seconds, status, running, stop_asked,
                          asked_by, asked_at, curve, costs, months)
                        VALUES (:id, :office, :first, :last, :seconds, :status, 1, FALSE, :by, :at, '', '', '')""")
                        .param("id", proposal.id())
                        .param("office", proposal.office().value())
                        .param("first", proposal.firstDay())
                        .param("last", proposal.lastDay())
                        .param("seconds", proposal.seconds())
                        .param("status", ProposalStatus.WAITING.name())
                        .param("by", proposal.askedBy())
                        .param("at", UtcDateTime.of(proposal.askedAt()))
                        .update()
                == 1;
    }

    Optional<Proposal> find(UUID id) {
        return jdbc.sql("SELECT * FROM visits_proposal WHERE id = ?")
                .param(id)
                .query(RecordRow.of(Proposal.class))
                .optional();
    }

    Optional<Proposal> latest() {
        return jdbc.sql("SELECT * FROM visits_proposal WHERE status <> ? ORDER BY asked_at DESC LIMIT 1")
                .param(ProposalStatus.DISCARDED.name())
                .query(RecordRow.of(Proposal.class))
                .optional();
    }

    List<ProposalRow> rows(UUID proposal) {
        return jdbc.sql("SELECT * FROM visits_proposal_row WHERE proposal_id = ? ORDER BY first_day, school_name, id")
                .param(proposal)
                .query(RecordRow.of(ProposalRow.class))
                .list();
    }

    /** @return false when it is decided already */
    boolean decide(long row, Decision from, Decision to) {
        return jdbc.sql("UPDATE visits_proposal_row SET decision = ? WHERE id = ? AND decision = ?")
                        .params(to.name(), row, from.name())
                        .update()
                == 1;
    }

    void askToStop(UUID id) {
        jdbc.sql("UPDATE visits_proposal SET stop_asked = TRUE WHERE id = ?")
                .param(id)
                .update();
    }

    void end(UUID id, ProposalStatus status, @Nullable String trouble) {
        jdbc.sql("UPDATE visits_proposal SET status = :status, running = NULL, trouble = :trouble WHERE id = :id")
                .param("status", status.name())
                .param("trouble", trouble)
                .param("id", id)
                .update();
    }

    void checked(UUID id, Capacity capacity, String months) {
        jdbc.sql("UPDATE visits_proposal SET needed_minutes = ?, available_minutes = ?, months = ? WHERE id = ?")
                .params(capacity.needed(), capacity.available(), months, id)
                .update();
    }

    void first(UUID id, long millis, long naive, long cost) {
        jdbc.sql("""
                        UPDATE visits_proposal SET status = ?, first_millis = ?, naive_cost = ?, first_cost = ?, cost = ?, curve = ?
                        WHERE id = ?""")
                .params(ProposalStatus.SOLVING.name(), millis, naive, cost, cost, "0:" + cost, id)
                .update();
    }

    /** A better plan; the curve keeps what has room. */
    void better(UUID id, long second, long cost) {
        jdbc.sql("UPDATE visits_proposal SET cost = ?, curve = LEFT(CONCAT(curve, ?), 4000) WHERE id = ?")
                .params(cost, ",%d:%d".formatted(second, cost), id)
                .update();
    }

    void costs(UUID id, String costs) {
        jdbc.sql("UPDATE visits_proposal SET costs = ? WHERE id = ?")
                .params(costs, id)
                .update();
    }

    void replaceRows(UUID id, List<@Nullable Object[]> rows) {
        jdbc.sql("DELETE FROM visits_proposal_row WHERE proposal_id = ?")
                .param(id)
                .update();
        batches.batchUpdate("""
                INSERT INTO visits_proposal_row (proposal_id, npsn, school_name, kind, visit_number, seen, informed, pupils, first_day,
                  days, crew, vehicle, sets, helpers, cost, change_kind, note, decision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    static @Nullable Object[] row(UUID proposal, Candidate school, @Nullable Arrangement at, long cost, String note) {
        return new @Nullable Object[] {
            proposal,
            school.npsn(),
            school.school(),
            school.kind().name(),
            school.visit(),
            school.seen(),
            school.informed(),
            school.pupils(),
            at == null ? null : at.first(),
            at == null ? 0 : at.days(),
            at == null ? null : at.crew(),
            at == null ? null : at.vehicle(),
            at == null ? "" : joined(at.sets()),
            at == null ? "" : joined(at.helpers()),
            cost,
            Change.of(school, at).name(),
            note,
            Decision.OPEN.name()
        };
    }

    private static String joined(Set<?> codes) {
        return codes.stream().map(String::valueOf).sorted().collect(Collectors.joining(","));
    }

    /** Days that schools asked for, by number of the visit. */
    Map<String, LocalDate> wishes(LocalDate from, LocalDate to) {
        var wishes = new HashMap<String, LocalDate>();
        jdbc.sql("SELECT number, wished_day FROM visits_visit WHERE wished_day BETWEEN ? AND ?")
                .params(from, to)
                .query((row, number) -> wishes.put(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
        return wishes;
    }

    /** Schools that have a visit in this time, done ones included. */
    Set<String> visited(LocalDate from, LocalDate to) {
        return new HashSet<>(jdbc.sql("""
                        SELECT npsn FROM visits_visit WHERE first_day BETWEEN :from AND :to AND status IN (:statuses)""")
                .param("from", from)
                .param("to", to)
                .param(
                        "statuses",
                        new ArrayList<>(CaseStatus.names(VisitStatus.class, status -> status != VisitStatus.CANCELLED)))
                .query((row, number) -> row.getString(1))
                .list());
    }

    /** Pupils to record by school, those who turn sixteen until then included. */
    Map<String, Integer> toRecord(LocalDate day) {
        var many = new HashMap<String, Integer>();
        jdbc.sql("""
                        SELECT npsn, COUNT(*) FROM visits_pupil
                        WHERE left_at IS NULL AND verdict IN (:open) AND birth_date <= :born GROUP BY npsn""")
                .param("open", PupilVerdict.names(PupilVerdict::isOpen))
                .param("born", day.minusYears(PupilVerdict.RECORDING_AGE))
                .query((row, number) -> many.put(row.getString(1), row.getInt(2)))
                .list();
        return many;
    }
}
