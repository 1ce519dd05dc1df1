package id.dukcapil.portal.sla;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.dukcapil.portal.common.RecordRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the procedures back from the database. */
@Repository
class FiledStandards {

    private record Item(StandardSection section, String text) {}

    private record Actor(String standard, int step, String name) {}

    private static final RowMapper<StandardIdentity> IDENTITY = RecordRow.of(StandardIdentity.class);

    private static final RowMapper<Item> ITEM =
            (row, number) -> new Item(StandardSection.valueOf(row.getString("kind")), row.getString("text"));

    private static final RowMapper<Actor> ACTOR = RecordRow.of(Actor.class);

    private static final String FRONT_PAGE = """
            SELECT number, year, decree, name, regency, agency, division, issued, revised, effective,
                   approver_title, approver_name, approver_nip, printed_total_minutes, source
            FROM sla_standard WHERE slug = ?""";

    private static final String UNDER_THE_SAME_NUMBER = """
            SELECT other.number, other.year, other.decree FROM sla_standard other
            JOIN sla_standard this ON this.regency = other.regency AND this.number = other.number
            WHERE this.slug = :slug AND other.slug <> :slug ORDER BY other.year""";

    private final JdbcClient jdbc;

    FiledStandards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StandardSummary> summaries() {
        Map<String, List<String>> actors = jdbc
                .sql("SELECT standard, 0 AS step, name FROM sla_standard_actor ORDER BY standard, ordinal")
                .query(ACTOR)
                .list()
                .stream()
                .collect(groupingBy(Actor::standard, mapping(Actor::name, toList())));
        RowMapper<StandardSummary> summary = (row, number) -> new StandardSummary(
                row.getString("slug"),
                IDENTITY.mapRow(row, number),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("regency"),
                actors.getOrDefault(row.getString("slug"), List.of()),
                row.getInt("steps"),
                minutes(row, "printed_total_minutes"),
                // As TargetTime.sum: an upper limit alone as soon as one step has only that
                new TargetTime(row.getInt("limits") > 0 ? null : minutes(row, "min_total"), minutes(row, "max_total")));
        return jdbc.sql("""
                        SELECT s.slug, s.number, s.year, s.decree, s.name, s.short_name, s.regency, s.printed_total_minutes,
                               COUNT(*) AS steps, CAST(SUM(t.min_minutes) AS INT) AS min_total,
                               CAST(SUM(t.max_minutes) AS INT) AS max_total,
                               SUM(t.max_minutes IS NOT NULL AND t.min_minutes IS NULL) AS limits
                        FROM sla_standard s JOIN sla_standard_step t ON t.standard = s.slug
                        GROUP BY s.slug ORDER BY s.ordinal, s.slug""").query(summary).list();
    }

    Optional<ServiceStandard> find(String slug) {
        List<String> actors = jdbc
                .sql("SELECT standard, 0 AS step, name FROM sla_standard_actor WHERE standard = ? ORDER BY ordinal")
                .param(slug)
                .query(ACTOR)
                .list()
                .stream()
                .map(Actor::name)
                .toList();
        RowMapper<ServiceStandard> standard = (row, number) -> new ServiceStandard(
                slug,
                IDENTITY.mapRow(row, number),
                row.getString("name"),
                row.getString("regency"),
                row.getString("agency"),
                row.getString("division"),
                row.getString("issued"),
                row.getString("revised"),
                row.getString("effective"),
                approval(row),
                actors,
                sections(slug),
                steps(slug),
                minutes(row, "printed_total_minutes"),
                row.getString("source"),
                List.of());
        return jdbc.sql(FRONT_PAGE).param(slug).query(standard).optional();
    }

    /** The other procedures of the same office under the same number, by year. */
    List<StandardIdentity> sharingTheNumberOf(String slug) {
        return jdbc.sql(UNDER_THE_SAME_NUMBER)
                .param("slug", slug)
                .query(IDENTITY)
                .list();
    }

    private Map<StandardSection, List<String>> sections(String slug) {
        return jdbc
                .sql("SELECT kind, text FROM sla_standard_item WHERE standard = ? ORDER BY kind, ordinal")
                .param(slug)
                .query(ITEM)
                .list()
                .stream()
                .collect(groupingBy(Item::section, mapping(Item::text, toList())));
    }

    private List<StandardStep> steps(String slug) {
        Map<Integer, List<String>> actors = jdbc.sql("""
                        SELECT a.standard, s.step, a.name FROM sla_standard_step_actor s
                        JOIN sla_standard_actor a ON a.standard = s.standard AND a.ordinal = s.actor
                        WHERE s.standard = ? ORDER BY s.step, s.actor""").param(slug).query(ACTOR).list().stream()
                .collect(groupingBy(Actor::step, mapping(Actor::name, toList())));
        RowMapper<StandardStep> step = RecordRow.of(StandardStep.class)
                .with("actors", (row, number) -> actors.getOrDefault(row.getInt("number"), List.of()))
                .with(
                        "time",
                        RecordRow.of(TargetTime.class)
                                .from("min", "min_minutes")
                                .from("max", "max_minutes"));
        return jdbc.sql("""
                        SELECT number, description, requirement, printed_time, min_minutes, max_minutes, output, note
                        FROM sla_standard_step WHERE standard = ? ORDER BY number""").param(slug).query(step).list();
    }

    private static @Nullable Approval approval(ResultSet row) throws SQLException {
        return row.getString("approver_name") == null
                ? null
                : new Approval(
                        row.getString("approver_title"), row.getString("approver_name"), row.getString("approver_nip"));
    }

    private static @Nullable Integer minutes(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
