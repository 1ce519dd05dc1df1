package id.dukcapil.portal.sla.stay;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.OfficeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
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
            FROM sla_stay WHERE step IN (:steps) AND ended >= :from AND ended < :to + INTERVAL 1 DAY
            GROUP BY DATE(ended), office_code, standard, step, for_office HAVING SUM(sign) > 0""";

    private static final String SUMS = """
            SELECT %1$s, SUM(stays), SUM(measured), SUM(late), MAX(worst), SUM(seconds)
            FROM (SELECT *, 1 AS everything FROM sla_stay_day) days
            WHERE day BETWEEN :from AND :to AND (:standard IS NULL OR standard = :standard) AND office_code IN (:offices)
              AND %2$s
            GROUP BY %1$s""";

    /** Counted by the second: to sort millions of rows for each group takes minutes. */
    private static final String TIMES = """
            SELECT %1$s, worked, COUNT(*)
            FROM (SELECT *, DATE(ended) AS day, 1 AS everything FROM sla_stay
                  WHERE step IN (:steps) AND ended >= :from AND ended < :to + INTERVAL 1 DAY
                    AND sign = 1 AND NOT reversed AND (:standard IS NULL OR standard = :standard)
                    AND office_code IN (:offices) AND %2$s) stays
            GROUP BY %1$s, worked ORDER BY worked""";

    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);
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
            if (highest == 0) {
                addUp(LocalDate.EPOCH, LAST);
            } else {
                jdbc.sql("SELECT DISTINCT DATE(ended) FROM sla_stay WHERE id > ?")
                        .param(Math.max(0, highest - WINDOW))
                        .query(LocalDate.class)
                        .list()
                        .forEach(day -> addUp(day, day));
            }
            jdbc.sql("UPDATE sla_stay_day_state SET highest = ? WHERE id = 1")
                    .param(last)
                    .update();
        }
    }

    private void addUp(LocalDate from, LocalDate to) {
        jdbc.sql("DELETE FROM sla_stay_day WHERE day BETWEEN ? AND ?")
                .params(from, to)
                .update();
        jdbc.sql(ADD_UP)
                .param("steps", steps())
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** All there are, so that the index of steps and times serves for any of them. */
    private List<Integer> steps() {
        return jdbc.sql("SELECT DISTINCT step FROM sla_stay")
                .query((row, number) -> row.getInt(1))
                .list();
    }

    /** A column of the row, or several, as what names the group. */
    private interface Key<K> {
        K of(ResultSet row) throws SQLException;
    }

    private <K> Map<K, Tally> group(Question question, String rows, String columns, int width, Key<K> key) {
        var times = new HashMap<K, Times>();
        ask(question, TIMES.formatted(columns, rows)).param("steps", steps()).query(row -> {
            times.computeIfAbsent(key.of(row), group -> new Times()).add(row.getInt(width + 1), row.getInt(width + 2));
        });
        RowMapper<Map.Entry<K, Tally>> tally = (row, number) -> {
            int measured = row.getInt(width + 2);
            K group = key.of(row);
            Times middle = times.getOrDefault(group, new Times());
            return Map.entry(
                    group,
                    new Tally(
                            row.getInt(width + 1),
                            measured,
                            measured - row.getInt(width + 3),
                            middle.quantile(0.5),
                            middle.quantile(0.9),
                            row.getInt(width + 4),
                            row.getLong(width + 5)));
        };
        return ask(question, SUMS.formatted(columns, rows)).query(tally).list().stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private StatementSpec ask(Question question, String sql) {
        return jdbc.sql(sql)
                .param("from", question.from())
                .param("to", question.to())
                .param("standard", question.standard())
                .param(
                        "offices",
                        question.offices().stream().map(OfficeCode::value).toList());
    }

    private static List<List<Answer.Share>> noHours() {
        return IntStream.range(0, WEEKDAYS)
                .mapToObj(weekday -> Collections.nCopies(HOURS, new Answer.Share(0, 0)))
                .toList();
    }
}
