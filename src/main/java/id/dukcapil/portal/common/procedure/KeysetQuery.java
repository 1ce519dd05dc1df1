package id.dukcapil.portal.common.procedure;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keyset pages and capped counts of one table or join.
 *
 * @param <R> a row of the list
 */
public final class KeysetQuery<R> {

    /** Counting stops here; a list then says "more than". */
    public static final int COUNT_LIMIT = 10_000;

    private final String columns;
    private final String from;
    private final String order;
    private final RowMapper<R> row;

    /**
     * @param columns of the select list
     * @param from table, with joins and index hints
     * @param order columns of the keyset, as the condition of the cursor names them
     */
    public KeysetQuery(String columns, String from, String order, RowMapper<R> row) {
        this.columns = columns;
        this.from = from;
        this.order = order;
        this.row = row;
    }

    /** @param skip further rows to pass over, each at the price of reading it */
    public List<R> page(JdbcClient jdbc, Where where, int skip, int limit) {
        return jdbc.sql("SELECT %s FROM %s WHERE %s ORDER BY %s LIMIT :limit OFFSET :skip"
                        .formatted(columns, from, where.text(), order))
                .params(where.parameters())
                .param("limit", limit)
                .param("skip", skip)
                .query(row)
                .list();
    }

    /** Matching rows, counted up to {@link #COUNT_LIMIT} + 1. */
    public int count(JdbcClient jdbc, Where where) {
        return count(jdbc, where, COUNT_LIMIT + 1);
    }

    public int count(JdbcClient jdbc, Where where, int most) {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT 1 FROM %s WHERE %s LIMIT %d) counted"
                        .formatted(from, where.text(), most))
                .params(where.parameters())
                .query(Integer.class)
                .single();
    }
}
