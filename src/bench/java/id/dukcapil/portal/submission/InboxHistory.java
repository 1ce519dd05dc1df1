package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ten years of requests, the same at every run: made by the database from the numbers 1 to n. Offices, reasons and names are
 * unevenly spread, as real ones are. A tenth of all lies in each queue, far more than any office has, so that
 * the queues are as deep as the history.
 */
final class InboxHistory {

    static final Instant BEGIN = Instant.parse("2016-11-23T00:00:00Z");
    static final Duration LENGTH = Duration.ofDays(3650);

    /** Of a hundred requests so many have a due time, spread over at most so many days after they came in. */
    private static final int WITH_DUE = 65;

    private static final Duration DUE_WITHIN = Duration.ofDays(5);

    /** What has no due time stands so far before the end of all times as it was created after this. */
    private static final Instant WITHOUT_DUE_SINCE = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant WITHOUT_DUE_UNTIL = Instant.parse("9999-12-31T00:00:00Z");

    private static final int CHUNK = 250_000;
    private static final int WORDS = 1_500;
    private static final int OFFICES = 33;
    private static final List<String> COMMON = List.of(
            "SITI", "MUHAMMAD", "NUR", "AHMAD", "DEWI", "AGUS", "SRI", "BUDI", "ASEP", "EUIS", "RIZKI", "PUTRI");
    private static final List<String> SYLLABLES = List.of(
            "SA", "RI", "MA", "NU", "DE", "WI", "LE", "TA", "RA", "KA", "HA", "DI", "YU", "LI", "ANI", "TO", "SU", "GU",
            "BA", "FA", "ZA", "NI", "PU", "JA");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final int requests;
    private final List<String> words;

