package id.dukcapil.portal.shell;

import id.dukcapil.portal.booking.BookingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A register of invented people as big as a large regency's, the same at every run: made by the database from the numbers
 * 1 to n. Names are as unevenly spread as real ones: the most frequent first names belong to several people in a hundred.
 */
final class BigRegister {

    static final int BOOKINGS = 100_000;

    private static final int CHUNK = 200_000;
    private static final int WORDS = 1_500;
    private static final List<String> COMMON = List.of(
            "SITI",
            "MUHAMMAD",
            "NUR",
            "AHMAD",
            "DEWI",
            "AGUS",
            "SRI",
            "BUDI",
            "ASEP",
            "EUIS",
            "RIZKI",
            "PUTRI",
            "INDAH",
            "WAHYU",
            "DEDE");
    private static final List<String> SYLLABLES = List.of(
            "SA", "RI", "MA", "NU", "DE", "WI", "LE", "TA", "RA", "KA", "HA", "DI", "YU", "LI", "ANI", "TO", "SU", "GU",
            "BA", "FA", "ZA", "NI", "PU", "JA");
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final RowMapper<Someone> SOMEONE = (row, number) ->
            new Someone(row.getString("nik"), row.getString("family_number"), row.getString("full_name"));

    private final JdbcClient jdbc;
    private final List<String> codes = new ArrayList<>();

    BigRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Someone(String nik, String familyNumber, String name) {}

    void fill(int people) {
        words();
        for (int from = 1; from <= people; from += CHUNK) {
            int to = Math.min(from + CHUNK - 1, people);
            families(from, to);
            people(from, to);
        }
        bookings(people);
        jdbc.sql("ANALYZE TABLE population_person, population_family, booking_booking")
                .query()
                .listOfRows();
    }

    String common(Random random) {
        return COMMON.get(random.nextInt(COMMON.size()));
    }

    List<Someone> people(Random random, int number) {
        long highest = jdbc.sql("SELECT MAX(id) FROM population_person")
                .query(Long.class)
                .single();
        return Stream.generate(() -> random.nextLong(1_000_000, highest))
                .flatMap(id -> jdbc
                        .sql("SELECT nik, family_number, full_name FROM population_person WHERE id = ?")
                        .param(id)
                        .query(SOMEONE)
                        .list()
                        .stream())
                .limit(number)
                .toList();
    }

    List<String> codes(int number) {
        return codes.stream().limit(number).toList();
    }

    /** The common names first, because low numbers are drawn most often. */
    private void words() {
        jdbc.sql("CREATE TABLE bench_word (n INT PRIMARY KEY, word VARCHAR(30) NOT NULL)")
                .update();
        var random = new Random(31_2023);
        Stream<String> invented = Stream.generate(() -> IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(i -> SYLLABLES.get(random.nextInt(SYLLABLES.size())))
                .reduce("", String::concat));
        List<String> words =
                Stream.concat(COMMON.stream(), invented).distinct().limit(WORDS).toList();
        IntStream.range(0, WORDS)
                .forEach(n -> jdbc.sql("INSERT INTO bench_word VALUES (?, ?)")
                        .param(n)
                        .param(words.get(n))
                        .update());
    }

    private void families(int from, int to) {
        jdbc.sql("""
                        INSERT INTO population_family (number, address, rt, rw, village_code, updated_at)
                        SELECT %3$s, 'Kampung Contoh', '001', '002', '3204052001', '2026-01-01'
                        FROM seq_%1$d_to_%2$d WHERE seq MOD 4 = 1""".formatted(from, to, number("seq", "seq MOD 40"))).update();
    }

