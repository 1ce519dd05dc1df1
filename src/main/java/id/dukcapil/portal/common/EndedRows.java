package id.dukcapil.portal.common;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The rows of a table that are over, where hands have to be laid on each of them. */
public abstract class EndedRows implements Retained {

    private static final RowMapper<UUID> ID = (row, number) -> row.getObject("id", UUID.class);

    private final JdbcClient jdbc;
    private final String count;
    private final String oldest;

    /**
     * @param ended what is over, with {@code :moment} for the end of the period
     * @param order the column by which the oldest come first
     */
    protected EndedRows(JdbcClient jdbc, String table, String ended, String order) {
        this.jdbc = jdbc;
        count = "SELECT COUNT(*) FROM %s WHERE %s".formatted(table, ended);
        // What somebody is just looking at or correcting is left to the next round
        oldest = "SELECT id FROM %s WHERE %s ORDER BY %s LIMIT :limit FOR UPDATE SKIP LOCKED"
                .formatted(table, ended, order);
    }

    /** Removes or anonymises these rows and what hangs on them; they are locked for this transaction. */
    protected abstract void forget(List<UUID> ended);

    /** The end of the period as the table writes it. */
    protected Object end(Instant moment) {
        return UtcDateTime.of(moment);
    }

    @Override
    public OptionalLong endedBefore(Instant moment) {
        return OptionalLong.of(
                jdbc.sql(count).param("moment", end(moment)).query(Long.class).single());
    }

    @Override
    @Transactional
    public int removeEndedBefore(Instant moment, int limit) {
        List<UUID> ended = jdbc.sql(oldest)
                .param("moment", end(moment))
                .param("limit", limit)
                .query(ID)
                .list();
        if (!ended.isEmpty()) {
            forget(ended);
        }
        return ended.size();
    }
}
