package id.dukcapil.portal.sla.stay;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.ServerTest;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Five million ended stays and a million whole cases of two years in twenty offices: the reading of them into the heap, figures of
 * a month against SQL, and the whole page asked for over HTTP as a browser asks for it, by one viewer and by five at once. A quick
 * run ({@code make bench QUICK=1}) has a tenth of them.
 */
@ServerTest
class SlaDashboardBench {

    private static final int ROWS = Boolean.getBoolean("bench.quick") ? 600_000 : 6_000_000;
    private static final int CHUNK = 300_000;

    /** Between two rows, so that they fill two years, however many there are. */
    private static final int APART = 60_000_000 / ROWS;

    private static final LocalDate FROM = LocalDate.of(2028, 1, 1);
    private static final int ROUNDS = 40;
    private static final int VIEWERS = 5;
    private static final long FILL_MS = 30_000;
    private static final long P95_MS = 300;
    private static final long AIM_OF_FIVE_MS = 600;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HeapFacts facts;

    @Autowired
    StayProof proof;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    ObjectMapper json;

    @LocalServerPort
    int port;

    @Test
    void aDashboardOfFiveMillionStaysAnswersAtOnceAndAddsUp() throws Exception {
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
        time("service-month", ROUNDS, () -> facts.answer(month));
        time("service-two-years", ROUNDS, () -> facts.answer(whole));
        String counted = Formats.number(facts.answer(month).cases().count());
        try (var viewer = new Viewer("manajer")) {
            assertThat(viewer.page("2028-04-01", "2028-04-30")).contains(counted);
            int[] day = {0};
            long p95 = time(
                    "http-month",
                    ROUNDS,
                    () -> viewer.page("2028-04-01", "2028-04-%02d".formatted(10 + day[0]++ % 20)));
            time("http-year", ROUNDS, () -> viewer.page("2028-01-01", "2028-12-%02d".formatted(10 + day[0]++ % 20)));
            assertThat(filled).isLessThanOrEqualTo(FILL_MS);
            assertThat(p95).isLessThanOrEqualTo(P95_MS);
        }
        fiveAtOnce();
        withoutHeap(month, whole);
    }

    /** The fallback of installations that switch the heap off: adding up everything once, then a month and all of it. */
    private void withoutHeap(Question month, Question whole) throws Exception {
        var rollUp = new RollUpFacts(jdbc, transaction);
        print("rollup-add-up-all-then-month", List.of(millis(() -> rollUp.answer(month))));
        print("rollup-month", List.of(millis(() -> rollUp.answer(month)), millis(() -> rollUp.answer(month))));
        print("rollup-two-years", List.of(millis(() -> rollUp.answer(whole))));
        assertThat(rollUp.answer(month).steps()).isEqualTo(facts.answer(month).steps());
    }

    private void fiveAtOnce() throws Exception {
        List<Callable<List<Long>>> work = new ArrayList<>();
        for (int viewer = 0; viewer < VIEWERS; viewer++) {
            String account = viewer % 2 == 0 ? "kadis" : "manajer";
            work.add(() -> {
                try (var one = new Viewer(account)) {
                    return times(ROUNDS / 2, () -> one.page("2028-04-01", "2028-04-28"));
                }
            });
        }
        var all = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(VIEWERS)) {
            for (var done : threads.invokeAll(work)) {
                all.addAll(done.get());
            }
        }
        print("http-month-five-at-once (aim p95 <= %d ms)".formatted(AIM_OF_FIVE_MS), all);
    }

    /** A browser with one page open, in which the report is asked for again and again. */
    private final class Viewer implements AutoCloseable {

        private final HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private final String token;
        private final int ui;
        private int sent;
        private int seen;

        Viewer(String account) throws Exception {
            send("/login", "username=" + account + "&password=demo", "application/x-www-form-urlencoded");
            JsonNode config = json.readTree(browser.send(
                                    HttpRequest.newBuilder(address("/?v-r=init&location=laporan-sla"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body())
                    .path("appConfig");
            token = config.path("uidl").path("Vaadin-Security-Key").asString();
            ui = config.path("v-uiId").asInt();
            assertThat(token).isNotEmpty();
        }

        String page(String from, String to) throws Exception {
            String message = """
                    {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"laporan-sla",
                    "query":"dari=%s&sampai=%s","appShellTitle":"","historyState":{"idx":%d},"trigger":"client"}}],
                    "syncId":%d,"clientId":%d}""".formatted(token, from, to, sent, seen, sent);
            String answer = send("/?v-r=uidl&v-uiId=" + ui, message, "application/json; charset=UTF-8");
            JsonNode read = json.readTree(answer.replaceFirst("^for\\(;;\\);\\[(.*)]$", "$1"));
            seen = read.path("syncId").asInt();
            sent = read.path("clientId").asInt();
            assertThat(answer).contains("Menurut langkah");
            return answer;
        }

        private String send(String path, String body, String type) throws Exception {
            return browser.send(
                            HttpRequest.newBuilder(address(path))
                                    .header("Content-Type", type)
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }

        private URI address(String path) {
            return URI.create("http://localhost:" + port + path);
        }

        @Override
        public void close() {
            browser.close();
        }
    }

    /** @return the ninety-fifth percentile in milliseconds */
    private static long time(String what, int rounds, Callable<?> work) throws Exception {
        return print(what, times(rounds, work));
    }

    private static long millis(Callable<?> work) throws Exception {
        long begun = System.nanoTime();
        work.call();
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static List<Long> times(int rounds, Callable<?> work) throws Exception {
        for (int i = 0; i < 5; i++) {
            work.call();
        }
        var times = new ArrayList<Long>();
        for (int i = 0; i < rounds; i++) {
            times.add(millis(work));
        }
        return times;
    }

    private static long print(String what, List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        long p95 = sorted.get(Math.max(0, sorted.size() * 95 / 100 - 1));
        System.out.printf(
                Locale.ROOT, "BENCH sla-dashboard %s p50=%d ms p95=%d ms%n", what, sorted.get(sorted.size() / 2), p95);
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
                              seq MOD 6, o.code,
                              CONCAT(LPAD(HEX(CRC32(seq) MOD 200), 8, '0'), '-0000-7000-8000-00000000000a'),
                              seq MOD 6 <> 5, TIMESTAMP('2028-01-01') + INTERVAL seq * %1$d SECOND,
                              TIMESTAMP('2028-01-01') + INTERVAL seq * %1$d + CRC32(seq) MOD 2000 SECOND, CRC32(seq) MOD 2000, 1500,
                              CRC32(seq) MOD 2000 > 1500, IF(seq MOD 6 = 0, '1-2-3-4-5', NULL)
                            FROM seq_%2$d_to_%3$d
                            JOIN (SELECT code, ROW_NUMBER() OVER (ORDER BY code) - 1 AS n FROM staff_office) o
                              ON o.n = (seq DIV 6) MOD 20""".formatted(APART, from, from + CHUNK - 1)).update();
        }
    }
}
