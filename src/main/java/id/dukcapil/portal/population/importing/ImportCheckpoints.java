package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.RecordRow;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far an import has come. A checkpoint is moved in the transaction of its step and names where the step began, so that a step
 * either counts once or has not happened, even when two processes believe that the import is theirs.
 */
@Component
class ImportCheckpoints {

    /** Another process has taken the import over, or it was ended; this one must stop without leaving anything. */
    static final class Overtaken extends RuntimeException {}

    record Position(int readTo, int writtenTo) {}

    private static final RowMapper<Position> POSITION = RecordRow.of(Position.class);

    private final JdbcClient jdbc;

    ImportCheckpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Position of(ImportId id) {
        return jdbc.sql("SELECT read_to, written_to FROM population_import WHERE id = ?")
                .param(id.value())
                .query(POSITION)
                .single();
    }

    void read(ImportId id, int from, int to, int rows, int accepted, int warned, int percent) {
        require(jdbc.sql("""
                        UPDATE population_import
                        SET read_to = :to, rows_read = rows_read + :rows, rows_accepted = rows_accepted + :accepted,
                            rows_warned = rows_warned + :warned, rows_refused = rows_refused + :refused, percent = :percent,
                            trouble = NULL
                        WHERE id = :id AND status = 'RUNNING' AND phase = 'READING' AND read_to = :from""")
                .param("to", to)
                .param("rows", rows)
                .param("accepted", accepted)
                .param("warned", warned)
                .param("refused", rows - accepted)
                .param("percent", percent)
                .param("id", id.value())
                .param("from", from)
                .update());
    }

    /** After the checks across rows some are refused that looked good alone, and others have warnings. */
    void checked(ImportId id, int duplicates, int accepted, int warned) {
        require(jdbc.sql("""
                        UPDATE population_import
                        SET rows_refused = rows_refused + :duplicates, rows_accepted = :accepted, rows_warned = :warned
                        WHERE id = :id AND status = 'RUNNING'""")
                .param("duplicates", duplicates)
                .param("accepted", accepted)
                .param("warned", warned)
                .param("id", id.value())
                .update());
    }

    void written(ImportId id, int from, int to, Map<ImportLine.Effect, Integer> effects, int percent) {
        require(jdbc.sql("""
                        UPDATE population_import
                        SET written_to = :to, people_new = people_new + :fresh, people_changed = people_changed + :changed,
                            people_same = people_same + :same, percent = :percent, trouble = NULL
                        WHERE id = :id AND status = 'RUNNING' AND phase = 'WRITING' AND written_to = :from""")
                .param("to", to)
                .param("fresh", effects.getOrDefault(ImportLine.Effect.NEW, 0))
                .param("changed", effects.getOrDefault(ImportLine.Effect.CHANGED, 0))
                .param("same", effects.getOrDefault(ImportLine.Effect.SAME, 0))
                .param("percent", percent)
                .param("id", id.value())
                .param("from", from)
                .update());
    }

    private static void require(int rows) {
        if (rows != 1) {
            throw new Overtaken();
        }
    }
}
