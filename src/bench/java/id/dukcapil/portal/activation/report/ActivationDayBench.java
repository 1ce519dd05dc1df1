package id.dukcapil.portal.activation.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.activation.process.ActivationCounter;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.ActivationPurpose;
import id.dukcapil.portal.activation.process.ActivationScenario;
import id.dukcapil.portal.activation.process.ChannelActivations;
import id.dukcapil.portal.activation.process.DropOut;
import id.dukcapil.portal.activation.process.Enrolment;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A day of 2,000 activations by 50 officers, ten begun a second, each step timed; the closing of that day; and reports of random days
 * against counts of their rows by SQL. A quick run ({@code make bench QUICK=1}) has 500 activations and 100 days.
 */
@IntegrationTest
class ActivationDayBench {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final int ACTIVATIONS = QUICK ? 500 : 2_000;
    private static final int DAYS = QUICK ? 100 : 1_000;
    private static final int OFFICERS = 50;

    /** People a second who begin: the day of a regency in some minutes, about a hundred times as many as at its busiest hour. */
    private static final int RATE = 10;

    private static final OfficeCode OFFICE = new OfficeCode("320433");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final long STEP_MS = 150;
    private static final long CLOSING_MS = 2_000;

    @Autowired
    ActivationScenario given;

    @Autowired
    Enrolment enrolment;

    @Autowired
    ChannelActivations channel;

    @Autowired
    ActivationCounter counter;

    @Autowired
    DailyReports reports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final Map<String, Queue<Long>> times = new TreeMap<>();

