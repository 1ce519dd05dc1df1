package id.dukcapil.portal.common;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a table that are over, and the ways to remove them. */
public final class EndedRows {

    private final JdbcClient jdbc;
    private final String table;
    private final String ended;
    private final String order;
    private Function<Instant, Object> end = UtcDateTime::of;

    private EndedRows(JdbcClient jdbc, String table, String ended, String order) {
        this.jdbc = jdbc;
        this.table = table;
        this.ended = ended;
        this.order = order;
    }

    /**
     * @param ended what is over, with {@code :moment} for the end of the period
     * @param order the column by which the oldest come first
     */
    public static EndedRows of(JdbcClient jdbc, String table, String ended, String order) {
        return new EndedRows(jdbc, table, ended, order);
    }

    /** For a table that writes the end of the period in another form than a moment in UTC. */
    public EndedRows endingAt(Function<Instant, Object> form) {
        end = form;
        return this;
    }

    public Retention.Removal delete() {
        return new ByCondition("DELETE FROM " + table);
    }

    /** @param assignments what stands in the columns afterwards; may use {@code :moment} */
    public Retention.Removal set(String assignments) {
        return new ByCondition("UPDATE %s SET %s".formatted(table, assignments));
    }

    /**
     * Lays hands on each of them.
     *
     * @param key type of their {@code id}
     * @param forget removes or anonymises these rows and what hangs on them; they are locked for this transaction
     */
    public <K> RowByRow<K> each(Class<K> key, Consumer<List<K>> forget) {
        return new RowByRow<>(key, forget);
    }

    private JdbcClient.StatementSpec statement(String sql, Instant moment) {
        return jdbc.sql(sql).param("moment", end.apply(moment));
    }

    private OptionalLong count(Instant moment) {
        return OptionalLong.of(statement("SELECT COUNT(*) FROM %s WHERE %s".formatted(table, ended), moment)
                .query(Long.class)
                .single());
    }

    private final class ByCondition implements Retention.Removal {

        private final String sql;

        private ByCondition(String verb) {
            sql = "%s WHERE %s ORDER BY %s LIMIT :limit".formatted(verb, ended, order);
        }

        @Override
        public OptionalLong endedBefore(Instant moment) {
            return count(moment);
        }

        @Override
        public int removeEndedBefore(Instant moment, int limit) {
            return statement(sql, moment).param("limit", limit).update();
        }
    }

    /** Removes rows that are known by their keys, so that one of them can fail alone. */
    public final class RowByRow<K> implements Retention.Removal {

        private final RowMapper<K> id;
        private final Consumer<List<K>> forget;

        private RowByRow(Class<K> key, Consumer<List<K>> forget) {
            id = (row, number) -> row.getObject("id", key);
            this.forget = forget;
        }

        @Override
        public OptionalLong endedBefore(Instant moment) {
            return count(moment);
        }

        /** The rows that ended before that moment, the oldest first. */
        public List<K> oldest(Instant moment, int limit) {
            return statement(
                            "SELECT id FROM %s WHERE %s ORDER BY %s LIMIT :limit".formatted(table, ended, order),
                            moment)
                    .param("limit", limit)
                    .query(id)
                    .list();
        }

        /**
         * Removes those of the rows that still count as ended and are not locked, in the caller's transaction.
         *
         * @return how many
         */
        public int remove(List<K> rows, Instant moment) {
            if (rows.isEmpty()) {
                return 0;
            }
            // What somebody is just looking at or correcting is left to the next round
            String sql = "SELECT id FROM %s WHERE id IN (:ids) AND (%s) FOR UPDATE SKIP LOCKED".formatted(table, ended);
            List<K> still = statement(sql, moment).param("ids", rows).query(id).list();
            if (!still.isEmpty()) {
                forget.accept(still);
            }
            return still.size();
        }

        @Override
        public int removeEndedBefore(Instant moment, int limit) {
            return remove(oldest(moment, limit), moment);
        }
    }
}
