package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
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
 * What waits for a signature, what was verified first before all else, in pages that cost the same at any depth. Staff see
 * the documents of their offices.
 */
@Service
@PreAuthorize("hasAuthority('SIGNING_READ')")
@Transactional(readOnly = true)
public class WaitingDocuments {

    /** Counting stops here; a screen then says "more than". */
    public static final int COUNT_LIMIT = 1_000;

    private static final String COLUMNS =
            "id, kind, title, reference, office_code, concerns, verifier_name, verified_at";
    private static final RowMapper<WaitingRow> ROW =
            RecordRow.of(WaitingRow.class).from("verifier", "verifier_name");
    private static final KeysetQuery<WaitingRow> OLDEST_FIRST =
            new KeysetQuery<>(COLUMNS, "signing_document", "verified_at, id", ROW);
    private static final KeysetQuery<WaitingRow> NEWEST_FIRST =
            new KeysetQuery<>(COLUMNS, "signing_document", "verified_at DESC, id DESC", ROW);
    private static final RowMapper<WaitingKind> KIND =
            (row, number) -> new WaitingKind(row.getString("kind"), row.getString("title"), 0);

    private final JdbcClient jdbc;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final Clock clock;

    WaitingDocuments(JdbcClient jdbc, CurrentStaff staff, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @param direction "<" or ">" */
    private static Where beyond(Where where, String direction, WaitingPlace place) {
        return where.and(
                        "verified_at %1$s= :placeTime AND (verified_at %1$s :placeTime OR id %1$s :placeId)"
                                .formatted(direction),
                        "placeTime",
                        UtcDateTime.of(place.verifiedAt()))
                .parameter("placeId", place.document().value());
    }

    /** Few documents wait, so each is compared with the words. */
    private static Where about(Where where, String text) {
        List<String> words = List.of(text.split("\\s+"));
        var named = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            named.add("LOCATE(:word%d, CONCAT(' ', concerns)) > 0".formatted(i));
            where.parameter("word" + i, " " + words.get(i));
        }
        return where.and("(LOCATE(:text, reference) > 0 OR %s)".formatted(String.join(" AND ", named)), "text", text);
    }

    /** The kinds of which documents wait, by title. */
    public List<WaitingKind> kinds() {
        Where reach = matching(WaitingFilter.ALL);
        return jdbc.sql("""
                        SELECT d.kind, d.title FROM
                          (SELECT kind, MIN(id) AS first FROM signing_document WHERE %s GROUP BY kind) k
                        JOIN signing_document d ON d.id = k.first ORDER BY d.title, d.kind""".formatted(reach.text())).params(reach.parameters()).query(KIND).list().stream()
                .map(kind -> new WaitingKind(
                        kind.kind(), kind.title(), count(new WaitingFilter(kind.kind(), WaitingAge.ANY, null, ""))))
                .toList();
    }

    /** What the documents of a kind are called, also when none of them waits; empty for a kind that never was. */
    public Optional<String> titleOf(String kind) {
        return jdbc.sql("SELECT title FROM signing_document WHERE kind = ? LIMIT 1")
                .param(kind)
                .query(String.class)
                .optional();
    }

    /** How many match, counted up to {@link #COUNT_LIMIT} + 1. */
    public int count(WaitingFilter filter) {
        return OLDEST_FIRST.count(jdbc, matching(filter), COUNT_LIMIT + 1);
    }

    /** How many match of each age, whatever age the filter says, each counted up to {@link #COUNT_LIMIT} + 1. */
    public Map<WaitingAge, Integer> ages(WaitingFilter filter) {
        var ages = new EnumMap<WaitingAge, Integer>(WaitingAge.class);
        for (WaitingAge age : WaitingAge.values()) {
            ages.put(age, count(filter.of(age)));
        }
        return ages;
    }

    /**
     * The rows behind a place, the oldest first.
     *
     * @param after the last one already seen, or null from the beginning
     * @param skip further rows to pass over; keep it small, it costs as much as reading them
     */
    public List<WaitingRow> page(WaitingFilter filter, @Nullable WaitingPlace after, int skip, int limit) {
        Where where = matching(filter);
        return OLDEST_FIRST.page(jdbc, after == null ? where : beyond(where, ">", after), skip, limit);
    }

    /** The next one behind a place, whose own document need not wait any more. */
    public Optional<WaitingRow> after(WaitingFilter filter, WaitingPlace place) {
        return page(filter, place, 0, 1).stream().findFirst();
    }

    /** The last one before a place. */
    public Optional<WaitingRow> before(WaitingFilter filter, WaitingPlace place) {
        return NEWEST_FIRST.page(jdbc, beyond(matching(filter), "<", place), 0, 1).stream()
                .findFirst();
    }

    /** How many stand before a place, counted up to {@link #COUNT_LIMIT}. */
    public int countBefore(WaitingFilter filter, WaitingPlace place) {
        return OLDEST_FIRST.count(jdbc, beyond(matching(filter), "<", place), COUNT_LIMIT);
    }

    /** Those of the given documents that still wait within reach. */
    public Set<SigningDocumentId> stillWaiting(Collection<SigningDocumentId> documents) {
        if (documents.isEmpty()) {
            return Set.of();
        }
        Where where = matching(WaitingFilter.ALL)
                .in("id", documents.stream().map(SigningDocumentId::value).toList());
        var waiting = new HashSet<SigningDocumentId>();
        jdbc.sql("SELECT id FROM signing_document WHERE " + where.text())
                .params(where.parameters())
                .query(UUID.class)
                .list()
                .forEach(id -> waiting.add(new SigningDocumentId(id)));
        return waiting;
    }

    private Where matching(WaitingFilter filter) {
        StaffMember member = staff.require();
        ZoneId zone = organisation.timeZone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        OfficeCode office = member.may(Permission.OFFICE_SPAN) ? filter.office() : member.office();
        Where where = new Where()
                .and("status = 'AWAITING'")
                .is("kind", filter.kind())
                .is("office_code", office == null ? null : office.value())
                .between(
                        "verified_at",
                        UtcDateTime.ofNullable(filter.age().from(today, zone)),
                        UtcDateTime.ofNullable(filter.age().before(today, zone)));
        return filter.text().isBlank() ? where : about(where, filter.text().strip());
    }
}
