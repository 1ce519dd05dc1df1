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

/** The register of incidents as a list: what is due first at the top, and what owes nothing any more below it, newest first. */
@Service
@PreAuthorize("hasAuthority('PRIVACY_READ')")
public class IncidentList {

    private static final RowMapper<IncidentRow> ROW = IncidentList::row;
    private static final RowMapper<CaseList.Waiting> WAITING = (row, number) ->
            new CaseList.Waiting(row.getInt("open"), row.getInt("late"), UtcDateTime.readNullable(row, "next_due"));

    private static final String OWES_NOTICE =
            "status IN (" + CaseStatus.sql(IncidentStatus.class, IncidentStatus::owesNotice) + ")";
    private static final String MATCHING = "(:list = 'ALL' OR " + OWES_NOTICE
            + " AND (:list = 'OPEN' OR due_at < :now) OR :list = 'OPEN' AND status = 'NOTIFIED')";

    private final JdbcClient jdbc;
    private final Clock clock;

    IncidentList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param after the last row seen, or null from the beginning */
    public List<IncidentRow> page(CaseList list, @Nullable IncidentRow after, int skip, int limit) {
        String place = after == null ? "" : " AND list_place >= :place AND (list_place > :place OR id > :id)";
        var statement = matching(
                "SELECT * FROM privacy_incident WHERE " + MATCHING + place
                        + " ORDER BY list_place, id LIMIT :limit OFFSET :skip",
                list);
        if (after != null) {
            statement = statement.param("place", after.place()).param("id", after.id());
        }
        return statement.param("limit", limit).param("skip", skip).query(ROW).list();
    }

    public int count(CaseList list) {
        return matching("SELECT COUNT(*) FROM privacy_incident WHERE " + MATCHING, list)
                .query(Integer.class)
                .single();
    }

    /** Which still owe a notice. */
    public CaseList.Waiting waiting() {
        return jdbc.sql("SELECT COUNT(*) AS open, COALESCE(SUM(due_at < :now), 0) AS late, MIN(due_at) AS next_due"
                        + " FROM privacy_incident WHERE " + OWES_NOTICE)
                .param("now", UtcDateTime.of(clock.instant()))
                .query(WAITING)
                .single();
    }

    private JdbcClient.StatementSpec matching(String sql, CaseList list) {
        return jdbc.sql(sql).param("list", list.name()).param("now", UtcDateTime.of(clock.instant()));
    }

    private static IncidentRow row(ResultSet row, int number) throws SQLException {
        var status = IncidentStatus.valueOf(row.getString("status"));
        return new IncidentRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                UtcDateTime.read(row, "discovered_at"),
                row.getObject("people", Integer.class),
                DataIncident.deadline(
                        UtcDateTime.read(row, "due_at"),
                        status,
                        UtcDateTime.readNullable(row, "authority_notified_at"),
                        UtcDateTime.readNullable(row, "subjects_notified_at"),
                        UtcDateTime.readNullable(row, "ended_at")),
                status,
                row.getLong("list_place"));
    }
}
