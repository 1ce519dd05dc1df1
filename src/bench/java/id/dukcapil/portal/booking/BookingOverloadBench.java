package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.Stampede.Call;
import id.dukcapil.portal.platform.CrashableDatabase;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Ten times as many callers over HTTP as it takes to reach the peak, for a minute. Who is sent to the waiting room comes back
 * when it was told to, with its place. Looked at: bookings made per second against the peak, how fast somebody outside the
 * crowd is refused (the crowd itself waits for its own two processors), and that nobody gets anything but a booking or 503 with Retry-After.
 */
class BookingOverloadBench {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final List<String> OPTIONS = QUICK ? PortalProcess.SOON : PortalProcess.FAST;
    private static final int CALLERS_AT_PEAK = 128;
    private static final int TIMES = 10;
    private static final int OUTSIDERS = 8;

    /**
     * Of either kind, in turn; on two cores the compiler of the JVM takes a third of them for more than a minute, and some
     * more whenever one kind follows the other for the first time.
     */
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private static final int WARM_UPS = QUICK ? 0 : 2;

    /** Before and after the crowd: a machine is not as fast at one minute as at the next. */
    private static final Duration AT_PEAK = Duration.ofSeconds(QUICK ? 3 : 30);

    private static final Duration OVERLOADED = Duration.ofSeconds(QUICK ? 6 : 60);
    private static final int PEOPLE = QUICK ? 60_000 : 430_000;

    /** Of a day, before all storm the next one; what is left is for those who are on their way at that moment. */
    private static final int SEATS = 3_600;

    private final HttpClient http = Booth.browser();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger booked = new AtomicInteger();
    private OpenedOffices offices = new OpenedOffices(List.of(), List.of(), SEATS);

    /** What came back in one phase. */
    private static final class Phase {

        private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
        private final ConcurrentLinkedQueue<Long> refusals = new ConcurrentLinkedQueue<>();
        private final AtomicInteger withoutRetryAfter = new AtomicInteger();
        private final Duration length;

        private Phase(Duration length) {
            this.length = length;
        }

        private void note(Booth.Reply reply, long nanos) {
            statuses.computeIfAbsent(reply.status(), status -> new AtomicInteger())
                    .incrementAndGet();
            if (reply.status() == 503) {
                refusals.add(nanos);
                if (reply.retryAfter().isEmpty()) {
                    withoutRetryAfter.incrementAndGet();
                }
            }
        }

        private int count(int status) {
            return statuses.getOrDefault(status, new AtomicInteger()).get();
        }

        private double bookingsPerSecond() {
            return count(201) / (length.toMillis() / 1e3);
        }

        private double refusedWithinMillis(double quantile) {
            List<Long> sorted = refusals.stream().sorted().toList();
            return sorted.isEmpty() ? 0 : sorted.get((int) (sorted.size() * quantile)) / 1e6;
        }
    }

    private record Overload(Phase crowd, Outsiders outsiders) {}

    @Test
    void tenTimesTheCallersForAMinute(@TempDir Path home) throws Exception {
        int port = PortalProcess.freePort();
        try (CrashableDatabase database = CrashableDatabase.in(Files.createDirectories(home.resolve("db")));
                var portal = PortalProcess.start(database.jdbcUrl(), home, port, OPTIONS)) {
            var booth = new Booth(http, portal.port(), "bookings", "", LocalDate.EPOCH);
            Awaitility.await().atMost(Duration.ofMinutes(5)).until(booth::answers);
            var batches = new JdbcTemplate(new DriverManagerDataSource(database.jdbcUrl(), "root", ""));
            Crowds.giveMemoryTo(batches);
            storm(portal.port(), JdbcClient.create(batches));
        }
    }

