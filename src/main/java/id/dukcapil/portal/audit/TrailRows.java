package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The tables of the trail as the sealer and the verification use them: only inserts and reads, except for the inbox. */
@Repository
class TrailRows implements SealedTrail {

    /**
     * A row that waits to be sealed.
     *
     * @param columns as texts, in the order of {@link TrailColumns}
     * @param proof stored beside them, when there is one
     */
    record Waiting(List<Optional<String>> columns, byte[] content, byte @Nullable [] proof) {

        static Waiting read(ResultSet row, RowContent content) throws SQLException {
            var columns = new ArrayList<Optional<String>>(TrailColumns.COUNT);
            for (int column = 1; column <= TrailColumns.COUNT; column++) {
                columns.add(Optional.ofNullable(row.getString(column)));
            }
            return new Waiting(columns, content.of(row, 0), row.getBytes(TrailColumns.COUNT + 1));
        }

        /** @param offset number of parameters before the first column */
        void writeTo(PreparedStatement statement, int offset) throws SQLException {
            for (int column = 1; column <= TrailColumns.COUNT; column++) {
                statement.setString(offset + column, columns.get(column - 1).orElse(null));
            }
        }

        String id() {
            return columns.getFirst().orElseThrow();
        }
    }

    /** What waits in the inbox. */
    record Unsealed(long rows, Instant since) {}

    private static final int ROWS_PER_FETCH = 2_000;

    private static final String INSERT = "INSERT INTO audit_trail (number, hash, origin, " + TrailColumns.NAMES
            + ") VALUES (?, ?, ?, " + TrailColumns.PARAMETERS + ")";

    private static final RowMapper<Long> NUMBER = (row, number) -> row.getLong(1);
    private static final RowMapper<String> TEXT = (row, number) -> row.getString(1);

    private static final RowMapper<Batch> BATCH = RecordRow.of(Batch.class);

    private static final RowMapper<Pruning> PRUNING = RecordRow.of(Pruning.class);

    private final JdbcTemplate jdbc;

    TrailRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What has been committed and not yet sealed, oldest first. */
    List<Waiting> waiting(int limit) {
        var content = new RowContent();
        return jdbc.query(
                "SELECT " + TrailColumns.AS_TEXT + ", proof FROM audit_inbox ORDER BY audit_inbox.id LIMIT ?",
                (row, number) -> Waiting.read(row, content),
                limit);
    }

    /** Proves what waits, whoever wrote it. */
    int prove(InboxProof proof) {
        List<Waiting> waiting = waiting(Integer.MAX_VALUE);
        jdbc.batchUpdate("UPDATE audit_inbox SET proof = ? WHERE id = ?", waiting, 1_000, (update, row) -> {
            update.setBytes(1, proof.of(row.content()));
            update.setString(2, row.id());
        });
        return waiting.size();
    }

    /** Identifiers among those of waiting rows that a sealed row has already. */
    Set<String> sealedBefore(List<Waiting> waiting) {
        String parameters = String.join(", ", Collections.nCopies(waiting.size(), "?"));
        return new HashSet<>(jdbc.query(
                "SELECT CAST(id AS CHAR) FROM audit_trail WHERE id IN (" + parameters + ")",
                TEXT,
                waiting.stream().map(Waiting::id).toArray()));
    }