    private void people(int from, int to) {
        jdbc.sql("""
                        INSERT INTO population_person (id, nik, full_name, family_number, relationship, female, birth_place, birth_date,
                          marital_status, citizenship, religion, blood_type, education, occupation, father_name, mother_name,
                          recording_status, updated_at)
                        SELECT 1000000 + seq, %4$s,
                          CONCAT_WS(' ', a.word, b.word, c.word, d.word),
                          %5$s,
                          1 + seq MOD 4, seq MOD 2, 'BANDUNG', DATE '1960-01-01' + INTERVAL CRC32(CONCAT('t', seq)) MOD 20000 DAY,
                          1, 1, 1, 13, 5, 88, 'AYAH CONTOH', 'IBU CONTOH', 'PRINT_READY_RECORD', '2026-01-01'
                        FROM seq_%1$d_to_%2$d
                        JOIN bench_word a ON a.n = FLOOR(%3$d * POW(CRC32(CONCAT('a', seq)) / 4294967296, 3))
                        LEFT JOIN bench_word b ON b.n = FLOOR(%3$d * POW(CRC32(CONCAT('b', seq)) / 4294967296, 2)) AND seq MOD 100 >= 8
                        LEFT JOIN bench_word c ON c.n = FLOOR(%3$d * POW(CRC32(CONCAT('c', seq)) / 4294967296, 2)) AND seq MOD 100 >= 55
                        LEFT JOIN bench_word d ON d.n = FLOOR(%3$d * POW(CRC32(CONCAT('d', seq)) / 4294967296, 2)) AND seq MOD 100 >= 94
                        """.formatted(
                                from,
                                to,
                                WORDS,
                                number("seq", "CRC32(CONCAT('r', seq)) MOD 40"),
                                number("(seq - (seq - 1) MOD 4)", "(seq - (seq - 1) MOD 4) MOD 40")))
                .update();
    }

    /** Sixteen digits as the registry makes them: kecamatan, day, month and year, and a number of that day. */
    private static String number(String n, String district) {
        String day = "(" + n + " DIV 9999)";
        return "CONCAT('3273', LPAD(1 + %s, 2, '0'), LPAD(1 + %s MOD 28, 2, '0'), LPAD(1 + %s DIV 28, 2, '0'), '75', LPAD(1 + %s MOD 9999, 4, '0'))"
                .formatted(district, day, day, n);
    }

    private void bookings(int people) {
        jdbc.sql("""
                        INSERT IGNORE INTO booking_quota_day (office_code, service_date, capacity, reserved_internal, booked, last_number, follows_rule)
                        SELECT code, DATE '2026-01-01' + INTERVAL seq DAY, 1000, 0, 0, 0, FALSE FROM staff_office JOIN seq_0_to_200""").update();
        var random = new Random(28_2023);
        jdbc.sql("CREATE TABLE bench_code (n INT PRIMARY KEY, code VARCHAR(9) CHARACTER SET ascii NOT NULL)")
                .update();
        for (int n = 0; n < BOOKINGS; n += 1_000) {
            var rows = IntStream.range(n, n + 1_000)
                    .mapToObj(i -> "(" + i + ",'" + code(random) + "')")
                    .toList();
            jdbc.sql("INSERT INTO bench_code VALUES " + String.join(",", rows)).update();
        }
        jdbc.sql("""
                        INSERT INTO booking_booking (id, code, office_code, service_date, queue_number, nik, full_name, phone, origin, name_differs,
                          status, created_at, version)
                        SELECT UUID(), b.code, q.code, DATE '2026-01-01' + INTERVAL b.n MOD 200 DAY, 1 + b.n DIV 200 DIV 33, p.nik, p.full_name,
                          '080000000000', 'CHANNEL', FALSE, 'COMPLETED', '2026-01-01', 0
                        FROM bench_code b
                        JOIN (SELECT code, ROW_NUMBER() OVER (ORDER BY ordinal) - 1 AS n FROM staff_office) q ON q.n = b.n DIV 200 MOD 33
                        JOIN population_person p ON p.id = 1000001 + b.n MOD %d""".formatted(people)).update();
    }

    private String code(Random random) {
        var characters = new StringBuilder();
        IntStream.range(0, 7).forEach(i -> characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length()))));
        String code = ALPHABET.chars()
                .mapToObj(check -> BookingCode.parse(characters.toString() + (char) check))
                .flatMap(parsed -> parsed.value().stream())
                .findFirst()
                .orElseThrow()
                .value();
        codes.add(code);
        return code;
    }
}
