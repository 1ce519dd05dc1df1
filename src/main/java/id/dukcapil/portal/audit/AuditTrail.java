package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looking into the trail: newest first, sealed rows and those that wait for it as one list. Without the right to work for
 * all offices only records of the own one are visible. Whoever looks up a person leaves a row as well.
 */
@Service
@PreAuthorize("hasAuthority('AUDIT_READ')")
public class AuditTrail {

    /** Counting stops here; a list then says "more than". */
    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RowMapper<TrailEntry> ENTRY = RecordRow.of(TrailEntry.class)
            .with("number", (row, number) -> row.getLong(1))
            .with("party", (row, number) -> Party.named(row.getString("actor_kind")))
            .with("workplace", (row, number) -> office(row.getString("workplace")))
            .with("office", (row, number) -> office(row.getString("office")))
            .with("changes", (row, number) -> changes(row.getString("changes")));
    private static final RowMapper<KnownActor> ACTOR =
            (row, number) -> new KnownActor(row.getObject(1, UUID.class), row.getString(2));

    /** Somebody who has acted. */
    public record KnownActor(UUID id, String name) {}

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final PersonTokens persons;
    private final EventWriter writer;

    AuditTrail(JdbcClient jdbc, CurrentStaff currentStaff, PersonTokens persons, EventWriter writer) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.persons = persons;
        this.writer = writer;
    }

    /**
     * The rows that are older than a given one, newest first.
     *
     * @param after the last row already seen, or null from the newest
     * @param skip further rows to pass over; keep it small, it costs as much as reading them
     */
    @Transactional(readOnly = true)
    public List<TrailEntry> page(TrailFilter filter, @Nullable UUID after, int skip, int limit) {
        Where where = matching(filter).and("id < :before", "before", after);
        return jdbc.sql("""
            (SELECT number, %1$s FROM audit_trail WHERE %2$s ORDER BY id DESC LIMIT :enough)
            UNION ALL
            (SELECT 0, %1$s FROM audit_inbox WHERE %2$s ORDER BY id DESC LIMIT :enough)
            ORDER BY id DESC LIMIT :limit OFFSET :skip\
            """.formatted(TrailColumns.NAMES, where.text()))
                .params(where.parameters())
                .param("enough", skip + limit)
                .param("limit", limit)
                .param("skip", skip)
                .query(ENTRY)
                .list();
    }

    /** How many rows match, counted up to {@link #COUNT_LIMIT} + 1. */
    @Transactional(readOnly = true)
    public int count(TrailFilter filter) {
        Where where = matching(filter);
        return jdbc.sql("""
            SELECT COUNT(*) FROM (
              (SELECT 1 FROM audit_trail WHERE %1$s LIMIT :most)
              UNION ALL
              (SELECT 1 FROM audit_inbox WHERE %1$s LIMIT :most)
              LIMIT :most) counted\
            """.formatted(where.text()))
                .params(where.parameters())
                .param("most", COUNT_LIMIT + 1)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<TrailEntry> find(UUID id) {
        return jdbc.sql("""
            SELECT number, %1$s FROM audit_trail WHERE id = :id
            UNION ALL SELECT 0, %1$s FROM audit_inbox WHERE id = :id LIMIT 1\
            """.formatted(TrailColumns.NAMES))
                .param("id", id)
                .query(ENTRY)
                .optional()
                .filter(entry -> mayActFor(entry.office()));
    }

    private boolean mayActFor(@Nullable OfficeCode office) {
        StaffMember member = currentStaff.require();
        return member.may(Permission.OFFICE_SPAN) || office != null && member.mayActFor(office);
    }

    /** Sorts of records that occur in the trail. */
    @Transactional(readOnly = true)
    public List<String> kinds() {
        return distinct("kind");
    }

    /** What has ever been done. */
    @Transactional(readOnly = true)
    public List<String> actions() {
        return distinct("action");
    }

    private List<String> distinct(String column) {
        return jdbc.sql("SELECT DISTINCT %1$s FROM audit_trail UNION SELECT DISTINCT %1$s FROM audit_inbox ORDER BY 1"
                        .formatted(column))
                .query(OneColumn.TEXT)
                .list();
    }

    /** Who has ever acted, with the name as it was the last time. */
    @Transactional(readOnly = true)
    public List<KnownActor> actors() {
        return jdbc.sql("""
            SELECT actor_id, (SELECT actor_name FROM audit_trail latest
              WHERE latest.actor_id = known.actor_id ORDER BY id DESC LIMIT 1) AS name
            FROM (SELECT DISTINCT actor_id FROM audit_trail WHERE actor_id IS NOT NULL) known
            ORDER BY name\
            """).query(ACTOR).list();
    }

    /** Stands for a resident in filters and addresses; nobody can get back from it to the NIK without the key. */
    public String tokenOf(Nik nik) {
        return persons.of(nik);
    }

    public boolean isToken(String text) {
        return PersonTokens.isToken(text);
    }

    /** Somebody looks at everything that was done about one resident: that is processing too (UU 27/2022 art. 31). */
    @Transactional
    public void recordLookingAt(String person) {
        writer.record(
                AuditEvent.of("Jejak audit", "Pencarian menurut orang", "Jejak seorang penduduk dilihat"), person);
    }

    /** Times are compared with identifiers, which begin with the time, so that every index serves them. */
    private Where matching(TrailFilter filter) {
        StaffMember member = currentStaff.require();
        OfficeCode office = filter.office();
        Instant from = filter.from();
        Instant until = filter.until();
        Where where = new Where()
                .is("person", filter.person())
                .is("kind", filter.kind())
                .is("reference", filter.reference())
                .is("action", filter.action())
                .is("office", office == null ? null : office.value())
                .and(
                        "office = :ownOffice",
                        "ownOffice",
                        member.may(Permission.OFFICE_SPAN)
                                ? null
                                : member.office().value())
                .between(
                        "id",
                        from == null ? null : TimeOrderedId.beginningOf(from),
                        until == null ? null : TimeOrderedId.beginningOf(until));
        return TrailFilter.PORTAL.equals(filter.actor())
                ? where.and("actor_id IS NULL")
                : where.is("actor_id", filter.actor());
    }

    /** A row that the portal did not write can hold anything, and must not hide the others. */
    private static List<AuditEvent.Change> changes(String json) {
        try {
            return Arrays.asList(JSON.readValue(json, AuditEvent.Change[].class));
        } catch (JacksonException notWrittenByThePortal) {
            return List.of(new AuditEvent.Change("Tidak terbaca", null, json));
        }
    }

    private static @Nullable OfficeCode office(@Nullable String code) {
        return code == null ? null : OfficeCode.read(code).orElse(null);
    }
}