    void enter(List<Waiting> waiting, List<Sealed> sealed) {
        jdbc.batchUpdate(INSERT, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement statement, int index) throws SQLException {
                statement.setLong(1, sealed.get(index).number());
                statement.setBytes(2, sealed.get(index).hash());
                statement.setString(3, sealed.get(index).origin());
                waiting.get(index).writeTo(statement, 3);
            }

            @Override
            public int getBatchSize() {
                return waiting.size();
            }
        });
    }

    /**
     * One by one through the primary key: any other plan would stop at rows of transactions that are still open.
     *
     * @return how many rows left the inbox
     */
    int removeFromInbox(List<Waiting> sealed) {
        int[][] removed = jdbc.batchUpdate(
                "DELETE FROM audit_inbox WHERE id = ?",
                sealed,
                sealed.size(),
                (statement, row) -> statement.setString(1, row.id()));
        return Arrays.stream(removed).flatMapToInt(Arrays::stream).sum();
    }

    void enter(Batch batch) {
        jdbc.update(
                """
                INSERT INTO audit_batch
                  (number, first_row, last_row, last_hash, previous, sealed_at, key_id, signature)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                batch.number(),
                batch.firstRow(),
                batch.lastRow(),
                batch.lastHash(),
                batch.previous(),
                UtcDateTime.of(batch.sealedAt()),
                batch.keyId(),
                batch.signature());
    }

    @Override
    public Optional<Batch> lastBatch() {
        return jdbc.query("SELECT * FROM audit_batch ORDER BY number DESC LIMIT 1", BATCH).stream()
                .findFirst();
    }

    /** The batch that covers a row. */
    Optional<Batch> batchOf(long row) {
        return jdbc
                .query("SELECT * FROM audit_batch WHERE last_row >= ? ORDER BY last_row LIMIT 1", BATCH, row)
                .stream()
                .filter(batch -> batch.firstRow() <= row)
                .findFirst();
    }

    Optional<Batch> batch(long number) {
        return jdbc.query("SELECT * FROM audit_batch WHERE number = ?", BATCH, number).stream()
                .findFirst();
    }

    /** How many rows wait for their seal and since when; nothing when none does. */
    Optional<Unsealed> unsealed() {
        return jdbc
                .query(
                        "SELECT COUNT(*) AS waiting, MIN(at) AS since FROM audit_inbox HAVING waiting > 0",
                        (row, number) -> new Unsealed(row.getLong("waiting"), UtcDateTime.read(row, "since")))
                .stream()
                .findFirst();
    }

    /** How many rows the oldest batches hold up to that moment; reads no further than the first one that is younger. */
    long sealedBefore(Instant moment) {
        return number("""
                SELECT COALESCE(
                    (SELECT first_row FROM audit_batch WHERE sealed_at >= ? ORDER BY number LIMIT 1),
                    (SELECT last_row + 1 FROM audit_batch ORDER BY number DESC LIMIT 1), 0)
                  - COALESCE((SELECT first_row FROM audit_batch ORDER BY number LIMIT 1), 0)\
                """, UtcDateTime.of(moment));
    }

    void enter(Pruning pruning) {
        jdbc.update(
                """
                INSERT INTO audit_pruning
                  (last_batch, last_row, last_hash, batch_hash, pruned_at, key_id, signature)
                VALUES (?, ?, ?, ?, ?, ?, ?)\
                """,
                pruning.lastBatch(),
                pruning.lastRow(),
                pruning.lastHash(),
                pruning.batchHash(),
                UtcDateTime.of(pruning.prunedAt()),
                pruning.keyId(),
                pruning.signature());
    }

    /** @return how many rows of the trail are gone; rows before the beginning are none of its own and stay */
    int remove(ChainEnd beginning, Batch last) {
        jdbc.update("DELETE FROM audit_batch WHERE number <= ?", last.number());
        return jdbc.update("DELETE FROM audit_trail WHERE number > ? AND number <= ?", beginning.row(), last.lastRow());
    }

    /** The first number after a row from which so many are free: others can have put rows behind the end. */
    long freeAfter(long row, int count) {
        long free = row + 1;
        long taken = highestBetween(free, count);
        while (taken > 0) {
            free = taken + 1;
            taken = highestBetween(free, count);
        }
        return free;
    }

    private long highestBetween(long first, int count) {
        return number(
                "SELECT COALESCE(MAX(number), 0) FROM audit_trail WHERE number BETWEEN ? AND ?",
                first,
                first + count - 1);
    }

    long rows() {
        return number("SELECT COUNT(*) FROM audit_trail");
    }

    @Override
    public Optional<Pruning> pruning() {
        return jdbc.query("SELECT * FROM audit_pruning ORDER BY last_batch DESC LIMIT 1", PRUNING).stream()
                .findFirst();
    }

    @Override
    public List<Batch> batches(long after, int limit) {
        return jdbc.query("SELECT * FROM audit_batch WHERE number > ? ORDER BY number LIMIT ?", BATCH, after, limit);
    }

    @Override
    public void rows(long after, long last, Consumer<Sealed> each) {
        var content = new RowContent();
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(
                            "SELECT number, hash, origin, " + TrailColumns.AS_TEXT
                                    + " FROM audit_trail WHERE number > ? AND number <= ? ORDER BY number",
                            ResultSet.TYPE_FORWARD_ONLY,
                            ResultSet.CONCUR_READ_ONLY);
                    statement.setFetchSize(ROWS_PER_FETCH);
                    statement.setLong(1, after);
                    statement.setLong(2, last);
                    return statement;
                },
                row -> {
                    each.accept(sealed(row, content));
                });
    }

    private static Sealed sealed(ResultSet row, RowContent content) throws SQLException {
        @Nullable String origin = row.getString(3);
        byte[] columns = content.of(row, 3);
        return new Sealed(
                row.getLong(1), origin == null ? columns : RowContent.with(columns, origin), row.getBytes(2), origin);
    }

    /** One statement, so that a batch that is being sealed meanwhile is seen whole or not at all. */
    @Override
    public List<Long> rowsOutside(int limit) {
        return jdbc.query("""
                (SELECT number FROM audit_trail
                  WHERE number <= COALESCE((SELECT MAX(last_row) FROM audit_pruning), 0) LIMIT ?)
                UNION ALL
                (SELECT number FROM audit_trail
                  WHERE number > COALESCE((SELECT MAX(last_row) FROM audit_batch),
                    (SELECT MAX(last_row) FROM audit_pruning), 0) LIMIT ?)
                ORDER BY number LIMIT ?\
                """, NUMBER, limit, limit, limit);
    }

    private long number(String query, Object... parameters) {
        @Nullable Long value = jdbc.queryForObject(query, Long.class, parameters);
        return value == null ? 0 : value;
    }
}
