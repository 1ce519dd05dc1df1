package id.dukcapil.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import id.dukcapil.portal.IntegrationTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.TestPropertySource;

/**
 * How long the search box takes among two million people and a hundred thousand bookings, through {@link Search#find} with its
 * permissions and masking, against the usual scan with LIKE '%…%' in the same run. A quick run: {@code -Dbench.people=200000}.
 */
@IntegrationTest
@TestPropertySource(properties = "portal.demonstration-people=500")
class GlobalSearchBench extends SpringBrowserlessTest {

    private static final int PEOPLE = Integer.getInteger("bench.people", 2_000_000);
    private static final int SEARCHES = 3_000;
    private static final int WARM_UP = 300;
    private static final int SCANS = 2;
    private static final int HITS_OF_A_KIND = 5;
    private static final int POOL_MB = 1_536;
    private static final int KINDS = 10;

    @Autowired
    Search search;

    @Autowired
    JdbcClient jdbc;

    private final Random random = new Random(28_2024);

    @Test
    @WithUserDetails("operator")
    void searchesAmongMillions() {
        // As the operations manual tells an office of this size to set it; the embedded server starts with 256 MB
        jdbc.sql("SET GLOBAL innodb_buffer_pool_size = " + POOL_MB + " * 1024 * 1024")
                .update();
        var register = new BigRegister(jdbc);
        double filling = millis(() -> register.fill(PEOPLE)) / 1_000;
        List<String> texts = texts(register);
        texts.subList(0, WARM_UP).forEach(text -> search.find(text, HITS_OF_A_KIND));

        double[] inOrder = texts.stream().mapToDouble(this::timed).toArray();
        IntStream.range(0, KINDS)
                .forEach(kind -> System.out.printf(
                        Locale.ROOT,
                        "  such as \"%s\": p99_ms=%.2f%n",
                        texts.get(kind),
                        quantile(ofKind(inOrder, kind), 0.99)));
        double[] found = Arrays.stream(inOrder).sorted().toArray();
        double[] scanned = texts.stream()
                .limit(SCANS)
                .mapToDouble(text -> millis(() -> scan(text)))
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "BENCH global-search people=%d bookings=%d pool_mb=%d p50_ms=%.2f p99_ms=%.2f max_ms=%.2f scan_p50_ms=%.1f scan_max_ms=%.1f ratio_p50=%.0f filling_s=%.0f%n",
                PEOPLE,
                BigRegister.BOOKINGS,
                POOL_MB,
                quantile(found, 0.5),
                quantile(found, 0.99),
                quantile(found, 1),
                quantile(scanned, 0.5),
                quantile(scanned, 1),
                quantile(scanned, 0.5) / quantile(found, 0.5),
                filling);
        assertThat(quantile(found, 0.99)).isLessThanOrEqualTo(50);
    }

    /** What a busy office types, in a fixed mixture: numbers, names rare and common, names half typed, codes. */
    private List<String> texts(BigRegister register) {
        List<BigRegister.Someone> people = register.people(random, SEARCHES);
        List<String> codes = register.codes(SEARCHES);
        var texts = new ArrayList<String>();
        for (int i = 0; i < SEARCHES; i++) {
            var someone = people.get(i);
            String[] words = someone.name().split(" ");
            texts.add(
                    switch (i % KINDS) {
                        case 0, 1 -> someone.nik();
                        case 2 -> someone.familyNumber();
                        case 3 -> someone.nik().substring(0, 6 + random.nextInt(8));
                        case 4 -> words[words.length - 1] + " " + words[0];
                        case 5 -> words[0];
                        case 6 -> register.common(random) + " " + register.common(random);
                        case 7 -> words[0].substring(0, 2) + " " + words[words.length - 1].substring(0, 2);
                        case 8 -> someone.name();
                        default -> codes.get(i % codes.size());
                    });
        }
        return texts;
    }

    private static double[] ofKind(double[] times, int kind) {
        return IntStream.range(0, times.length)
                .filter(i -> i % KINDS == kind)
                .mapToDouble(i -> times[i])
                .sorted()
                .toArray();
    }

    private double timed(String text) {
        return millis(() -> search.find(text, HITS_OF_A_KIND));
    }

    private void scan(String text) {
        jdbc.sql("""
                        SELECT id, full_name FROM population_person
                        WHERE nik LIKE :text OR family_number LIKE :text OR full_name LIKE :text ORDER BY full_name LIMIT 5""").param("text", "%" + text + "%").query().listOfRows();
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }
}
