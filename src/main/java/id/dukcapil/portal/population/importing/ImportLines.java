package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.population.importing.ImportLine.Effect;
import id.dukcapil.portal.population.importing.ImportLine.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the rows, read page by page. */
@Component
class ImportLines {

    private static final int PAGE = 2_000;
    private static final String LINE =
            "SELECT line, outcome, effect, nik, findings FROM population_import_line WHERE import_id = :id AND line > :after ";

    private static final RowMapper<ImportLine> ROW = (row, number) -> {
        @Nullable String effect = row.getString("effect");
        @Nullable String findings = row.getString("findings");
        return new ImportLine(
                row.getInt("line"),
                Outcome.valueOf(row.getString("outcome")),
                effect == null ? null : Effect.valueOf(effect),
                row.getString("nik"),
                findings == null ? List.of() : List.of(findings.split("\n")));
    };

    private final JdbcClient jdbc;

    ImportLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ImportLine> of(ImportId id, Outcome outcome, int limit) {
        return jdbc.sql(LINE + "AND outcome = :outcome ORDER BY line LIMIT :limit")
                .param("id", id.value())
                .param("after", 0)
                .param("outcome", outcome.name())
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** All of them in the order of the file; only a page is in memory at a time. */
    Stream<ImportLine> all(ImportId id) {
        return Stream.iterate(
                        page(id, 0),
                        page -> !page.isEmpty(),
                        page -> page(id, page.getLast().number()))
                .flatMap(List::stream);
    }

    private List<ImportLine> page(ImportId id, int after) {
        return jdbc.sql(LINE + "ORDER BY line LIMIT " + PAGE)
                .param("id", id.value())
                .param("after", after)
                .query(ROW)
                .list();
    }
}