    InboxHistory(JdbcClient jdbc, TransactionTemplate transaction, int requests) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.requests = requests;
        var random = new Random(31_2023);
        Stream<String> invented = Stream.generate(() -> IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(i -> SYLLABLES.get(random.nextInt(SYLLABLES.size())))
                .reduce("", String::concat));
        words = Stream.concat(COMMON.stream(), invented).distinct().limit(WORDS).toList();
    }

    /** Indexes are taken away and built again at the end, which is much faster than keeping them in order meanwhile. */
    void fill() {
        lists();
        List<String> rebuilt = withoutIndexes("submission_request");
        for (int from = 1; from <= requests; from += CHUNK) {
            requests(from, Math.min(from + CHUNK - 1, requests));
        }
        jdbc.sql("ALTER TABLE submission_request " + String.join(", ", rebuilt)).update();
        names();
        jdbc.sql("ANALYZE TABLE submission_request, submission_name_word")
                .query()
                .listOfRows();
    }

    /** @return how to add them again */
    private List<String> withoutIndexes(String table) {
        List<List<String>> indexes = jdbc.sql("""
                        SELECT index_name, GROUP_CONCAT(column_name ORDER BY seq_in_index)
                        FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = :table
                          AND non_unique = 1 AND index_name LIKE 'submission%'
                          AND index_name NOT IN ('submission_by_office_status', 'submission_reason', 'submission_word_request')
                        GROUP BY index_name""")
                .param("table", table)
                .query((row, number) -> List.of(row.getString(1), row.getString(2)))
                .list();
        String dropped =
                indexes.stream().map(index -> "DROP INDEX " + index.get(0)).collect(Collectors.joining(", "));
        jdbc.sql("ALTER TABLE " + table + " " + dropped).update();
        return indexes.stream()
                .map(index -> "ADD INDEX %s (%s)".formatted(index.get(0), index.get(1)))
                .toList();
    }

    private void lists() {
        jdbc.sql("CREATE TABLE bench_word (n INT PRIMARY KEY, word VARCHAR(30) NOT NULL)")
                .update();
        var rows = new ArrayList<String>();
        for (int n = 0; n < words.size(); n++) {
            rows.add("(%d, '%s')".formatted(n, words.get(n)));
        }
        jdbc.sql("INSERT INTO bench_word VALUES " + String.join(", ", rows)).update();
        jdbc.sql("""
                        CREATE TABLE bench_office AS SELECT ROW_NUMBER() OVER (ORDER BY ordinal) - 1 AS n, code FROM staff_office""").update();
        jdbc.sql("""
                        CREATE TABLE bench_reason AS SELECT ROW_NUMBER() OVER (ORDER BY ordinal) - 1 AS n, code
                        FROM population_request_type WHERE document = 'KARTU KELUARGA'""").update();
    }

    private void requests(int from, int to) {
        transaction.executeWithoutResult(status -> {
            unchecked(true);
            jdbc.sql("""
                            INSERT INTO submission_request (id, number, office_code, applicant_nik, applicant_name, relationship,
                              family_number, reason_code, phone, origin, status, created_at, status_since, step_due_at, version)
                            SELECT CONCAT(LEFT(h, 8), '-', RIGHT(h, 4), '-7000-8000-', LPAD(HEX(made.n), 12, '0')),
                              CONCAT('KK-', o.code, '-', YEAR(at), '-', LPAD(made.n, 8, '0')), o.code,
                              CONCAT('3204', LPAD(made.n DIV 3 * 2654435761 MOD 999999999989, 12, '0')),
                              CONCAT_WS(' ', a.word, b.word, c.word), 'HEAD',
                              CONCAT('3273', LPAD(made.n * 2654435761 MOD 999999999989, 12, '0')),
                              e.code, '080000000000', 'CHANNEL', status, at, at,
                              IF(share < %1$d, at + INTERVAL CRC32(CONCAT('d', made.n)) MOD %2$d SECOND, NULL), 1
                            FROM (
                              SELECT n, at, LPAD(LOWER(HEX(UNIX_TIMESTAMP(at) * 1000)), 12, '0') AS h, share,
                                CASE WHEN share < 10 THEN 'SUBMITTED' WHEN share < 20 THEN 'CHECKED'
                                  WHEN share < 25 THEN 'RETURNED_TO_OPERATOR' WHEN share < %1$d THEN 'AWAITING_SIGNATURE'
                                  WHEN share < 70 THEN 'RETURNED_TO_APPLICANT' WHEN share < 85 THEN 'REJECTED'
                                  WHEN share < 95 THEN 'CANCELLED' ELSE 'LAPSED' END AS status
                              FROM (SELECT seq AS n, CRC32(CONCAT('s', seq)) MOD 100 AS share,
                                  TIMESTAMP'%3$s' + INTERVAL FLOOR(seq * %4$d / %5$d) SECOND AS at
                                FROM seq_%6$d_to_%7$d) drawn) made
                            JOIN bench_office o ON o.n = FLOOR(%8$d * POW(CRC32(CONCAT('o', made.n)) / 4294967296, 2))
                            JOIN bench_reason e ON e.n = FLOOR((SELECT COUNT(*) FROM bench_reason) * POW(CRC32(CONCAT('e', made.n)) / 4294967296, 2))
                            JOIN bench_word a ON a.n = FLOOR(%9$d * POW(CRC32(CONCAT('a', made.n)) / 4294967296, 3))
                            LEFT JOIN bench_word b ON b.n = FLOOR(%9$d * POW(CRC32(CONCAT('b', made.n)) / 4294967296, 2))
                              AND made.n MOD 100 >= 8
                            LEFT JOIN bench_word c ON c.n = FLOOR(%9$d * POW(CRC32(CONCAT('c', made.n)) / 4294967296, 2))
                              AND made.n MOD 100 >= 55
                            ORDER BY made.n""".formatted(
                                    WITH_DUE,
                                    DUE_WITHIN.toSeconds(),
                                    BEGIN.toString().replace("T", " ").replace("Z", ""),
                                    LENGTH.toSeconds(),
                                    requests,
                                    from,
                                    to,
                                    OFFICES,
                                    WORDS))
                    .update();
            unchecked(false);
        });
    }

    private void names() {
        jdbc.sql(
                        "ALTER TABLE submission_name_word DROP FOREIGN KEY submission_word_request, DROP INDEX submission_word_of_office")
                .update();
        jdbc.sql("ALTER TABLE submission_name_word DROP INDEX submission_word_request")
                .update();
        transaction.executeWithoutResult(status -> {
            unchecked(true);
            jdbc.sql("""
                            INSERT IGNORE INTO submission_name_word (word, created_at, submission_id, office_code)
                            SELECT SUBSTRING_INDEX(SUBSTRING_INDEX(applicant_name, ' ', seq), ' ', -1) AS word, created_at, id, office_code
                            FROM submission_request JOIN seq_1_to_3
                              ON seq <= 1 + LENGTH(applicant_name) - LENGTH(REPLACE(applicant_name, ' ', ''))
                            ORDER BY word, created_at, id""").update();
            unchecked(false);
        });
        jdbc.sql("""
                        ALTER TABLE submission_name_word ADD INDEX submission_word_of_office (office_code, word, created_at, submission_id),
                          ADD INDEX submission_word_request (submission_id)""").update();
    }

    /** What is generated keeps all rules by itself. */
    private void unchecked(boolean off) {
        jdbc.sql("SET SESSION foreign_key_checks = " + (off ? 0 : 1)).update();
        jdbc.sql("SET SESSION unique_checks = " + (off ? 0 : 1)).update();
    }

    /** The place in an order behind which this share of all requests lies before it. */
    InboxRow.Cursor at(InboxOrder order, InboxQueue queue, double depth) {
        if (order != InboxOrder.DUE) {
            Instant created = moment(order == InboxOrder.NEWEST ? 1 - depth : depth);
            return new InboxRow.Cursor(created, id(created));
        }
        double due = shareWithDue(queue);
        if (depth < due) {
            return new InboxRow.Cursor(moment(depth / due).plus(DUE_WITHIN.dividedBy(2)), id(BEGIN));
        }
        Instant created = moment(1 - (depth - due) / (1 - due));
        return new InboxRow.Cursor(WITHOUT_DUE_UNTIL.minus(Duration.between(WITHOUT_DUE_SINCE, created)), id(created));
    }

    /** Of what goes back, half lies with the applicant, for whom no clock of the office runs. */
    private static double shareWithDue(InboxQueue queue) {
        return switch (queue) {
            case NEW, MINE, LATE -> 1;
            case RETURNED -> 0.5;
            case ALL -> WITH_DUE / 100.0;
        };
    }

    private static Instant moment(double share) {
        return BEGIN.plusSeconds((long) (LENGTH.toSeconds() * share));
    }

    private static UUID id(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }

    OfficeCode office(int rank) {
        return new OfficeCode(text("SELECT code FROM bench_office WHERE n = " + rank));
    }

    String reason(int rank) {
        return text("SELECT code FROM bench_reason WHERE n = " + rank);
    }

    private String text(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).single();
    }

    /** What is typed into the search field, by kind and in a fixed mixture. */
    List<String> texts(int number) {
        var random = new Random(2_023);
        return Stream.generate(() -> 1L + random.nextInt(requests))
                .limit(number)
                .map(this::text)
                .toList();
    }

    private String text(long n) {
        return switch ((int) (n % 7)) {
            case 0 -> "3204%012d".formatted(n / 3 * 2654435761L % 999999999989L);
            case 1 -> "3273%012d".formatted(n * 2654435761L % 999999999989L);
            case 2 -> COMMON.get((int) (n / 7 % COMMON.size()));
            case 3 -> words.get((int) (n / 7 % WORDS));
            case 4 -> words.get((int) (n / 7 % WORDS)) + " " + COMMON.get((int) (n % COMMON.size()));
            case 5 -> words.get((int) (n / 7 % WORDS)).substring(0, 3).toLowerCase(Locale.ROOT);
            default ->
                text("SELECT number FROM submission_request WHERE family_number = '3273%012d'"
                        .formatted(n * 2654435761L % 999999999989L));
        };
    }
}
