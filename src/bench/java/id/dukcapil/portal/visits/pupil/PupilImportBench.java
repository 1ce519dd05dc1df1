package id.dukcapil.portal.visits.pupil;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.visits.VisitScenario;
import id.dukcapil.portal.visits.VisitScenario.Youth;
import id.dukcapil.portal.visits.pupil.PupilLists.ListImport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 30,000 rows of a Dapodik export with 66 columns, matched with the register; then the same list again. Promised: 30 s. */
@IntegrationTest
class PupilImportBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 30_000);
    private static final Duration PROMISED = Duration.ofSeconds(30);

    @Autowired
    VisitScenario given;

    @Test
    void aListOfThirtyThousandPupils() {
        String npsn = given.school();
        byte[] file = DapodikFile.of("SMAN UJI " + npsn, rows());
        ListImport first = measured("first", npsn, file);
        assertThat(first.added()).isEqualTo(ROWS);
        assertThat(measured("again", npsn, file).updated()).isEqualTo(ROWS);
    }

    private ListImport measured(String what, String npsn, byte[] file) {
        long from = System.nanoTime();
        ListImport done = given.list(npsn, file);
        Duration taken = Duration.ofNanos(System.nanoTime() - from);
        System.out.printf(
                "import-pupils %s: %,d rows, %.1f MB, %.2f s, %s%n",
                what, ROWS, file.length / 1e6, taken.toMillis() / 1e3, done.verdicts());
        assertThat(taken).isLessThan(PROMISED);
        return done;
    }

    /** The register of the tests is small, so most rows are people whom it does not know. */
    private List<Map<String, Object>> rows() {
        List<Youth> known = given.youths("TRUE", ROWS);
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < ROWS; i++) {
            String nisn = "009%07d".formatted(i);
            rows.add(
                    i < known.size()
                            ? Map.of(
                                    "Nama",
                                    known.get(i).name(),
                                    "NISN",
                                    nisn,
                                    "NIK",
                                    known.get(i).nik(),
                                    "Tanggal Lahir",
                                    known.get(i).born().toString())
                            : Map.of(
                                    "Nama",
                                    "SISWA " + i,
                                    "NISN",
                                    nisn,
                                    "NIK",
                                    "320435%02d0109%04d".formatted(1 + i / 9_000, 1 + i % 9_000),
                                    "Tanggal Lahir",
                                    "2009-01-01"));
        }
        return rows;
    }
}
