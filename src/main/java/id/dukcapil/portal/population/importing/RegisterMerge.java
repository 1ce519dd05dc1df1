package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.population.importing.ImportLine.Effect;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings staged rows into the register, a range of lines at a time and set by set. Whoever stays the same is not touched, so that
 * version and time of change keep their meaning. What the file does not say stays as the register has it.
 */
@Component
class RegisterMerge {

    private static final String RANGE = "s.import_id = :id AND s.line > :from AND s.line <= :to";

    /**
     * One column of the register.
     *
     * @param value what the file says of somebody the register knows as {@code p}
     * @param fresh what somebody new gets
     */
    private record Field(String column, String value, String fresh, boolean text) {

        static Field text(String column) {
            return new Field(column, "s." + column, "s." + column, true);
        }

        static Field plain(String column) {
            return new Field(column, "s." + column, "s." + column, false);
        }

        /** @param unless what somebody new gets when the file does not say */
        static Field optional(String column, String unless) {
            return new Field(
                    column,
                    "COALESCE(s.%s, p.%s)".formatted(column, column),
                    "COALESCE(s.%s, %s)".formatted(column, unless),
                    false);
        }

        /** Capitals and accents make a difference here, other than when searching. */
        String differs() {
            String binary = text ? "BINARY " : "";
            return "NOT (%sp.%s <=> %s%s)".formatted(binary, column, binary, value);
        }
    }

    /** Without a date of its own a status that changes has an unknown one; one that stays keeps its date. */
    private static final Field SINCE = new Field(
            "recording_status_since",
            "COALESCE(s.recording_status_since, IF(s.recording_status IS NULL"
                    + " OR s.recording_status = p.recording_status, p.recording_status_since, NULL))",
            "s.recording_status_since",
            false);

    /** The time of the status before the status itself, because it is told from the old one. */
    private static final List<Field> FIELDS = List.of(
            Field.text("full_name"),
            Field.plain("family_number"),
            Field.plain("relationship"),
            Field.plain("female"),
            Field.text("birth_place"),
            Field.plain("birth_date"),
            Field.plain("marital_status"),
            Field.optional("citizenship", "1"),
            Field.plain("religion"),
            Field.optional("blood_type", "13"),
            Field.plain("education"),
            Field.plain("occupation"),
            Field.text("father_name"),
            Field.optional("father_nik", "NULL"),
            Field.text("mother_name"),
            Field.optional("mother_nik", "NULL"),
            SINCE,
            Field.optional("recording_status", "'UNREGISTERED'"),
            Field.optional("standing", "NULL"));

    private static final String MOVED = """
            IF(BINARY population_family.address = BINARY VALUES(address) AND population_family.rt = VALUES(rt)
               AND population_family.rw = VALUES(rw) AND population_family.village_code = VALUES(village_code), %s, %s)""";

    /** The first row of a family decides its address. Assigned from left to right, so what is compared stays old until then. */
    private static final String FAMILIES = """
            INSERT INTO population_family (number, address, rt, rw, village_code, updated_at)
            SELECT s.family_number, s.address, s.rt, s.rw, s.village_code, :now FROM population_import_staging s
            WHERE %s
              AND NOT EXISTS (SELECT 1 FROM population_import_staging e
                              WHERE e.import_id = s.import_id AND e.family_number = s.family_number AND e.line < s.line)
            ON DUPLICATE KEY UPDATE version = version + %s, updated_at = %s,
              address = VALUES(address), rt = VALUES(rt), rw = VALUES(rw), village_code = VALUES(village_code)""".formatted(
            RANGE, MOVED.formatted("0", "1"), MOVED.formatted("population_family.updated_at", "VALUES(updated_at)"));

    private static final String LINES = """
            INSERT INTO population_import_line (import_id, line, outcome, effect, nik, findings)
            SELECT s.import_id, s.line, IF(s.warnings IS NULL, 'ACCEPTED', 'WARNED'),
                   CASE WHEN p.id IS NULL THEN 'NEW' WHEN %s THEN 'CHANGED' ELSE 'SAME' END,
                   %s, s.warnings
            FROM population_import_staging s LEFT JOIN population_person p ON p.nik = s.nik
            WHERE %s""".formatted(joined(Field::differs, " OR "), ImportStaging.MASKED_NIK, RANGE);

    private static final String CHANGED =
            """
            UPDATE population_import_staging s
            JOIN population_import_line l ON l.import_id = s.import_id AND l.line = s.line AND l.effect = 'CHANGED'
            JOIN population_person p ON p.nik = s.nik
            SET %s, p.version = p.version + 1, p.updated_at = :now
            WHERE %s""".formatted(joined(field -> "p.%s = %s".formatted(field.column(), field.value()), ", "), RANGE);

    private static final String NEW = """
            INSERT INTO population_person (nik, updated_at, %s)
            SELECT s.nik, :now, %s FROM population_import_staging s
            JOIN population_import_line l ON l.import_id = s.import_id AND l.line = s.line AND l.effect = 'NEW'
            WHERE %s ORDER BY s.line""".formatted(joined(Field::column, ", "), joined(Field::fresh, ", "), RANGE);

    private static String joined(Function<Field, String> part, String between) {
        return FIELDS.stream().map(part).collect(Collectors.joining(between));
    }

    private record EffectCount(Effect effect, int rows) {}

    private static final RowMapper<EffectCount> EFFECT =
            (ResultSet row, int number) -> new EffectCount(Effect.valueOf(row.getString(1)), row.getInt(2));

    private final JdbcClient jdbc;

    RegisterMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last line of the next step, or {@code from} when there is none. */
    int nextStep(ImportId id, int from, int rows) {
        return jdbc.sql("""
                        SELECT COALESCE(MAX(line), :from) FROM
                          (SELECT line FROM population_import_staging WHERE import_id = :id AND line > :from
                           ORDER BY line LIMIT :rows) step""")
                .param("from", from)
                .param("id", id.value())
                .param("rows", rows)
                .query(Integer.class)
                .single();
    }

    int lastLine(ImportId id) {
        return jdbc.sql("SELECT COALESCE(MAX(line), 0) FROM population_import_staging WHERE import_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /**
     * Compares the lines with the register, notes what each does to it and, unless it is a trial, does it.
     *
     * @return how many people are new, changed and the same
     */
    Map<Effect, Integer> merge(ImportId id, int from, int to, boolean dryRun, Instant now) {
        LocalDateTime at = UtcDateTime.of(now);
        range(LINES, id, from, to).update();
        if (!dryRun) {
            range(FAMILIES, id, from, to).param("now", at).update();
            range(CHANGED, id, from, to).param("now", at).update();
            range(NEW, id, from, to).param("now", at).update();
        }
        var effects = new EnumMap<Effect, Integer>(Effect.class);
        range(
                        "SELECT s.effect, COUNT(*) FROM population_import_line s WHERE " + RANGE
                                + " AND s.effect IS NOT NULL GROUP BY s.effect",
                        id,
                        from,
                        to)
                .query(EFFECT)
                .list()
                .forEach(count -> effects.put(count.effect(), count.rows()));
        return effects;
    }

    private JdbcClient.StatementSpec range(String sql, ImportId id, int from, int to) {
        return jdbc.sql(sql).param("id", id.value()).param("from", from).param("to", to);
    }
}
