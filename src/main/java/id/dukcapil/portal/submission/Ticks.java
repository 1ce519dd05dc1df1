package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.ActedBy;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checklists of requests with what has been ticked on them. */
@Repository
class Ticks {

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
                .param("since", UtcDateTime.of(submission.inLaneSince()))
                .query(TICKED)
                .list()
                .forEach(ticked -> ticks.put(ticked.item(), ticked.tick()));
        List<Checklist.Item> listed = items.of(desk, submission.reasonCode()).stream()
                .map(line -> new Checklist.Item(line.code(), line.text(), line.basis(), ticks.get(line.code())))
                .toList();
        return new Checklist(desk, listed);
    }

    /** Ticking twice keeps the first, unless that one counts no longer. */
    void tick(SubmissionDetails submission, String item, ActedBy by) {
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
                .param("since", UtcDateTime.of(submission.inLaneSince()))
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
