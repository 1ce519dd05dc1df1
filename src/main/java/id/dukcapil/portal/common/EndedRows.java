package id.dukcapil.portal.common;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of a table that are over, where hands have to be laid on each of them.
 *
 * @param <K> type of their {@code id}
 */
public abstract class EndedRows<K> implements Retained {

    private final JdbcClient jdbc;
    private final RowMapper<K> id;
    private final String count;
    private final String oldest;
    private final String stillEnded;

    /**
     * @param ended what is over, with {@code :moment} for the end of the period
     * @param order the column by which the oldest come first
     */
    protected EndedRows(JdbcClient jdbc, Class<K> key, String table, String ended, String order) {
        this.jdbc = jdbc;
        id = (row, number) -> row.getObject("id", key);
        count = "SELECT COUNT(*) FROM %s WHERE %s".formatted(table, ended);
        oldest = "SELECT id FROM %s WHERE %s ORDER BY %s LIMIT :limit".formatted(table, ended, order);
        // What somebody is just looking at or correcting is left to the next round
        stillEnded = "SELECT id FROM %s WHERE id IN (:ids) AND (%s) FOR UPDATE SKIP LOCKED".formatted(table, ended);
    }

    /** Removes or anonymises these rows and what hangs on them; they are locked for this transaction. */
    protected abstract void forget(List<K> ended);

    /** The end of the period as the table writes it. */
    protected Object end(Instant moment) {
        return UtcDateTime.of(moment);
    }

    @Override
    public OptionalLong endedBefore(Instant moment) {
        return OptionalLong.of(
                jdbc.sql(count).param("moment", end(moment)).query(Long.class).single());
    }

    /** The rows that ended before that moment, the oldest first. */
    public List<K> oldest(Instant moment, int limit) {
        return jdbc.sql(oldest)
                .param("moment", end(moment))
                .param("limit", limit)
                .query(id)
                .list();
    }

    /**
     * Removes those of the rows that still count as ended and are not locked.
     *
     * @return how many
     */
    @Transactional
    public int remove(List<K> rows, Instant moment) {
        if (rows.isEmpty()) {
            return 0;
        }
        List<K> ended = jdbc.sql(stillEnded)
                .param("ids", rows)
                .param("moment", end(moment))
                .query(id)
                .list();
        if (!ended.isEmpty()) {
            forget(ended);
        }
        return ended.size();
    }

    @Override
    @Transactional
    public int removeEndedBefore(Instant moment, int limit) {
        return remove(oldest(moment, limit), moment);
    }
}
