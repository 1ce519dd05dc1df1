package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.PortalApplication;
import id.dukcapil.portal.ServerTest;
import id.dukcapil.portal.TestClockConfiguration;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.Stampede.Night;
import id.dukcapil.portal.booking.WaysOfBooking.Place;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The night on which a quota of 2,000 opens (PERFORMANCE.md a), through the service and through HTTP, with one portal and
 * with two; in the same run a plain service with SELECT … FOR UPDATE and, as ceilings, the allocator fed with full rounds and the bare
 * writing of bookings and history.
 * After every night the sums of the database are looked at, not only those of the callers.
 */
@ServerTest
@Import(PlainBookings.class)
class BookingStampedeBench {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final int SEATS = QUICK ? 100 : 2_000;
    private static final int PEOPLE = SEATS * 21 / 20;
    private static final int ROUNDS = QUICK ? 1 : 3;
    private static final int CONNECTIONS = 200;

    /** Nights before the first measured one, until the compiler of the JVM is done; a night of the plain service is as long. */
    private static final int WARM_UP = QUICK ? 1 : 10;

    private static final int PLAIN_WARM_UP = QUICK ? 0 : 1;

    /** In each round; nine of the ways take a second for a night, the plain services twenty. */
    private static final int SHORT_NIGHTS = QUICK ? 1 : 3;

    private static final int NIGHTS = 9 * (WARM_UP + ROUNDS * SHORT_NIGHTS) + 3 * (PLAIN_WARM_UP + ROUNDS);
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
    private static final String BOOKINGS = "bookings";

    @Autowired
    BookingScenario given;

    @Autowired
    WaysOfBooking along;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Environment environment;

    @LocalServerPort
    int port;

    private final AtomicInteger nights = new AtomicInteger();
    private List<Someone> people = List.of();
    private List<OfficeCode> offices = List.of();

    @BeforeEach
    void manyPeopleAndAClientWithoutALimit() {
        Crowds.giveMemoryTo(jdbc);
        people = new Crowds(JdbcClient.create(jdbc)).readyToPrint(PEOPLE * NIGHTS);
        offices = jdbc.query(
                "SELECT code FROM staff_office WHERE kind = 'UKL' ORDER BY code",
                (row, number) -> new OfficeCode(row.getString(1)));
        jdbc.update("UPDATE channel_client SET requests_per_minute = 10000000");
    }

    /** A way of booking. */
    private interface Way {
        Night night(Stampede crowd, Place place) throws Exception;
    }

    private static final class Measured {

        private double bookings;
        private double seconds;
        private double worstP99;

        private void add(Night night) {
            bookings += night.booked();
            seconds += night.seconds();
            worstP99 = Math.max(worstP99, night.p99Millis());
        }

        private double perSecond() {
            return bookings / seconds;
        }
    }

    /** A second portal on the same database. */
    private record Second(ConfigurableApplicationContext portal, int port) {

        private static Second on(String database) {
            ConfigurableApplicationContext portal = new SpringApplicationBuilder(
                            PortalApplication.class, TestClockConfiguration.class)
                    .profiles("demo", "test")
                    .properties(
                            "server.port=0",
                            "management.server.port=-1",
                            "spring.datasource.url=" + database,
                            "spring.datasource.username=root",
                            "spring.datasource.password=")
                    .run();
            return new Second(
                    portal, Integer.parseInt(portal.getEnvironment().getRequiredProperty("local.server.port")));
        }
    }

    @Test
    void twoThousandSeats() throws Exception {
        // In the small size its start would take as long as all nights together
        Optional<Second> second = QUICK
                ? Optional.empty()
                : Optional.of(Second.on(environment.getRequiredProperty("spring.datasource.url")));
        try {
            showKey(port);
            second.ifPresent(node -> showKey(node.port()));
            Map<String, Measured> measured = measured(ways(second));
            print(measured);
            assertTargets(measured);
        } finally {
            second.map(Second::portal).ifPresent(ConfigurableApplicationContext::close);
        }
    }

    private Map<String, Way> ways(Optional<Second> second) {
        var ways = new LinkedHashMap<String, Way>();
        for (int callers : List.of(64, 1_000)) {
            ways.put("service_" + callers, (crowd, place) -> crowd.through(along.service(place), callers));
            second.ifPresent(node -> ways.put(
                    "two_nodes_" + callers,
                    (crowd, place) -> crowd.through(
                            WaysOfBooking.taking(along.service(place), along.service(node.portal(), place)), callers)));
            ways.put("plain_" + callers, (crowd, place) -> crowd.through(along.plainService(place), callers));
            ways.put("rows_" + callers, (crowd, place) -> crowd.through(along.rows(place), callers));
        }
        ways.put("allocator", (crowd, place) -> crowd.inRounds(512, calls -> along.allocated(calls, place)));
        ways.put("http", (crowd, place) -> crowd.through(along.overHttp(port, BOOKINGS, place), CONNECTIONS));
        second.ifPresent(node -> ways.put(
                "http_two_nodes",
                (crowd, place) -> crowd.through(
                        WaysOfBooking.taking(
                                along.overHttp(port, BOOKINGS, place), along.overHttp(node.port(), BOOKINGS, place)),
                        CONNECTIONS)));
        ways.put(
                "http_plain",
                (crowd, place) -> crowd.through(along.overHttp(port, "bench/bookings", place), CONNECTIONS));
        return ways;
    }

