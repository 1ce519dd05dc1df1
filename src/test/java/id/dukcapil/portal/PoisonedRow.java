package id.dukcapil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row that the database refuses to write, until it is closed: the way to see that a recurring job passes it over, says
 * so, and comes back to it. Outside a transaction only, because MariaDB commits when a trigger is made.
 */
public final class PoisonedRow implements AutoCloseable {

    private static final RowMapper<Integer> ATTEMPTS = (row, number) -> row.getInt(1);

    private final JdbcClient jdbc;
    private final String key;
    private final String trigger = "poison_" + UUID.randomUUID().toString().replace("-", "");

    private PoisonedRow(JdbcClient jdbc, String key, String when, String condition) {
        this.jdbc = jdbc;
        this.key = key;
        jdbc.sql(
                        "CREATE TRIGGER %s BEFORE %s FOR EACH ROW IF %s THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'poisoned'; END IF"
                                .formatted(trigger, when, condition))
                .update();
    }

    /** The row with that {@code id} cannot be changed. */
    public static PoisonedRow against(JdbcClient jdbc, String table, UUID id) {
        return new PoisonedRow(jdbc, id.toString(), "UPDATE ON " + table, "OLD.id = '%s'".formatted(id));
    }

    /** No row that refers to that one can be entered. */
    public static PoisonedRow againstEntering(JdbcClient jdbc, String table, String reference, UUID id) {
        return new PoisonedRow(jdbc, id.toString(), "INSERT ON " + table, "NEW.%s = '%s'".formatted(reference, id));
    }

    /** The row cannot be taken out. */
    public static PoisonedRow againstDeleting(JdbcClient jdbc, String table, String column, Object value) {
        return new PoisonedRow(jdbc, value.toString(), "DELETE ON " + table, "OLD.%s = '%s'".formatted(column, value));
    }

    /** The job has tried it so many times in vain, and goes on trying; 0 when it has no trouble with it. */
    public void hasFailed(String job, int times) {
        assertThat(jdbc.sql("SELECT attempts FROM platform_failed_row WHERE job = ? AND row_key = ?")
                        .params(job, key)
                        .query(ATTEMPTS)
                        .optional()
                        .orElse(0))
                .as("attempts of %s in vain", job)
                .isEqualTo(times);
    }

    /** From now on it can be written like any other. */
    @Override
    public void close() {
        jdbc.sql("DROP TRIGGER IF EXISTS " + trigger).update();
    }
}
