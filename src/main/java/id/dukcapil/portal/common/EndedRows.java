package id.dukcapil.portal.common;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a table that are over, for a {@link Retained} that has to lay hands on each of them. */
public final class EndedRows {

    private static final RowMapper<UUID> ID = (row, number) -> row.getObject("id", UUID.class);

    private final JdbcClient jdbc;
    private final String count;
    private final String oldest;

    /**
     * @param ended what is over, with {@code :moment} for the end of the period
     * @param order the column by which the oldest come first
     */
    public EndedRows(JdbcClient jdbc, String table, String ended, String order) {
        this.jdbc = jdbc;
        count = "SELECT COUNT(*) FROM %s WHERE %s".formatted(table, ended);
        // What somebody is just looking at or correcting is left to the next round
        oldest = "SELECT id FROM %s WHERE %s ORDER BY %s LIMIT :limit FOR UPDATE SKIP LOCKED"
                .formatted(table, ended, order);
    }

    public OptionalLong count(Object moment) {
        return OptionalLong.of(
                jdbc.sql(count).param("moment", moment).query(Long.class).single());
    }

    /** Locks the oldest for the transaction of the caller and tells their identifiers. */
    public List<UUID> take(Object moment, int limit) {
        return jdbc.sql(oldest)
                .param("moment", moment)
                .param("limit", limit)
                .query(ID)
                .list();
    }
}