    /** A key that nobody has shown lately is let in only a few at a time. */
    private void showKey(int toPort) {
        var anywhere = new Place(new OfficeCode("DINAS"), MONDAY);
        assertThat(along.booth(toPort, BOOKINGS, anywhere).answers()).isTrue();
    }

    /** After the warm-up all take turns, so that what slows the machine slows all. */
    private Map<String, Measured> measured(Map<String, Way> ways) throws Exception {
        for (var way : ways.entrySet()) {
            for (int i = 0; i < (isPlain(way) ? PLAIN_WARM_UP : WARM_UP); i++) {
                night(way);
            }
        }
        var measured = new LinkedHashMap<String, Measured>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var way : ways.entrySet()) {
                Measured all = measured.computeIfAbsent(way.getKey(), name -> new Measured());
                for (int i = 0; i < (isPlain(way) ? 1 : SHORT_NIGHTS); i++) {
                    all.add(night(way));
                }
                System.out.printf(
                        Locale.ROOT, "round %d, %s: %.0f/s so far%n", round + 1, way.getKey(), all.perSecond());
            }
        }
        return measured;
    }

    private static boolean isPlain(Map.Entry<String, Way> way) {
        return way.getKey().contains("plain");
    }

    private Night night(Map.Entry<String, Way> way) throws Exception {
        int index = nights.getAndIncrement();
        var place = new Place(offices.get(index % offices.size()), workingDay(index / offices.size()));
        given.quotaOf(place.office(), place.day(), SEATS, 0);
        var crowd = new Stampede(people.subList(index * PEOPLE, (index + 1) * PEOPLE), "night-" + index);
        Night night = way.getValue().night(crowd, place);
        if (way.getKey().startsWith("rows")) {
            // It keeps no keys: who asks twice is refused
            assertThat(night.booked()).isEqualTo(SEATS);
        } else {
            Stampede.assertPromises(night, SEATS);
            new Books(JdbcClient.create(jdbc)).assertInBalance();
        }
        return night;
    }

    private static LocalDate workingDay(int index) {
        return MONDAY.plusWeeks(index / 5).plusDays(index % 5);
    }

    private static void print(Map<String, Measured> measured) {
        var line = new StringBuilder("BENCH booking-stampede seats=" + SEATS + " violations=0");
        measured.forEach((name, figure) -> line.append(String.format(
                Locale.ROOT, " %s_per_s=%.0f %s_p99_ms=%.0f", name, figure.perSecond(), name, figure.worstP99)));
        ratio(line, measured, "service_64", "plain_64");
        ratio(line, measured, "service_1000", "plain_1000");
        ratio(line, measured, "two_nodes_64", "plain_64");
        ratio(line, measured, "two_nodes_1000", "plain_1000");
        ratio(line, measured, "service_64", "allocator");
        ratio(line, measured, "service_1000", "allocator");
        ratio(line, measured, "service_1000", "rows_1000");
        ratio(line, measured, "http", "http_plain");
        ratio(line, measured, "http_two_nodes", "http_plain");
        System.out.println(line);
    }

    private static void ratio(StringBuilder line, Map<String, Measured> measured, String one, String other) {
        if (measured.containsKey(one)) {
            line.append(String.format(Locale.ROOT, " %s_to_%s=%.2f", one, other, times(measured, one, other)));
        }
    }

    private static double times(Map<String, Measured> measured, String one, String other) {
        return Objects.requireNonNull(measured.get(one)).perSecond()
                / Objects.requireNonNull(measured.get(other)).perSecond();
    }

    private static void assertTargets(Map<String, Measured> measured) {
        if (QUICK) {
            return;
        }
        for (String callers : List.of("64", "1000")) {
            assertThat(times(measured, "service_" + callers, "plain_" + callers))
                    .isGreaterThanOrEqualTo(20);
            assertThat(times(measured, "two_nodes_" + callers, "plain_" + callers))
                    .isGreaterThanOrEqualTo(20);
            assertThat(times(measured, "service_" + callers, "allocator")).isGreaterThanOrEqualTo(0.5);
        }
        assertThat(times(measured, "http", "http_plain")).isGreaterThanOrEqualTo(5);
        assertThat(times(measured, "http_two_nodes", "http_plain")).isGreaterThanOrEqualTo(5);
    }
}
