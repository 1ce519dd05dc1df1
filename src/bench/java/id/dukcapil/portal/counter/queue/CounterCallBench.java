package id.dukcapil.portal.counter.queue;

import static id.dukcapil.portal.counter.ServiceCode.CETAK_KTP;
import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.counter.HallScenario;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 40 counters of an office in two processes call 10,000 people who wait: once at 20 calls a second, once as fast as it goes.
 * No number may be called twice, and numbers given out at the same moment have no gaps. A quick run has 2,000 people.
 */
@IntegrationTest
class CounterCallBench {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final int WAITING = QUICK ? 2_000 : 10_000;
    private static final int SECONDS = QUICK ? 10 : 60;
    private static final int COUNTERS = 40;
    private static final int RATE = 20;
    private static final int P99_MICROS = 50_000;
    private static final int AIM = 300;

    @Autowired
    HallScenario given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    DataSource data;

    @Autowired
    SettableClock clock;

    private record Result(int calls, double seconds, long p50, long p99) {}

    @Test
    void nobodyIsCalledTwiceAndACallIsFast() throws Exception {
        OfficeCode office = given.anOffice();
        for (int i = 2; i <= COUNTERS + 1; i++) {
            given.clerk(office, i, CETAK_KTP);
        }
        wait(office, WAITING);
        Result open = call(office, RATE / 2, SECONDS);
        System.out.printf(
                Locale.ROOT,
                "BENCH counter-call open-loop rate=%d/s n=%d p50=%.1f ms p99=%.1f ms (must <= 50)%n",
                RATE,
                open.calls(),
                open.p50() / 1e3,
                open.p99() / 1e3);
        Result closed = call(office, 0, SECONDS);
        System.out.printf(
                Locale.ROOT,
                "BENCH counter-call closed-loop rate=%.0f/s n=%d p99=%.1f ms (aim >= %d/s)%n",
                closed.calls() / closed.seconds(),
                closed.calls(),
                closed.p99() / 1e3,
                AIM);
        int twice = jdbc.sql("SELECT COUNT(*) FROM (SELECT ticket_id FROM counter_call WHERE office_code = ?"
                        + " GROUP BY ticket_id HAVING COUNT(*) > 1) twice")
                .param(office.value())
                .query(Integer.class)
                .single();
        int gaps = gapsOfNumbersGivenAtOnce();
        System.out.printf(Locale.ROOT, "BENCH counter-call twice=%d gaps=%d (must 0, 0)%n", twice, gaps);
        assertThat(twice).isZero();
        assertThat(gaps).isZero();
        assertThat(open.p99()).isLessThanOrEqualTo(P99_MICROS);
    }

    private int gapsOfNumbersGivenAtOnce() throws Exception {
        OfficeCode office = given.anOffice();
        int people = QUICK ? 200 : 1_000;
        var numbers = new HashSet<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var touches = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < people; i++) {
                touches.add(() -> given.walkIn(office, CETAK_KTP).number());
            }
            for (var number : threads.invokeAll(touches)) {
                numbers.add(number.get());
            }
        }
        return people - numbers.size() + numbers.stream().max(Integer::compare).orElse(0) - people;
    }

    private void wait(OfficeCode office, int people) {
        Instant now = clock.instant();
        LocalDate day = given.hall.today(given.hall.office(office));
        List<Object[]> tickets = new ArrayList<>();
        List<Object[]> stays = new ArrayList<>();
        for (int i = 1; i <= people; i++) {
            UUID id = TimeOrderedId.at(now.minusSeconds(people - i));
            tickets.add(new Object[] {
                id, office.value(), day, i, office.value() + i, UtcDateTime.of(now), UtcDateTime.of(now.plusSeconds(i))
            });
            stays.add(new Object[] {UUID.randomUUID(), id, office.value(), day, UtcDateTime.of(now)});
        }
        batches.batchUpdate("""
                INSERT INTO counter_ticket (id, office_code, service_day, letter, number, code, service, channel,
                  first_arrival, due, status, returned, ahead)
                VALUES (?, ?, ?, 'C', ?, ?, 'CETAK_KTP', 'KIOSK', ?, ?, 'WAITING', FALSE, 0)""", tickets);
        batches.batchUpdate("""
                INSERT INTO counter_stay (id, ticket_id, office_code, service_day, service, kind, started_at)
                VALUES (?, ?, ?, ?, 'CETAK_KTP', 'WAITING', ?)""", stays);
    }

    /** @param rate of each process; 0 is as fast as it goes */
    private Result call(OfficeCode office, int rate, int seconds) throws Exception {
        List<Process> processes = List.of(
                start(office, 2, COUNTERS / 2 + 1, rate, seconds),
                start(office, COUNTERS / 2 + 2, COUNTERS + 1, rate, seconds));
        List<BufferedReader> answers =
                processes.stream().map(Process::inputReader).toList();
        for (BufferedReader answer : answers) {
            for (String line = answer.readLine(); !"READY".equals(line); line = answer.readLine()) {
                assertThat(line).as("the process of the counters has ended").isNotNull();
            }
        }
        long begun = System.nanoTime();
        for (Process process : processes) {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }
        var micros = new ArrayList<Long>();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var all : readers.invokeAll(answers.stream()
                    .<Callable<List<Long>>>map(answer -> () -> answer.lines()
                            .filter(line -> line.startsWith("CALL "))
                            .map(line -> Long.valueOf(line.split(" ")[2]))
                            .toList())
                    .toList())) {
                micros.addAll(all.get());
            }
        }
        double took = (System.nanoTime() - begun) / 1e9;
        micros.sort(Long::compare);
        assertThat(micros).isNotEmpty();
        return new Result(micros.size(), took, micros.get(micros.size() / 2), micros.get((int) (micros.size() * 0.99)));
    }

    private Process start(OfficeCode office, int first, int last, int rate, int seconds)
            throws IOException, SQLException {
        String url;
        try (var connection = data.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-Dbench.url=" + url,
                        "-Dbench.now=" + clock.instant(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HallCaller.class.getName(),
                        office.value(),
                        String.valueOf(first),
                        String.valueOf(last),
                        String.valueOf(rate),
                        String.valueOf(seconds))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
