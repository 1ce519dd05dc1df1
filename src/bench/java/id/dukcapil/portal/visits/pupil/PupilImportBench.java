package id.dukcapil.portal.visits.pupil;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.visits.VisitScenario;
import id.dukcapil.portal.visits.pupil.PupilLists.ListImport;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 30,000 rows of a Dapodik export with 66 columns, every one of a person whom the register has, one in twenty with another name
 * there; then the same list again. Promised: 30 s.
 */
@IntegrationTest
class PupilImportBench {

    private static final int ROWS = Boolean.getBoolean("bench.quick") ? 2_000 : 30_000;
    private static final Duration PROMISED = Duration.ofSeconds(30);
    private static final int A_DAY = 9_000;

    @Autowired
    VisitScenario given;

    @Autowired
    JdbcClient jdbc;

    private int people;

    @BeforeEach
    void theRegister() {
        people = count();
        jdbc.sql("""
                        INSERT INTO population_person (nik, full_name, family_number, relationship, female, birth_place, birth_date,
                          marital_status, citizenship, religion, blood_type, education, occupation, father_name, mother_name,
                          recording_status, updated_at)
                        SELECT CONCAT('320435', LPAD(1 + (seq - 1) DIV :day, 2, '0'), '0109', LPAD(1 + (seq - 1) MOD :day, 4, '0')),
                          CONCAT('SISWA UKUR ', seq - 1), f.number, 4, seq MOD 2 = 0, 'BANDUNG', '2009-01-01', 1, 1, 1, 13, 5, 3,
                          'AYAH', 'IBU', IF(seq MOD 3 = 0, 'PRINT_READY_RECORD', 'UNREGISTERED'), UTC_TIMESTAMP()
                        FROM seq_1_to_%d JOIN (SELECT MIN(number) AS number FROM population_family) f""".formatted(ROWS)).param("day", A_DAY).update();
    }

    private int count() {
        return jdbc.sql("SELECT COUNT(*) FROM population_person")
                .query((row, number) -> row.getInt(1))
                .single();
    }

    @AfterEach
    void theRegisterAsItWas() {
        jdbc.sql("DELETE FROM population_person WHERE full_name LIKE 'SISWA UKUR %'")
                .update();
        assertThat(count()).isEqualTo(people);
    }

    @Test
    void aListOfThirtyThousandPupils() {
        String npsn = given.school();
        byte[] file = DapodikFile.of("SMAN UJI " + npsn, rows());
        ListImport first = measured("first", npsn, file);
        assertThat(first.added()).isEqualTo(ROWS);
        assertThat(first.verdicts())
                .containsOnlyKeys(PupilVerdict.TO_RECORD, PupilVerdict.PRINT_READY, PupilVerdict.DIFFERS);
        assertThat(measured("again", npsn, file).updated()).isEqualTo(ROWS);
    }

    private ListImport measured(String what, String npsn, byte[] file) {
        long from = System.nanoTime();
        ListImport done = given.list(npsn, file);
        Duration taken = Duration.ofNanos(System.nanoTime() - from);
        System.out.printf(
                Locale.ROOT,
                "BENCH import-pupils %s rows=%d file=%.1f MB %.2f s (must <= %d) %s%n",
                what,
                ROWS,
                file.length / 1e6,
                taken.toMillis() / 1e3,
                PROMISED.toSeconds(),
                done.verdicts());
        assertThat(taken).isLessThan(PROMISED);
        return done;
    }

    private static List<Map<String, Object>> rows() {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(Map.of(
                    "Nama",
                    "SISWA UKUR " + (i % 20 == 0 ? "LAIN " : "") + i,
                    "NISN",
                    "009%07d".formatted(i),
                    "NIK",
                    "320435%02d0109%04d".formatted(1 + i / A_DAY, 1 + i % A_DAY),
                    "Tanggal Lahir",
                    LocalDate.of(2009, 1, 1).toString()));
        }
        return rows;
    }
}
