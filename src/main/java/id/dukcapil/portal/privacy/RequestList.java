package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.CaseStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The register of requests as a list: what is due first at the top, and what owes nothing any more below it, newest first. */
@Service
@PreAuthorize("hasAuthority('PRIVACY_READ')")
public class RequestList {

    private static final RowMapper<RequestRow> ROW = RequestList::row;
    private static final RowMapper<CaseList.Waiting> WAITING = (row, number) ->
            new CaseList.Waiting(row.getInt("open"), row.getInt("late"), UtcDateTime.readNullable(row, "next_due"));

    private static final String OWES_ANSWER =
            "status IN (" + CaseStatus.sql(RequestStatus.class, RequestStatus::owesAnswer) + ")";

    private static final String MATCHING = """
            (:kind = '' OR kind = :kind)
            AND (:list = 'ALL' OR %s AND (:list = 'OPEN' OR due_at < :now)
                 OR :list = 'OPEN' AND status = 'ANSWERED')""".formatted(OWES_ANSWER);

    private static final String OPEN_AND_LATE = """
            SELECT COUNT(*) AS open, COALESCE(SUM(due_at < :now), 0) AS late, MIN(due_at) AS next_due
            FROM privacy_request WHERE\s""" + OWES_ANSWER;

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param after the last row seen, or null from the beginning; @param kind null for all */
    public List<RequestRow> page(
            CaseList list, @Nullable RequestKind kind, @Nullable RequestRow after, int skip, int limit) {
        String place = after == null ? "" : " AND list_place >= :place AND (list_place > :place OR id > :id)";
        var statement = matching(
                "SELECT * FROM privacy_request WHERE " + MATCHING + place
                        + " ORDER BY list_place, id LIMIT :limit OFFSET :skip",
                list,
                kind);
        if (after != null) {
            statement = statement.param("place", after.place()).param("id", after.id());
        }
        return statement.param("limit", limit).param("skip", skip).query(ROW).list();
    }

    public int count(CaseList list, @Nullable RequestKind kind) {
        return matching("SELECT COUNT(*) FROM privacy_request WHERE " + MATCHING, list, kind)
                .query(Integer.class)
                .single();
    }

    /** Whose clock is running. */
    public CaseList.Waiting waiting() {
        return jdbc.sql(OPEN_AND_LATE)
                .param("now", UtcDateTime.of(clock.instant()))
                .query(WAITING)
                .single();
    }

    private JdbcClient.StatementSpec matching(String sql, CaseList list, @Nullable RequestKind kind) {
        return jdbc.sql(sql)
                .param("kind", kind == null ? "" : kind.name())
                .param("list", list.name())
                .param("now", UtcDateTime.of(clock.instant()));
    }

    private static RequestRow row(ResultSet row, int number) throws SQLException {
        var status = RequestStatus.valueOf(row.getString("status"));
        String met = status == RequestStatus.WITHDRAWN ? "ended_at" : "answered_at";
        return new RequestRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                RequestKind.valueOf(row.getString("kind")),
                row.getString("full_name"),
                UtcDateTime.read(row, "received_at"),
                new Deadline(UtcDateTime.read(row, "due_at"), UtcDateTime.readNullable(row, met)),
                status,
                row.getLong("list_place"));
    }
}
