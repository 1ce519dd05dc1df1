package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.CurrentStaff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Releases for lists and counts, in pages that stay fast at any depth; staff see those of their offices. */
@Service
@PreAuthorize("hasAuthority('RELEASE_READ')")
@Transactional(readOnly = true)
public class ReleaseLists {

    /** Counting stops here; a list then says "more than". */
    public static final int COUNT_LIMIT = 10_000;

    private static final RowMapper<Integer> COUNT = (row, number) -> row.getInt(1);
    private static final RowMapper<ReleaseRow> ROW = ReleaseLists::row;

    private final JdbcClient jdbc;
    private final CurrentStaff staff;

    ReleaseLists(JdbcClient jdbc, CurrentStaff staff) {
        this.jdbc = jdbc;
        this.staff = staff;
    }

    /** The condition of a filter; only fixed text, every value is a parameter. */
    private record Condition(List<String> parts, Map<String, Object> parameters) {

        Condition() {
            this(new ArrayList<>(), new HashMap<>());
        }

        Condition with(String part, String name, @Nullable Object value) {
            if (value != null) {
                parts.add(part);
                parameters.put(name, value);
            }
            return this;
        }

        String text() {
            return String.join(" AND ", parts);
        }
    }

    /**
     * The rows after a cursor, newest first.
     *
     * @param after the last row already seen, or null from the beginning
     */
    public List<ReleaseRow> page(ReleaseFilter filter, ReleaseRow.@Nullable Cursor after, int skip, int limit) {
        Condition condition = condition(filter);
        if (after != null) {
            condition
                    .with(
                            "created_at <= :cursorTime AND (created_at < :cursorTime OR id < :cursorId)",
                            "cursorTime",
                            UtcDateTime.of(after.createdAt()))
                    .parameters()
                    .put("cursorId", after.id().value());
        }
        return jdbc.sql("SELECT * FROM delivery_release WHERE " + condition.text()
                        + " ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :skip")
                .params(condition.parameters())
                .param("limit", limit)
                .param("skip", skip)
                .query(ROW)
                .list();
    }

    /** How many releases match, counted up to {@link #COUNT_LIMIT} + 1. */
    public int count(ReleaseFilter filter) {
        Condition condition = condition(filter);
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT 1 FROM delivery_release WHERE " + condition.text() + " LIMIT "
                        + (COUNT_LIMIT + 1) + ") counted")
                .params(condition.parameters())
                .query(COUNT)
                .single();
    }

    private Condition condition(ReleaseFilter filter) {
        ReleaseStatus status = filter.status();
        return new Condition()
                .with("office_code IN (:offices)", "offices", offices(filter.office()))
                .with("status = :status", "status", status == null ? null : status.name())
                .with(
                        "reference LIKE :reference",
                        "reference",
                        filter.reference().isEmpty() ? null : filter.reference().replaceAll("[%_\\\\]", "") + "%")
                .with("created_at >= :from", "from", UtcDateTime.ofNullable(filter.from()))
                .with("created_at < :until", "until", UtcDateTime.ofNullable(filter.until()));
    }

    /** Those in scope, of which a filter can choose one; a foreign office matches nothing. */
    private List<String> offices(@Nullable OfficeCode chosen) {
        List<String> inScope = staff.officesInScope().stream()
                .map(office -> office.code().value())
                .filter(code -> chosen == null || chosen.value().equals(code))
                .toList();
        return inScope.isEmpty() ? List.of("") : inScope;
    }

    private static ReleaseRow row(ResultSet row, int number) throws SQLException {
        return new ReleaseRow(
                new ReleaseId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("reference"),
                Objects.requireNonNullElse(row.getString("recipient"), ""),
                new OfficeCode(row.getString("office_code")),
                ReleaseStatus.valueOf(row.getString("status")),
                UtcDateTime.read(row, "created_at"),
                UtcDateTime.read(row, "status_since"),
                UtcDateTime.read(row, "expires_at"));
    }
}
