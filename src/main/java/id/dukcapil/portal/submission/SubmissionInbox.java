package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.Claim;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Kotak masuk verifikasi: the queues of operators and verifiers, in pages that cost the same at any depth, however many
 * years of requests lie behind. Shows what the acting person may see: the own office, or all of them.
 */
@Service
@PreAuthorize("hasAuthority('SUBMISSION_READ')")
public class SubmissionInbox {

    /** Counting stops here; the inbox then says "more than". */
    public static final int COUNT_LIMIT = 1_000;

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final NameWords words;
    private final Clock clock;

    SubmissionInbox(JdbcClient jdbc, CurrentStaff currentStaff, NameWords words, Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.words = words;
        this.clock = clock;
    }

    /** The lanes whose queues the acting person sees: the own ones; for who only looks on, all. */
    public Set<Desk> lanes() {
        var lanes = EnumSet.noneOf(Desk.class);
        if (currentStaff.may(Permission.SUBMISSION_CHECK)) {
            lanes.add(Desk.OPERATOR);
        }
        if (currentStaff.may(Permission.SUBMISSION_VERIFY)) {
            lanes.add(Desk.VERIFIER);
        }
        return lanes.isEmpty() ? EnumSet.of(Desk.OPERATOR, Desk.VERIFIER) : lanes;
    }

    /**
     * The rows behind a cursor, in the order of the filter.
     *
     * @param after the place of the last row already seen, or null from the beginning
     * @param skip further rows to pass over; keep it small, it costs as much as reading them
     */
    @Transactional(readOnly = true)
    public List<InboxRow> page(InboxFilter filter, InboxRow.@Nullable Cursor after, int skip, int limit) {
        Instant now = clock.instant();
        InboxQuery query = query(filter, now);
        if (query.matchesNothing()) {
            return List.of();
        }
        String sql = query.page(after);
        return jdbc.sql(sql)
                .params(query.parameters())
                .param("limit", limit)
                .param("skip", skip)
                .param("beyond", skip + limit)
                .query(rowsAt(now))
                .list();
    }

    /** Those of the given requests that are within reach, as they are now, in no particular order. */
    @Transactional(readOnly = true)
    public List<InboxRow> now(Collection<SubmissionNumber> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        StaffMember member = currentStaff.require();
        return jdbc.sql("""
                        SELECT id, number, office_code, applicant_name, applicant_nik, reason_code, origin, status, created_at,
                               status_since, step_due_at, holder_id, holder_name, held_until, version, created_at AS place
                        FROM submission_request
                        WHERE number IN (:numbers) AND anonymised_at IS NULL AND (:span OR office_code = :office)""")
                .param("numbers", numbers.stream().map(SubmissionNumber::value).toList())
                .param("span", member.may(Permission.OFFICE_SPAN))
                .param("office", member.office().value())
                .query(rowsAt(clock.instant()))
                .list();
    }

    /** Whether a row that was listed still belongs there, as far as its status and its holder say. */
    public boolean lists(InboxFilter filter, InboxRow row) {
        Claim.Holding holding = row.holding();
        boolean mine = holding != null
                && holding.holder().equals(currentStaff.require().id());
        return filter.queue().statuses(lanes()).contains(row.status()) && (filter.queue() != InboxQueue.MINE || mine);
    }

    /** How many requests match, counted up to {@link #COUNT_LIMIT} + 1. */
    @Transactional(readOnly = true)
    public int count(InboxFilter filter) {
        return count(query(filter, clock.instant()));
    }

    /** How many requests lie in each queue, each counted up to {@link #COUNT_LIMIT} + 1. */
    @Transactional(readOnly = true)
    public Map<InboxQueue, Integer> counts() {
        Instant now = clock.instant();
        var counts = new EnumMap<InboxQueue, Integer>(InboxQueue.class);
        for (InboxQueue queue : InboxQueue.values()) {
            counts.put(queue, count(query(InboxFilter.of(queue), now)));
        }
        return counts;
    }

    private int count(InboxQuery query) {
        return query.matchesNothing()
                ? 0
                : jdbc.sql(query.count())
                        .params(query.parameters())
                        .param("most", COUNT_LIMIT + 1)
                        .query((row, number) -> row.getInt(1))
                        .single();
    }

    private InboxQuery query(InboxFilter filter, Instant now) {
        StaffMember member = currentStaff.require();
        OfficeCode office = member.may(Permission.OFFICE_SPAN) ? filter.office() : member.office();
        if (!filter.text().isEmpty()) {
            return InboxQuery.ofText(InboxText.of(filter.text(), words::beginning), office);
        }
        return filter.queue() == InboxQueue.MINE
                ? InboxQuery.ofHolder(filter, member.id().value(), office, now)
                : InboxQuery.ofQueue(filter, filter.queue().statuses(lanes()), office, now);
    }

    /** Rows that open lists keep for long, so what is the same in many of them is kept once. */
    private static RowMapper<InboxRow> rowsAt(Instant now) {
        var offices = new HashMap<String, OfficeCode>();
        var reasons = new HashMap<String, String>();
        return (row, number) -> {
            Instant created = UtcDateTime.read(row, "created_at");
            Instant place = UtcDateTime.read(row, "place");
            Instant due = UtcDateTime.readNullable(row, "step_due_at");
            return new InboxRow(
                    new SubmissionNumber(row.getString("number")),
                    offices.computeIfAbsent(row.getString("office_code"), OfficeCode::new),
                    row.getString("applicant_name"),
                    Masking.identifier(row.getString("applicant_nik")),
                    reasons.computeIfAbsent(row.getString("reason_code"), code -> code),
                    SubmissionOrigin.valueOf(row.getString("origin")),
                    SubmissionStatus.valueOf(row.getString("status")),
                    created,
                    UtcDateTime.read(row, "status_since"),
                    due,
                    holding(row, now).orElse(null),
                    row.getLong("version"),
                    new InboxRow.Cursor(shared(place, created, due), row.getObject("id", UUID.class)));
        };
    }

    /** The place is one of the two instants, or stands for none. */
    private static Instant shared(Instant place, Instant created, @Nullable Instant due) {
        if (place.equals(created)) {
            return created;
        }
        return due != null && due.equals(place) ? due : place;
    }

    private static Optional<Claim.Holding> holding(ResultSet row, Instant now) throws SQLException {
        Instant until = UtcDateTime.readNullable(row, "held_until");
        return until == null || !until.isAfter(now)
                ? Optional.empty()
                : Optional.of(new Claim.Holding(
                        new StaffId(row.getObject("holder_id", UUID.class)), row.getString("holder_name"), until));
    }
}
