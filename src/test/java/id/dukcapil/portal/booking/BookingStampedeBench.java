package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.PortalApplication;
import id.dukcapil.portal.ServerTest;
import id.dukcapil.portal.TestClockConfiguration;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.Stampede.BookedNumber;
import id.dukcapil.portal.booking.Stampede.Call;
import id.dukcapil.portal.booking.Stampede.Door;
import id.dukcapil.portal.booking.Stampede.Night;
import id.dukcapil.portal.channel.FirstAnswer;
import id.dukcapil.portal.channel.IdempotentRequest;
import id.dukcapil.portal.common.ActingAs;
import id.dukcapil.portal.common.OfficeCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The night on which a quota of 2,000 opens (PERFORMANCE.md a), through the service and through HTTP, with one portal and
 * with two; in the same run a plain service with SELECT … FOR UPDATE and, as ceilings, the allocator fed with full rounds and the bare
 * writing of bookings and history.
 * After every night the sums of the database are looked at, not only those of the callers.
 */
@Tag("bench")
@ServerTest
@Import({BookingScenario.class, PlainBookings.class})
class BookingStampedeBench {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final int SEATS = QUICK ? 300 : 2_000;
    private static final int PEOPLE = SEATS * 21 / 20;
    private static final int ROUNDS = QUICK ? 1 : 3;
    private static final int CONNECTIONS = 200;
    /** Nights before the first measured one, until the compiler of the JVM is done; a night of the plain service is as long. */
    private static final int WARM_UP = QUICK ? 1 : 5;

    /** In each round; nine of the ways take a second for a night, the plain services twenty. */
    private static final int SHORT_NIGHTS = QUICK ? 1 : 3;