    private void storm(int port, JdbcClient jdbc) throws Exception {
        offices = OpenedOffices.in(jdbc, SEATS);
        List<Someone> people = new Crowds(jdbc).readyToPrint(PEOPLE);

        for (int i = 0; i < WARM_UPS; i++) {
            run(port, people, CALLERS_AT_PEAK, WARM_UP);
            overload(port, people, WARM_UP);
        }
        Phase before = run(port, people, CALLERS_AT_PEAK, AT_PEAK);
        Overload overload = overload(port, people, OVERLOADED);
        Phase crowd = overload.crowd();
        Outsiders outsiders = overload.outsiders();
        Phase after = run(port, people, CALLERS_AT_PEAK, AT_PEAK);
        double peak = (before.bookingsPerSecond() + after.bookingsPerSecond()) / 2;
        double goodput = crowd.bookingsPerSecond() / peak;
        System.out.printf(
                Locale.ROOT,
                "BENCH booking-overload callers=%d peak_before_per_s=%.0f peak_after_per_s=%.0f overloaded_per_s=%.0f"
                        + " goodput=%.2f refused=%d refused_p50_ms=%.1f refused_p99_ms=%.1f outsiders_refused=%d"
                        + " outsiders_p50_ms=%.1f outsiders_p90_ms=%.1f outsiders_p99_ms=%.1f statuses=%s%n",
                CALLERS_AT_PEAK * TIMES,
                before.bookingsPerSecond(),
                after.bookingsPerSecond(),
                crowd.bookingsPerSecond(),
                goodput,
                crowd.count(503),
                crowd.refusedWithinMillis(0.5),
                crowd.refusedWithinMillis(0.99),
                outsiders.refused(),
                outsiders.refusedWithin(0.5),
                outsiders.refusedWithin(0.9),
                outsiders.refusedWithin(0.99),
                crowd.statuses.keySet());
        assertThat(crowd.statuses.keySet()).isSubsetOf(201, 503);
        assertThat(crowd.withoutRetryAfter).hasValue(0);
        new Books(jdbc).assertInBalance();
        if (!QUICK) {
            assertThat(goodput).isGreaterThanOrEqualTo(0.9);
            assertThat(outsiders.refused()).isGreaterThanOrEqualTo(100);
            assertThat(outsiders.refusedWithin(0.99)).isLessThanOrEqualTo(50);
        }
    }

    private Overload overload(int port, List<Someone> people, Duration length) throws Exception {
        var outsiders = new Outsiders(OUTSIDERS, port, people.getLast(), offices.at(0));
        try (outsiders) {
            return new Overload(run(port, people, CALLERS_AT_PEAK * TIMES, length), outsiders);
        }
    }

    private Phase run(int port, List<Someone> people, int callers, Duration length) throws Exception {
        var phase = new Phase(length);
        Instant end = Instant.now().plus(length);
        var all = new ArrayList<Future<?>>();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                all.add(crowd.submit(() -> {
                    try (var caller = new BareCaller(port)) {
                        while (Instant.now().isBefore(end)) {
                            int turn = next.getAndIncrement();
                            askUntilBooked(caller, new Call("overload-" + turn, people.get(turn)), phase, end);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> caller : all) {
                caller.get();
            }
        }
        return phase;
    }

    /** All want the day that is open at this moment, those as well who had to wait since the one before. */
    private void askUntilBooked(BareCaller caller, Call call, Phase phase, Instant end) throws Exception {
        @Nullable String place = null;
        while (Instant.now().isBefore(end)) {
            long start = System.nanoTime();
            Booth.Reply reply = caller.ask(call, offices.at(booked.get()), place);
            phase.note(reply, System.nanoTime() - start);
            if (reply.status() != 503) {
                booked.incrementAndGet();
                return;
            }
            place = reply.place().orElse(place);
            Duration told = Duration.ofSeconds(Long.parseLong(reply.retryAfter().orElse("1")));
            // The clocks of a thousand people are not in step
            Duration rest = told.plusMillis(ThreadLocalRandom.current().nextInt(1_000));
            if (Instant.now().plus(rest).isAfter(end)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(rest.toMillis());
        }
    }
}
