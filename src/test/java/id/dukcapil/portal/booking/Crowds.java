package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.common.Nik;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** More people than the register of the demonstration has, all of them with a card ready to print. */
record Crowds(JdbcClient jdbc) {

    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1970, 1, 1);
    private static final DateTimeFormatter IN_NIK = DateTimeFormatter.ofPattern("ddMMyy");
    private static final int BORN_ON_A_DAY = 900;

    /** As the manual asks for with so much data; otherwise the disk is measured. */
    static void giveMemoryTo(JdbcOperations jdbc) {
        jdbc.execute("SET GLOBAL innodb_buffer_pool_size = 2 * 1024 * 1024 * 1024");
        jdbc.execute("SET GLOBAL innodb_log_file_size = 2 * 1024 * 1024 * 1024");
    }

    /** The same people at every call; those who are not yet in the register are entered. */
    List<Someone> readyToPrint(int howMany) {
        List<Someone> people =
                IntStream.range(0, howMany).mapToObj(this::person).toList();
        for (int from = 0; from < howMany; from += BORN_ON_A_DAY) {
            List<Someone> born = people.subList(from, Math.min(from + BORN_ON_A_DAY, howMany));
            jdbc.sql("""
                            INSERT IGNORE INTO population_person (nik, full_name, family_number, relationship, female,
                              birth_place, birth_date, marital_status, citizenship, religion, blood_type, education,
                              occupation, father_name, mother_name, recording_status, recording_status_since, updated_at)
                            SELECT nik, CONCAT('WARGA ', RIGHT(nik, 10)), family, 4, FALSE, 'BANDUNG', :birthday, 1, 1, 1,
                              13, 5, 1, 'AYAH', 'IBU', 'PRINT_READY_RECORD', NOW(6), NOW(6) FROM (
                                SELECT CONCAT(:prefix, LPAD(seq, 4, '0')) AS nik, families.number AS family FROM seq_1_to_900
                                JOIN (SELECT number, ROW_NUMBER() OVER (ORDER BY number) AS ordinal,
                                        COUNT(*) OVER () AS families FROM population_family) families
                                  ON families.ordinal = 1 + seq MOD families.families
                                WHERE seq <= :born) numbers""")
                    .param("birthday", birthday(from))
                    .param("prefix", prefix(from))
                    .param("born", born.size())
                    .update();
        }
        return people;
    }

    /** Takes all of them out of the register again. */
    void leave() {
        jdbc.sql(
                        "DELETE FROM population_person WHERE nik LIKE '320407%' AND full_name = CONCAT('WARGA ', RIGHT(nik, 10))")
                .update();
    }

    Someone person(int index) {
        String nik = prefix(index) + "%04d".formatted(index % BORN_ON_A_DAY + 1);
        return new Someone(new Nik(nik), "WARGA " + nik.substring(6));
    }

    private static String prefix(int index) {
        return "320407" + IN_NIK.format(birthday(index));
    }

    private static LocalDate birthday(int index) {
        return FIRST_BIRTHDAY.plusDays(index / BORN_ON_A_DAY);
    }
}