    private static final int NIGHTS = 9 * (WARM_UP + ROUNDS * SHORT_NIGHTS) + 3 * (1 + ROUNDS);
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 14);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    BookingScenario given;

    @Autowired
    ApplicationContext portal;

    @Autowired
    QuotaRows quota;

    @Autowired
    NewBookings newBookings;

    @Autowired
    SeatBatch batch;

    @Autowired
    PlainBookings plain;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

    @LocalServerPort
    int port;

    private final AtomicInteger nights = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
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

    /** The office and the day of one night; no night has those of another, nor its people. */
    private record Place(OfficeCode office, LocalDate day) {}

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

    @Test
    void twoThousandSeats() throws Exception {
        try (var second = new SpringApplicationBuilder(PortalApplication.class, TestClockConfiguration.class)
                .profiles("demo", "test")
                .properties(
                        "server.port=0",
                        "management.server.port=-1",
                        "spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                        "spring.datasource.username=root",
                        "spring.datasource.password=")
                .run()) {
            int secondPort = Integer.parseInt(second.getEnvironment().getRequiredProperty("local.server.port"));
            showKey(port);
            showKey(secondPort);
            Map<String, Way> ways = ways(second, secondPort);
            Map<String, Measured> measured = measured(ways);
            print(measured);
            assertTargets(measured);
        }
    }

    private Map<String, Way> ways(ApplicationContext second, int secondPort) {
        var ways = new LinkedHashMap<String, Way>();
        for (int callers : List.of(64, 1_000)) {
            ways.put("service_" + callers, (crowd, place) -> crowd.through(service(portal, place), callers));
            ways.put(
                    "two_nodes_" + callers,
                    (crowd, place) -> crowd.through(taking(service(portal, place), service(second, place)), callers));
            ways.put("plain_" + callers, (crowd, place) -> crowd.through(plainService(place), callers));
            ways.put("rows_" + callers, (crowd, place) -> crowd.through(rows(place), callers));
        }
        ways.put("allocator", (crowd, place) -> crowd.inRounds(512, calls -> allocated(calls, place)));
        ways.put("http", (crowd, place) -> crowd.through(overHttp(port, "bookings", place), CONNECTIONS));
        ways.put(
                "http_two_nodes",
                (crowd, place) -> crowd.through(
                        taking(overHttp(port, "bookings", place), overHttp(secondPort, "bookings", place)),
                        CONNECTIONS));
        ways.put("http_plain", (crowd, place) -> crowd.through(overHttp(port, "bench/bookings", place), CONNECTIONS));
        return ways;
    }

    /** After the warm-up all take turns, so that what slows the machine slows all. */
    private Map<String, Measured> measured(Map<String, Way> ways) throws Exception {
        for (var way : ways.entrySet()) {
            for (int i = 0; i < (isPlain(way) ? 1 : WARM_UP); i++) {
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
            }
        }
        return measured;
    }

    private static boolean isPlain(Map.Entry<String, Way> way) {
        return way.getKey().contains("plain");
    }

    private Night night(Map.Entry<String, Way> way) throws Exception {
        int index = nights.getAndIncrement();
        var place = new Place(offices.get(index % offices.size()), MONDAY.plusDays(index / offices.size()));
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

    private Door service(ApplicationContext node, Place place) {
        var bookings = node.getBean(BookingService.class);
        var security = node.getBean(SecurityContextHolderStrategy.class);
        return call -> BookingScenario.asBds(security, () -> {
            KeyedDecision decision = bookings.book(
                    given.requestFor(call.someone(), place.office(), place.day()),
                    keyOf(call),
                    BookingStampedeBench::created);
            return decision instanceof KeyedDecision.Answered answered
                    ? Optional.of(number(String.valueOf(answered.answer().body())))
                    : Optional.empty();
        });
    }

    private Door plainService(Place place) {
        return call -> given.asBds(() -> {
            var answer = plain.book(given.requestFor(call.someone(), place.office(), place.day()), keyOf(call));
            return Optional.ofNullable(answer.getBody()).map(body -> number(body.json()));
        });
    }

    /** The allocator itself, fed with full rounds by one thread, with nobody around it. */
    private List<Optional<BookedNumber>> allocated(List<Call> calls, Place place) {
        try {
            return decided(calls, place);
        } catch (DuplicateKeyException aCodeThatExists) {
            return decided(calls, place);
        }
    }

    private List<Optional<BookedNumber>> decided(List<Call> calls, Place place) {
        return given.asBds(() -> transaction.execute(status -> batch
                .decide(
                        batch.day(place.office(), place.day()),
                        () -> calls.stream()
                                .map(call -> seatRequest(call, place))
                                .toList())
                .stream()
                .map(BookingStampedeBench::booked)
                .toList()));
    }

    private SeatRequest seatRequest(Call call, Place place) {
        NewBooking booking = given.requestFor(call.someone(), place.office(), place.day());
        return new SeatRequest(
                booking,
                call.someone().nik(),
                place.office(),
                place.day(),
                BookingScenario.BDS.actor(),
                ActingAs.current(portal.getBean(SecurityContextHolderStrategy.class)),
                new SeatRequest.UnderKey(keyOf(call), made -> FirstAnswer.of(keyOf(call), created(made), JSON)));
    }

    private static Optional<BookedNumber> booked(SeatAnswer answer) {
        return switch (answer) {
            case SeatAnswer.Decided(var ignored, FirstAnswer first)
            when first != null -> Optional.of(number(String.valueOf(first.body())));
            case SeatAnswer.Before before ->
                Optional.of(number(String.valueOf(before.answer().body())));
            default -> Optional.empty();
        };
    }

    private static ResponseEntity<PlainBookings.Made> created(BookingDetails booking) {
        return ResponseEntity.created(URI.create("/api/v1/bookings/" + booking.code()))
                .body(new PlainBookings.Made(booking.code().value(), booking.queueNumber()));
    }

    private Door rows(Place place) {
        var allocator = new BareAllocator(
                place.office(), place.day(), quota, newBookings, JdbcClient.create(jdbc), transaction);
        return call -> allocator.book(call.someone());
    }

    private Door overHttp(int toPort, String path, Place place) {
        return call -> {
            HttpResponse<String> response =
                    http.send(post(toPort, path, call, place), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 201) {
                return Optional.of(number(response.body()));
            }
            assertThat(response.statusCode()).as(response.body()).isEqualTo(409);
            return Optional.empty();
        };
    }

    /** A key that nobody has shown lately is let in only a few at a time. */
    private void showKey(int toPort) {
        assertThat(new Booth(http, toPort, "bookings", "DINAS", MONDAY).answers())
                .isTrue();
    }

    private static HttpRequest post(int toPort, String path, Call call, Place place) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + toPort + "/api/v1/" + path))
                .header("Authorization", "Bearer demo-bds")
                .header("Idempotency-Key", call.key())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(call.asJson(place.office(), place.day())))
                .build();
    }

    /** Every other call through the other node. */
    private static Door taking(Door one, Door other) {
        var turn = new AtomicInteger();
        return call -> (turn.getAndIncrement() % 2 == 0 ? one : other).knock(call);
    }

    private static BookedNumber number(String json) {
        JsonNode node = JSON.readTree(json);
        return new BookedNumber(
                node.path("code").asString(), node.path("queueNumber").asInt());
    }

    private static IdempotentRequest keyOf(Call call) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(call.someone().nik().value().getBytes(StandardCharsets.US_ASCII));
            return new IdempotentRequest(BookingScenario.BDS, call.key(), hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
        line.append(String.format(Locale.ROOT, " %s_to_%s=%.2f", one, other, times(measured, one, other)));
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
