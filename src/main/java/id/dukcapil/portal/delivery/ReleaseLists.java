package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    private static final KeysetQuery<ReleaseRow> LIST = new KeysetQuery<>(
            "*",
            "delivery_release",
            "created_at DESC, id DESC",
            RecordRow.of(ReleaseRow.class)
                    .with("recipient", (row, number) -> Objects.requireNonNullElse(row.getString("recipient"), "")));

    private final JdbcClient jdbc;
    private final CurrentStaff staff;

    ReleaseLists(JdbcClient jdbc, CurrentStaff staff) {
        this.jdbc = jdbc;
        this.staff = staff;
    }

    /**
     * The rows after a cursor, newest first.
     *
     * @param after the last row already seen, or null from the beginning
     */
    public List<ReleaseRow> page(ReleaseFilter filter, ReleaseRow.@Nullable Cursor after, int skip, int limit) {
        Where where = matching(filter);
        if (after != null) {
            where.olderThan(
                    "created_at", UtcDateTime.of(after.createdAt()), after.id().value());
        }
        return LIST.page(jdbc, where, skip, limit);
    }

    /** How many releases match, counted up to {@link #COUNT_LIMIT} + 1. */
    public int count(ReleaseFilter filter) {
        return LIST.count(jdbc, matching(filter));
    }

    private Where matching(ReleaseFilter filter) {
        return new Where()
                .in("office_code", staff.officesInScope(filter.office()))
                .is("status", filter.status())
                .beginsWith("reference", filter.reference())
                .between("created_at", UtcDateTime.ofNullable(filter.from()), UtcDateTime.ofNullable(filter.until()));
    }

    /**
     * Which releases a list shows.
     *
     * @param status null means all
     * @param office null means all that the person may see
     * @param reference what the office calls the case, or the beginning of it; empty means all
     * @param from issued at or after that moment
     * @param until issued before that moment
     */
    public record ReleaseFilter(
            @Nullable ReleaseStatus status,
            @Nullable OfficeCode office,
            String reference,
            @Nullable Instant from,
            @Nullable Instant until) {

        public ReleaseFilter {
            reference = reference.strip();
        }
    }

    /**
     * A release as a line of a list.
     *
     * @param recipient name of the owner; empty when it has been forgotten
     */
    public record ReleaseRow(
            ReleaseId id,
            String title,
            String reference,
            String recipient,
            OfficeCode office,
            ReleaseStatus status,
            Instant createdAt,
            Instant statusSince,
            Instant expiresAt) {

        public Cursor cursor() {
            return new Cursor(createdAt, id);
        }

        /** Where a page ends: rows are ordered by time and id, newest first. */
        public record Cursor(Instant createdAt, ReleaseId id) {}
    }
}