    @Test
    void aDayOfTwoThousandIsServedClosedAndAddsUp() throws Exception {
        List.of("register", "face", "scan", "confirm", "archive")
                .forEach(step -> times.put(step, new ConcurrentLinkedQueue<>()));
        clock.set(DAY.atTime(9, 0).atZone(ZoneId.of("Asia/Jakarta")).toInstant());
        BlockingQueue<String> officers = new LinkedBlockingQueue<>();
        for (int i = 0; i < OFFICERS; i++) {
            officers.add(given.officerOf(OFFICE));
        }
        String first = officers.element();
        List<Nik> people = people(80);
        long begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var served = new ArrayList<Future<?>>();
            for (int i = 0; i < ACTIVATIONS; i++) {
                TimeUnit.NANOSECONDS.sleep(begun + i * 1_000_000_000L / RATE - System.nanoTime());
                String officer = officers.take();
                Nik person = people.get(i);
                served.add(threads.submit(() -> {
                    serve(officer, person);
                    officers.add(officer);
                }));
            }
            for (Future<?> one : served) {
                one.get();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        times.forEach((step, all) -> {
            long p95 = quantile(all, 0.95);
            System.out.printf(
                    Locale.ROOT,
                    "BENCH activation-day step=%s n=%d p50=%d ms p95=%d ms (must <= %d)%n",
                    step,
                    all.size(),
                    quantile(all, 0.5),
                    p95,
                    STEP_MS);
        });
        System.out.printf(
                Locale.ROOT, "BENCH activation-day total=%.1f s rate=%.1f/s%n", seconds, ACTIVATIONS / seconds);
        long closing = System.nanoTime();
        ClosedReport closed = given.asStaff(first, () -> reports.close(OFFICE, DAY));
        long closedMs = Duration.ofNanos(System.nanoTime() - closing).toMillis();
        System.out.printf(Locale.ROOT, "BENCH activation-day closing=%d ms (must <= %d)%n", closedMs, CLOSING_MS);
        assertThat(closed.report().fresh()).isEqualTo(ACTIVATIONS);
        assertThat(closedMs).isLessThanOrEqualTo(CLOSING_MS);
        assertThat(times.values())
                .allSatisfy(all -> assertThat(quantile(all, 0.95)).isLessThanOrEqualTo(STEP_MS));
    }

    @Test
    void reportsOfRandomDaysEqualTheirRows() {
        var office = new OfficeCode("320434");
        String officer = given.officerOf(office);
        var dice = new Random(28);
        var days = new ArrayDeque<LocalDate>();
        for (int i = 0; i < DAYS; i++) {
            days.add(LocalDate.of(2024, 1, 1).plusDays(i));
        }
        List<Nik> pool = people(81);
        days.forEach(day -> invent(office, officer, day, dice, pool));
        int equal = 0;
        for (LocalDate day : days) {
            DayReport report = given.asStaff(officer, () -> reports.counted(office, day));
            equal += report.served() == count(office, day, "COUNT(DISTINCT s.activation_id)", "TRUE")
                            && report.fresh()
                                    == count(office, day, "COUNT(*)", "s.action = 'CONFIRM' AND a.purpose = 'NEW'")
                            && report.dropOuts() == count(office, day, "COUNT(*)", "s.action IN ('ABANDON', 'REFUSE')")
                            && report.steps().get(3).done() == count(office, day, "COUNT(*)", "s.action = 'SCAN'")
                            && report.steps().get(5).done() == count(office, day, "COUNT(*)", "s.action = 'ARCHIVE'")
                    ? 1
                    : 0;
        }
        System.out.printf(Locale.ROOT, "BENCH activation-day reports equal=%d of %d%n", equal, DAYS);
        assertThat(equal).isEqualTo(DAYS);
    }

    private void serve(String officer, Nik person) {
        ActivationDetails begun = timed(
                "register",
                () -> given.asChannel(() -> ActivationScenario.accepted(enrolment.register(
                        ActivationScenario.wish(person, ActivationPurpose.NEW, OFFICE),
                        "pemohon@contoh.id",
                        "081234567890"))));
        String number = begun.number();
        String qr = timed(
                "face",
                () -> given.asChannel(() ->
                        channel.face(number, true, 0.9, null).orElseThrow().qr()));
        timed("scan", () -> given.asStaff(officer, () -> counter.scan(qr, null)));
        String code = given.codeOf(number);
        timed("confirm", () -> given.asChannel(() -> channel.confirm(number, code, null)));
        timed("archive", () -> given.asStaff(officer, () -> counter.archive(number)));
    }

    private <T> T timed(String step, Supplier<T> work) {
        long begun = System.nanoTime();
        T done = work.get();
        Objects.requireNonNull(times.get(step)).add(System.nanoTime() - begun);
        return done;
    }

    private static long quantile(Queue<Long> nanos, double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return Duration.ofNanos(sorted.get((int) Math.ceil(share * sorted.size()) - 1))
                .toMillis();
    }

    /** More than the small register of the tests has: the others are from elsewhere. */
    private List<Nik> people(int yearOfBirth) {
        var people = new ArrayList<Nik>();
        for (int i = 0; i < ACTIVATIONS; i++) {
            people.add(new Nik("327306%02d%02d%d%04d".formatted(1 + i % 28, 1 + i / 28 % 12, yearOfBirth, 1 + i)));
        }
        return people;
    }

    private int count(OfficeCode office, LocalDate day, String figure, String condition) {
        return jdbc.sql("SELECT " + figure + " FROM activation_step s JOIN activation_case a ON a.id = s.activation_id"
                        + " WHERE s.office_code = ? AND s.day = ? AND " + condition)
                .params(office.value(), day)
                .query(Integer.class)
                .single();
    }

    /** A few activations of that day, ended anywhere. */
    private void invent(OfficeCode office, String officer, LocalDate day, Random dice, List<Nik> pool) {
        clock.set(day.atTime(9, 0).atZone(ZoneId.of("Asia/Jakarta")).toInstant());
        int people = 1 + dice.nextInt(4);
        for (int i = 0; i < people; i++) {
            ActivationDetails begun = given.begun(pool.get(dice.nextInt(pool.size())), office, officer);
            String number = begun.number();
            int depth = dice.nextInt(7);
            given.asStaff(officer, () -> {
                if (depth > 0) {
                    counter.registered(number, "a@contoh.id", "081234567890");
                }
                if (depth > 1) {
                    if (dice.nextBoolean()) {
                        counter.face(number, false, "Cahaya kurang");
                    }
                    counter.face(number, true, null);
                }
                if (depth > 2) {
                    counter.scannedInSiak(number);
                }
                if (depth > 3) {
                    counter.confirmed(number);
                }
                if (depth > 4) {
                    counter.archive(number);
                }
                if (depth < 4) {
                    counter.abandon(number, DropOut.LEFT, "");
                }
                return 0;
            });
            clock.advance(Duration.ofMinutes(7));
        }
    }
}
