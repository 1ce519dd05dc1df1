package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checklists of requests with what has been ticked on them. */
@Repository
class Ticks {

    /** A request that comes back is looked at anew. */
    private static final Map<Desk, Set<SubmissionAction>> BEGINS = Map.of(
            Desk.OPERATOR,
            EnumSet.of(SubmissionAction.SUBMIT, SubmissionAction.COMPLETE, SubmissionAction.RETURN_TO_OPERATOR),
            Desk.VERIFIER,
            EnumSet.of(SubmissionAction.CHECK));

    private record Ticked(String item, Checklist.Tick tick) {}

    private static final RowMapper<Ticked> TICKED = (row, number) -> new Ticked(
            row.getString("item"),
            new Checklist.Tick(row.getString("ticked_name"), UtcDateTime.read(row, "ticked_at")));

    private final JdbcClient jdbc;
    private final ChecklistItems items;

    Ticks(JdbcClient jdbc, ChecklistItems items) {
        this.jdbc = jdbc;
        this.items = items;
    }

    Checklist of(SubmissionDetails submission) {
        Desk desk = submission.status().desk();
        var ticks = new HashMap<String, Checklist.Tick>();
        jdbc.sql("""
                        SELECT item, ticked_name, ticked_at FROM submission_tick
                        WHERE submission_id = :id AND desk = :desk AND ticked_at >= :since""")
                .param("id", submission.id().value())
                .param("desk", desk.name())
                .param("since", UtcDateTime.of(begin(submission, desk)))
                .query(TICKED)
                .list()
                .forEach(ticked -> ticks.put(ticked.item(), ticked.tick()));
        List<Checklist.Item> listed = items.of(desk, submission.reasonCode()).stream()
                .map(line -> new Checklist.Item(line.code(), line.text(), line.basis(), ticks.get(line.code())))
                .toList();
        return new Checklist(desk, listed);
    }

    /** When the request came into the lane; after a decision taken back that is still the time before it. */
    private static Instant begin(SubmissionDetails submission, Desk desk) {
        Set<SubmissionAction> begins = BEGINS.getOrDefault(desk, Set.of());
        return submission.history().stream()
                .filter(step -> begins.contains(step.action()))
                .map(SubmissionDetails.Event::at)
                .reduce((first, last) -> last)
                .orElse(submission.createdAt());
    }

    /** Ticking twice keeps the first, unless that one counts no longer. */
    void tick(SubmissionDetails submission, String item, Act by) {
        Desk desk = submission.status().desk();
        jdbc.sql("""
                        INSERT INTO submission_tick (submission_id, desk, item, ticked_by, ticked_name, ticked_at)
                        VALUES (:id, :desk, :item, :by, :name, :at)
                        ON DUPLICATE KEY UPDATE ticked_by = IF(ticked_at < :since, VALUES(ticked_by), ticked_by),
                          ticked_name = IF(ticked_at < :since, VALUES(ticked_name), ticked_name),
                          ticked_at = IF(ticked_at < :since, VALUES(ticked_at), ticked_at)""")
                .param("id", submission.id().value())
                .param("desk", desk.name())
                .param("item", item)
                .param("by", by.actor().id())
                .param("name", by.actor().name())
                .param("at", UtcDateTime.of(by.at()))
                .param("since", UtcDateTime.of(begin(submission, desk)))
                .update();
    }

    void untick(SubmissionDetails submission, String item) {
        jdbc.sql("DELETE FROM submission_tick WHERE submission_id = :id AND desk = :desk AND item = :item")
                .param("id", submission.id().value())
                .param("desk", submission.status().desk().name())
                .param("item", item)
                .update();
    }
}
