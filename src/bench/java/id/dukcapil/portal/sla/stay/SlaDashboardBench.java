package id.dukcapil.portal.sla.stay;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/**
 * Five million ended stays and a million whole cases of two years in twenty offices: the reading of them into the heap, figures of
 * a month against SQL, and the whole page built as a session of the server builds it. A quick run
 * ({@code make bench QUICK=1}) has a tenth of them.
 */
@WithUserDetails("manajer")
class SlaDashboardBench extends Screen {

    private static final int ROWS = Boolean.getBoolean("bench.quick") ? 600_000 : 6_000_000;
    private static final int CHUNK = 300_000;
    private static final LocalDate FROM = LocalDate.of(2028, 1, 1);
    private static final int ROUNDS = 40;
    private static final long FILL_MS = 30_000;
    private static final long P95_MS = 300;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HeapFacts facts;

    @Autowired
    StayProof proof;

    @Test
    void aDashboardOfFiveMillionStaysAnswersAtOnceAndAddsUp() throws ClassNotFoundException {
        fill();
        long before = heap();
        long begun = System.nanoTime();
        facts.reload();
        long filled = (System.nanoTime() - begun) / 1_000_000;
        System.out.printf(
                Locale.ROOT,
                "BENCH sla-dashboard rows=%d fill=%d ms (must <= %d) heap=%d MB%n",
                ROWS,
                filled,
                FILL_MS,
                (heap() - before) >> 20);
        Set<OfficeCode> all = Set.copyOf(jdbc.sql("SELECT code FROM staff_office")
                .query((row, number) -> new OfficeCode(row.getString(1)))
                .list());
        var month = new Question(FROM.plusMonths(3), FROM.plusMonths(4).minusDays(1), null, all);
        var whole = new Question(FROM, FROM.plusYears(2), null, all);
        assertThat(proof.byFacts(month)).isNotEmpty().isEqualTo(proof.bySql(month));
        time("service-month", () -> facts.answer(month));
        time("service-two-years", () -> facts.answer(whole));
        Class<?> view = Class.forName("id.dukcapil.portal.sla.ui.SlaReportView");
        long p95 = time("page-month", () -> page(view, "2028-04-01", "2028-04-30"));
        long year = time("page-year", () -> page(view, "2028-01-01", "2028-12-31"));
        assertThat(filled).isLessThanOrEqualTo(FILL_MS);
        assertThat(p95).isLessThanOrEqualTo(P95_MS);
        assertThat(year).isPositive();
    }

    @SuppressWarnings("unchecked")
    private void page(Class<?> view, String from, String to) {
        open((Class<? extends Component>) view, Map.of("dari", from, "sampai", to));
    }

    private static long time(String what, Runnable work) {
        long[] times = new long[ROUNDS];
        for (int i = 0; i < 5; i++) {
            work.run();
        }
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - begun) / 1_000_000;
        }
        Arrays.sort(times);
        long p95 = times[ROUNDS * 95 / 100 - 1];
        System.out.printf(Locale.ROOT, "BENCH sla-dashboard %s p50=%d ms p95=%d ms%n", what, times[ROUNDS / 2], p95);
        return p95;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Every sixth row is a whole case; the others are its five steps. */
    private void fill() {
        for (int from = 0; from < ROWS; from += CHUNK) {
            jdbc.sql("""
                            INSERT INTO sla_stay (case_id, standard, step, office_code, officer, for_office, began, ended, worked,
                              target, late, path)
                            SELECT CONCAT(LPAD(HEX(seq DIV 6), 8, '0'), '-0000-7000-8000-000000000000'),
                              ELT(1 + (seq DIV 6) MOD 3, 'bandung-31-2023', 'bandung-28-2023', 'pesisir-selatan-039-2019'),
                              seq MOD 6,
                              (SELECT code FROM staff_office ORDER BY code LIMIT 1),
                              CONCAT(LPAD(HEX(CRC32(seq) MOD 200), 8, '0'), '-0000-7000-8000-00000000000a'),
                              seq MOD 6 <> 5, TIMESTAMP('2028-01-01') + INTERVAL seq * 10 SECOND,
                              TIMESTAMP('2028-01-01') + INTERVAL seq * 10 + CRC32(seq) MOD 2000 SECOND, CRC32(seq) MOD 2000, 1500,
                              CRC32(seq) MOD 2000 > 1500, IF(seq MOD 6 = 0, '1-2-3-4-5', NULL)
                            FROM seq_%d_to_%d""".formatted(from, from + CHUNK - 1)).update();
        }
        jdbc.sql("""
                        UPDATE sla_stay s JOIN (SELECT code, ROW_NUMBER() OVER (ORDER BY code) - 1 AS n FROM staff_office) o
                          ON o.n = (s.id MOD 20)
                        SET s.office_code = o.code WHERE s.ended >= '2028-01-01' AND s.id MOD 4 = 0""").update();
    }
}
