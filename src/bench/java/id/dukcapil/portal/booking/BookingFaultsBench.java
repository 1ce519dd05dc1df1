package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.Stampede.BookedNumber;
import id.dukcapil.portal.booking.Stampede.Call;
import id.dukcapil.portal.platform.CrashableDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * {@code kill -9} of the portal and of its database in the middle of a stampede, in turns and at random moments. Callers who
 * got no answer ask again with their key until they have one. In the end every booking that was answered is there and has
 * the number it was answered with, nobody has two, and the sums hold.
 */
class BookingFaultsBench {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final int KILLS = QUICK ? 2 : 50;
    private static final int CALLERS = 64;
    private static final int PEOPLE = QUICK ? 2_000 : 60_000;
    private static final int LONGEST_RUN_MILLIS = QUICK ? 500 : 1_500;
    private static final int ASKED_AGAIN = QUICK ? 50 : 500;
    private static final long SEED = 20_261_122;
    private static final int SEATS = 4_500;

    private final Map<String, BookedNumber> answered = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger inDoubt = new AtomicInteger();
    private final AtomicLong changed = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private final HttpClient http = Booth.browser();
    private OpenedOffices offices = new OpenedOffices(List.of(), List.of(), SEATS);

    @Test
    void whateverIsKilledWhatWasAnsweredIsThere(@TempDir Path home) throws Exception {
        try (CrashableDatabase database = CrashableDatabase.in(Files.createDirectories(home.resolve("db")))) {
            int port = PortalProcess.freePort();
            PortalProcess portal = start(database, home, port);
            try {
                until(new Booth(http, port, "bookings", "", LocalDate.EPOCH));
                offices = OpenedOffices.in(jdbc(database), SEATS);
                var booth = new Booth(http, port, "bookings", "", LocalDate.EPOCH);
                portal = killInTurns(database, portal, home, booth);
                assertNothingIsLost(database, booth);
            } finally {
                portal.close();
            }
        }
    }

    private static PortalProcess start(CrashableDatabase database, Path home, int port) throws IOException {
        return PortalProcess.start(database.jdbcUrl(), home, port, PortalProcess.SOON);
    }

    private PortalProcess killInTurns(CrashableDatabase database, PortalProcess first, Path home, Booth booth)
            throws Exception {
        List<Someone> people = new Crowds(jdbc(database)).readyToPrint(PEOPLE);
        var random = new Random(SEED);
        var backAfter = new ArrayList<Double>();
        PortalProcess portal = first;
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = new ArrayList<Future<?>>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(crowd.submit(() -> keepAsking(booth, people)));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_RUN_MILLIS));
                long start = System.nanoTime();
                if (kill % 2 == 0) {
                    database.kill();
                    database.restart();
                } else {
                    portal.kill();
                    portal = start(database, home, booth.port());
                }
                untilSomebodyIsAnswered(booth, callers);
                backAfter.add((System.nanoTime() - start) / 1e9);
            }
            over.set(true);
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
        backAfter.sort(null);
        System.out.printf(
                Locale.ROOT,
                "BENCH booking-faults kills=%d answered=%d in_doubt_asked_again=%d answers_changed=%d back_after_p50_s=%.1f"
                        + " back_after_max_s=%.1f%n",
                KILLS,
                answered.size(),
                inDoubt.get(),
                changed.get(),
                backAfter.get(backAfter.size() / 2),
                backAfter.getLast());
        return portal;
    }

    private void keepAsking(Booth booth, List<Someone> people) {
        while (!over.get()) {
            int turn = next.getAndIncrement();
            if (turn >= people.size()) {
                return;
            }
            askUntilAnswered(booth.at(offices.at(turn)), new Call("fault-" + turn, people.get(turn)));
        }
    }

    /** Who is in doubt asks with the same key: that is what the key is for. */
    private void askUntilAnswered(Booth booth, Call call) {
        for (boolean again = false; ; again = true) {
            try {
                Booth.Reply reply = booth.ask(call);
                if (reply.status() == 201) {
                    note(call, reply.booked());
                    return;
                }
                assertThat(reply.status()).as(reply.body()).isIn(503, 429);
            } catch (IOException unanswered) {
                if (!again) {
                    inDoubt.incrementAndGet();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            rest();
        }
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(Call call, BookedNumber booked) {
        BookedNumber before = answered.put(call.key(), booked);
        if (before != null && !before.equals(booked)) {
            changed.incrementAndGet();
        }
    }

    private void untilSomebodyIsAnswered(Booth booth, List<Future<?>> callers) throws Exception {
        int before = answered.size();
        until(booth);
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> answered.size() > before || callers.stream().anyMatch(Future::isDone));
        for (Future<?> caller : callers) {
            if (caller.isDone()) {
                // With what it has met; when all people have asked, with nothing
                caller.get();
            }
        }
    }

    private static void until(Booth booth) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(50))
                .until(booth::answers);
    }

    private void assertNothingIsLost(CrashableDatabase database, Booth booth) throws Exception {
        JdbcClient jdbc = jdbc(database);
        var stored = new ConcurrentHashMap<String, Integer>();
        jdbc.sql(
                        "SELECT code, queue_number FROM booking_booking WHERE nik LIKE '320407____70____' AND full_name LIKE 'WARGA %'")
                .query((row, number) -> stored.put(row.getString(1), row.getInt(2)))
                .list();
        assertThat(changed).as("no caller got a second ticket for the same key").hasValue(0);
        assertThat(answered.values())
                .as("every answered booking is there with its number")
                .allMatch(booked -> booked.number() == stored.getOrDefault(booked.code(), -1));
        assertThat(stored).as("and no other one is: nobody was left in doubt").hasSameSizeAs(answered);
        new Books(jdbc).assertInBalance();
        for (String key : answered.keySet().stream().limit(ASKED_AGAIN).toList()) {
            int turn = Integer.parseInt(key.substring("fault-".length()));
            Someone someone = new Crowds(jdbc).person(turn);
            Booth.Reply reply = booth.at(offices.at(turn)).ask(new Call(key, someone));
            assertThat(reply.replayed()).as(reply.body()).isTrue();
            assertThat(reply.booked()).isEqualTo(answered.get(key));
        }
    }

    private static JdbcClient jdbc(CrashableDatabase database) {
        return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), "root", ""));
    }
}
