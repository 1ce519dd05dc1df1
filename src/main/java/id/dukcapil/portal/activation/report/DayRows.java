package id.dukcapil.portal.activation.report;

import id.dukcapil.portal.activation.process.ActivationAction;
import id.dukcapil.portal.activation.process.ActivationPurpose;
import id.dukcapil.portal.activation.process.ActivationStatus;
import id.dukcapil.portal.activation.process.DropOut;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the acts that a report is counted from. */
@Component
class DayRows {

    private static final String ROWS = """
            SELECT s.activation_id, s.from_status, s.to_status, s.action, COALESCE(c.place, o.name) AS place,
              IF(s.actor_kind = 'STAFF', s.actor_name, NULL) AS officer, s.spent_ms, s.at, s.drop_out, a.purpose, a.local,
              a.domicile_name, a.created_at
            FROM activation_step s
            JOIN activation_case a ON a.id = s.activation_id
            JOIN staff_office o ON o.code = s.office_code
            LEFT JOIN activation_campaign c ON c.id = s.campaign_id
            WHERE %s ORDER BY s.at, s.ordinal, s.id""";

    private static final RowMapper<StepRow> ROW = DayRows::row;

    private final JdbcClient jdbc;

    DayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param office null for all of the regency */
    List<StepRow> of(@Nullable OfficeCode office, LocalDate day) {
        return office == null
                ? read("s.day = :day", Map.of("day", day))
                : read("s.day = :day AND s.office_code = :office", Map.of("day", day, "office", office.value()));
    }

    List<StepRow> ofCampaign(UUID campaign) {
        return read("s.campaign_id = :campaign", Map.of("campaign", campaign));
    }

    /** Of closed days what came after the closing; it stays outside the report and is listed beside it. */
    List<StepRow> after(OfficeCode office, LocalDate day, Instant closedAt) {
        return read(
                "s.day = :day AND s.office_code = :office AND s.at > :closed",
                Map.of("day", day, "office", office.value(), "closed", UtcDateTime.of(closedAt)));
    }

    private List<StepRow> read(String condition, Map<String, ?> parameters) {
        return jdbc.sql(ROWS.formatted(condition)).params(parameters).query(ROW).list();
    }

    /** New activations of residents up to that day, by the first digits of the domicile. */
    Map<String, Integer> activeResidents(int digits, LocalDate until) {
        var counts = new HashMap<String, Integer>();
        jdbc.sql("""
                        SELECT LEFT(a.domicile_code, :digits) AS code, COUNT(*) AS people
                        FROM activation_case a JOIN activation_step s ON s.activation_id = a.id
                        WHERE a.purpose = 'NEW' AND a.local AND a.status IN ('ACTIVE', 'ARCHIVED')
                          AND s.action = 'CONFIRM' AND s.day <= :until
                        GROUP BY LEFT(a.domicile_code, :digits)""")
                .param("digits", digits)
                .param("until", until)
                .query((row, number) -> counts.put(row.getString("code"), row.getInt("people")))
                .list();
        return counts;
    }

    /** The same of each day by itself. */
    NavigableMap<LocalDate, Map<String, Integer>> newResidents(int digits) {
        var days = new TreeMap<LocalDate, Map<String, Integer>>();
        jdbc.sql("""
                        SELECT s.day, LEFT(a.domicile_code, :digits) AS code, COUNT(*) AS people
                        FROM activation_case a JOIN activation_step s ON s.activation_id = a.id
                        WHERE a.purpose = 'NEW' AND a.local AND a.status IN ('ACTIVE', 'ARCHIVED') AND s.action = 'CONFIRM'
                        GROUP BY s.day, LEFT(a.domicile_code, :digits)""")
                .param("digits", digits)
                .query((row, number) -> days.computeIfAbsent(
                                row.getObject("day", LocalDate.class), none -> new HashMap<>())
                        .put(row.getString("code"), row.getInt("people")))
                .list();
        return days;
    }

    private static StepRow row(ResultSet row, int number) throws SQLException {
        String from = row.getString("from_status");
        String dropOut = row.getString("drop_out");
        long spent = row.getLong("spent_ms");
        boolean measured = !row.wasNull();
        return new StepRow(
                row.getObject("activation_id", UUID.class),
                from == null ? null : ActivationStatus.valueOf(from),
                ActivationStatus.valueOf(row.getString("to_status")),
                ActivationAction.valueOf(row.getString("action")),
                row.getString("place"),
                row.getString("officer"),
                measured ? spent : null,
                UtcDateTime.read(row, "at"),
                dropOut == null ? null : DropOut.valueOf(dropOut),
                ActivationPurpose.valueOf(row.getString("purpose")),
                row.getBoolean("local"),
                row.getString("domicile_name"),
                UtcDateTime.read(row, "created_at"));
    }
}
