package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.RecordRow;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can only be judged when all rows are there: the same person twice, and families as a whole. */
@Component
class StagedChecks {

    /** @param duplicates refused because the same NIK stands on an earlier row */
    record Result(int duplicates, int accepted, int warned) {}

    private record Totals(int accepted, int warned) {}

    private static final RowMapper<Totals> TOTALS = RecordRow.of(Totals.class);

    private static final String REPEATED = """
            FROM population_import_staging s
            JOIN (SELECT nik, MIN(line) AS first FROM population_import_staging WHERE import_id = :id
                  GROUP BY nik HAVING COUNT(*) > 1) d ON d.nik = s.nik
            WHERE s.import_id = :id AND s.line > d.first
            """;

    private static final String NOTE_DUPLICATES = """
            INSERT INTO population_import_line (import_id, line, outcome, nik, findings)
            SELECT s.import_id, s.line, 'REFUSED', %s,
                   CONCAT('NIK ini sudah ada di baris ', d.first, ' berkas ini; baris itu yang dipakai.')
            %s""".formatted(ImportStaging.MASKED_NIK, REPEATED);

    private static final String FAMILIES = """
            JOIN (SELECT family_number, MIN(line) AS first, SUM(relationship = 1) AS heads
                  FROM population_import_staging WHERE import_id = :id GROUP BY family_number) f
              ON f.family_number = s.family_number
            """;

    private static final String WARN = " SET s.warnings = LEFT(CONCAT_WS('\\n', s.warnings, %s), "
            + ImportStaging.LONGEST_FINDINGS + ") WHERE s.import_id = :id AND ";

    /** A head counts who is in the register and whom the file does not move to another family or relationship. */
    private static final String WITHOUT_HEAD = "UPDATE population_import_staging s " + FAMILIES
            + WARN.formatted("'KK ini tidak punya kepala keluarga, baik di berkas maupun di data penduduk.'") + """
            s.line = f.first AND f.heads = 0
              AND NOT EXISTS (SELECT 1 FROM population_person p
                              WHERE p.family_number = f.family_number AND p.relationship = 1
                                AND NOT EXISTS (SELECT 1 FROM population_import_staging t
                                                WHERE t.import_id = :id AND t.nik = p.nik))""";

    private static final String SEVERAL_HEADS = "UPDATE population_import_staging s " + FAMILIES
            + WARN.formatted("CONCAT('KK ini punya ', f.heads, ' kepala keluarga di berkas.')")
            + "s.relationship = 1 AND f.heads > 1";

    private static final String OTHER_ADDRESS = "UPDATE population_import_staging s " + FAMILIES
            + "JOIN population_import_staging h ON h.import_id = s.import_id AND h.line = f.first "
            + WARN.formatted("CONCAT('Alamat berbeda dari baris ', f.first,"
                    + " ' pada KK yang sama; alamat baris itu yang dipakai.')")
            + """
            s.line > f.first AND NOT (s.address = h.address AND s.rt = h.rt AND s.rw = h.rw
                                      AND s.village_code = h.village_code)""";

    private final JdbcClient jdbc;

    StagedChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Result check(ImportId id) {
        int duplicates = update(NOTE_DUPLICATES, id);
        if (duplicates > 0) {
            update("DELETE s " + REPEATED, id);
        }
        update(WITHOUT_HEAD, id);
        update(SEVERAL_HEADS, id);
        update(OTHER_ADDRESS, id);
        Totals totals = jdbc.sql("""
                        SELECT COUNT(*) AS accepted, COUNT(warnings) AS warned FROM population_import_staging
                        WHERE import_id = ?""").param(id.value()).query(TOTALS).single();
        return new Result(duplicates, totals.accepted(), totals.warned());
    }

    private int update(String sql, ImportId id) {
        return jdbc.sql(sql).param("id", id.value()).update();
    }
}
