package id.dukcapil.portal.sla.stay;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.OfficeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The same figures without the heap: counts from a table that adds up each day, quantiles by SQL from the rows themselves. It
 * is slower, and says nothing of officers, hours and paths. Chosen by {@code portal.sla.facts=rollup}.
 */
@Component
@ConditionalOnProperty(name = "portal.sla.facts", havingValue = "rollup")
class RollUpFacts implements StayFacts {

    /** Rows below the highest id that are looked at again, as in the heap. */
    private static final int WINDOW = 500;

    private static final String ADD_UP = """
            INSERT INTO sla_stay_day (day, office_code, standard, step, for_office, stays, measured, late, worst, seconds)
            SELECT DATE(ended), office_code, standard, step, for_office, SUM(sign), SUM(sign * (target IS NOT NULL)),
                   SUM(sign * (target IS NOT NULL AND late)), MAX(IF(sign = 1 AND NOT reversed, worked, 0)), SUM(sign * worked)
            FROM sla_stay WHERE step IN (SELECT DISTINCT step FROM sla_stay) AND ended >= :day AND ended < :next
            GROUP BY DATE(ended), office_code, standard, step, for_office HAVING SUM(sign) > 0""";

    private static final String SUMS = """
            SELECT %1$s, SUM(stays), SUM(measured), SUM(late), MAX(worst), SUM(seconds)
            FROM (SELECT *, 1 AS everything FROM sla_stay_day) days
            WHERE day BETWEEN :from AND :to AND (:standard IS NULL OR standard = :standard) AND office_code IN (:offices)
              AND %2$s
            GROUP BY %1$s""";

    private static final String QUANTILES = """
            SELECT DISTINCT %1$s,
              PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY worked) OVER (PARTITION BY %1$s),
              PERCENTILE_DISC(0.9) WITHIN GROUP (ORDER BY worked) OVER (PARTITION BY %1$s)
            FROM (SELECT *, DATE(ended) AS day, 1 AS everything FROM sla_stay
                  WHERE step IN (SELECT DISTINCT step FROM sla_stay) AND ended >= :from AND ended < :to + INTERVAL 1 DAY
                    AND sign = 1 AND NOT reversed AND (:standard IS NULL OR standard = :standard)
                    AND office_code IN (:offices) AND %2$s) stays""";

    private static final String CASES = "step = 0";
    private static final String STAYS = "step > 0";
    private static final int WEEKDAYS = 7;
    private static final int HOURS = 24;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    RollUpFacts(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private record Middle(int median, int p90) {}

    @Override
    public Answer answer(Question question) {
        if (question.offices().isEmpty()) {
            return new Answer(
                    Tally.NONE,
                    Map.of(),
                    Map.of(),
                    new TreeMap<>(),
                    Map.of(),
                    Map.of(),
                    noHours(),
                    new TreeMap<>(),
                    Map.of());
        }
        transaction.executeWithoutResult(done -> catchUp());
        return new Answer(
                group(question, CASES, "everything", 1, row -> row.getInt(1)).getOrDefault(1, Tally.NONE),
                group(question, CASES, "standard", 1, row -> row.getString(1)),
                group(question, CASES, "office_code", 1, row -> new OfficeCode(row.getString(1))),
                new TreeMap<>(group(
                        question,
                        STAYS,
                        "standard, step, for_office",
                        3,
                        row -> new Answer.StepKey(row.getString(1), row.getInt(2), row.getBoolean(3)))),
                Map.of(),
                Map.of(),
                noHours(),
                new TreeMap<>(group(question, CASES, "day", 1, row -> row.getObject(1, LocalDate.class))),
                Map.of());
    }

    @Override
    public int loadedPercent() {
        return 100;
    }

    @Override
    public boolean tellsDetails() {
        return false;
    }

    /** Adds up anew the days of rows that have come; one process at a time. */
    private void catchUp() {
        long highest = jdbc.sql("SELECT highest FROM sla_stay_day_state WHERE id = 1 FOR UPDATE")
                .query(Long.class)
                .single();
        long last = jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM sla_stay")
                .query(Long.class)
                .single();
        if (last > highest) {
            jdbc.sql("SELECT DISTINCT DATE(ended) FROM sla_stay WHERE id > ?")
                    .param(Math.max(0, highest - WINDOW))
                    .query(LocalDate.class)
                    .list()
                    .forEach(this::addUp);
            jdbc.sql("UPDATE sla_stay_day_state SET highest = ? WHERE id = 1")
                    .param(last)
                    .update();
        }
    }

    private void addUp(LocalDate day) {
        jdbc.sql("DELETE FROM sla_stay_day WHERE day = ?").param(day).update();
        jdbc.sql(ADD_UP).param("day", day).param("next", day.plusDays(1)).update();
    }

    /** A column of the row, or several, as what names the group. */
    private interface Key<K> {
        K of(ResultSet row) throws SQLException;
    }

    private <K> Map<K, Tally> group(Question question, String rows, String columns, int width, Key<K> key) {
        Map<K, Middle> middles = read(
                question,
                QUANTILES.formatted(columns, rows),
                key,
                row -> new Middle(row.getInt(width + 1), row.getInt(width + 2)));
        return read(question, SUMS.formatted(columns, rows), key, row -> {
            int measured = row.getInt(width + 2);
            Middle middle = middles.getOrDefault(key.of(row), new Middle(0, 0));
            return new Tally(
                    row.getInt(width + 1),
                    measured,
                    measured - row.getInt(width + 3),
                    middle.median(),
                    middle.p90(),
                    row.getInt(width + 4),
                    row.getLong(width + 5));
        });
    }

    private <K, V> Map<K, V> read(Question question, String sql, Key<K> key, Key<V> value) {
        StatementSpec statement = jdbc.sql(sql)
                .param("from", question.from())
                .param("to", question.to())
                .param("standard", question.standard())
                .param(
                        "offices",
                        question.offices().stream().map(OfficeCode::value).toList());
        RowMapper<Map.Entry<K, V>> entry = (row, number) -> Map.entry(key.of(row), value.of(row));
        return statement.query(entry).list().stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<List<Answer.Share>> noHours() {
        return IntStream.range(0, WEEKDAYS)
                .mapToObj(weekday -> Collections.nCopies(HOURS, new Answer.Share(0, 0)))
                .toList();
    }
}
