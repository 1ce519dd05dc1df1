package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lies in the lanes for one person to begin with, what is due first at the top. */
@Repository
class WorkQueue {

    private final JdbcClient jdbc;

    WorkQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Read without locks, so that of two who ask at once neither hides the queue from the other; who begins with one of
     * them has to lock it and look again.
     *
     * @param person nothing is found on which that one has worked in another lane
     */
    List<UUID> free(Collection<OfficeCode> offices, Collection<Desk> lanes, StaffId person, Instant now, int limit) {
        if (offices.isEmpty() || lanes.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT r.id FROM submission_request r
                        WHERE r.office_code IN (:offices) AND r.status IN (:statuses) AND r.anonymised_at IS NULL
                          AND (r.holder_id IS NULL OR r.held_until <= :now)
                          AND NOT EXISTS (SELECT 1 FROM submission_transition t
                            WHERE t.submission_id = r.id AND t.actor_id = :person AND t.desk <> 'APPLICANT'
                              AND t.desk <> IF(r.status = 'CHECKED', 'VERIFIER', 'OPERATOR'))
                        ORDER BY r.step_due_at IS NULL, r.step_due_at, r.status_since, r.id
                        LIMIT :limit""")
                .param("offices", offices.stream().map(OfficeCode::value).toList())
                .param("statuses", statuses(lanes))
                .param("now", UtcDateTime.of(now))
                .param("person", person.value())
                .param("limit", limit)
                .query(OneColumn.ID)
                .list();
    }

    private static List<String> statuses(Collection<Desk> lanes) {
        return Arrays.stream(SubmissionStatus.values())
                .filter(status -> lanes.contains(status.desk()))
                .map(Enum::name)
                .toList();
    }
}
