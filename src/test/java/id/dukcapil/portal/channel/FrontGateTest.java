package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.channel.gate.GateSettings;
import id.dukcapil.portal.channel.gate.PlaceTokens;
import id.dukcapil.portal.channel.gate.WaitingRoom;
import id.dukcapil.portal.staff.signin.SealingKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Behind the gate somebody works until the test lets go, so that a crowd gathers before it. */
@IntegrationTest
class FrontGateTest {

    private static final String BOOKINGS = "/api/v1/bookings";
    private static final GateSettings NARROW = settings(3, 2, 4, 2);

    /** Lets in four, of whom one is worked on. */
    private static final GateSettings WITH_ONE_AT_WORK = settings(3, 4, 8, 1);

    private static final ApiAuthentication BDS = caller("BDS", ApiScope.BOOKING);
    private static final ApiAuthentication OTHER = caller("Lain", ApiScope.BOOKING);
    private static final ApiAuthentication KIOSK = caller("Anjungan", ApiScope.ADM);

    private static GateSettings settings(int inFlight, int fewest, int most, int atOnce) {
        return new GateSettings(
                inFlight,
                fewest,
                most,
                atOnce,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                1,
                2,
                2,
                1,
                Duration.ofSeconds(10),
                4);
    }

    private static ApiAuthentication caller(String name, ApiScope scope) {
        return new ApiAuthentication(new ApiClient(UUID.randomUUID(), name), List.of(scope.code()), 1_000);
    }

    @Autowired
    ApiKeys keys;

    @Autowired
    ApiFailures failures;

    @Autowired
    SealingKey sealing;

    @Autowired
    ProblemTranslation problems;

    @Autowired
    SecurityContextHolderStrategy security;

    @Autowired
    JsonMapper json;

    @Autowired
    ObjectProvider<CrowdedCall> crowdedCalls;

    @Autowired
    ProblemWriter writer;

    @Autowired
    FilterRegistrationBean<FrontGateFilter> registration;

    private final SettableClock clock = new SettableClock();
    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final KnownKeys known = new KnownKeys(clock);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch work = new CountDownLatch(1);
    private final Semaphore begun = new Semaphore(0);
    private final List<Future<MockHttpServletResponse>> filling = new ArrayList<>();
    private final FilterChain busy = (request, response) -> {
        begun.release();
        try {
            work.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    };

    @SuppressWarnings("NullAway.Init") // Made before each test
    private FrontGateFilter gate;

    @BeforeEach
    void aNarrowGate() {
        gate = gate(new WaitingRoom(NARROW, clock));
        known.accepted(new ApiKey("bds"), BDS);
        known.accepted(new ApiKey("lain"), OTHER);
        known.accepted(new ApiKey("anjungan"), KIOSK);
    }

    @AfterEach
    void letGo() {
        work.countDown();
        threads.close();
    }

    private FrontGateFilter gate(WaitingRoom room) {
        return gate(NARROW, room).filter(problems, writer, failures);
    }

    private FrontGate gate(GateSettings settings, WaitingRoom room) {
        return new FrontGate(settings, crowdedCalls, room, new PlaceTokens(sealing), known, keys, figures);
    }

    @Test
    void whoHasToWaitHearsAtOnceWhereAndHowLong() throws Exception {
        fill();
        MockHttpServletResponse turnedAway = call(booking("bds", "kunci-1", null));
        assertThat(turnedAway.getStatus()).isEqualTo(503);
        assertThat(turnedAway.getContentType()).isEqualTo("application/problem+json");
        assertThat(Integer.parseInt(Objects.requireNonNull(turnedAway.getHeader("Retry-After"))))
                .isPositive();
        assertThat(turnedAway.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(turnedAway.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        JsonNode problem = json.readTree(turnedAway.getContentAsByteArray());
        assertThat(problem.path("type").asString()).isEqualTo("/problems/waiting-room");
        assertThat(problem.path("position").asLong()).isEqualTo(1);
        assertThat(problem.path("estimatedSeconds").asLong()).isPositive();
        assertThat(problem.path("place").asString())
                .isEqualTo(turnedAway.getHeader("Waiting-Place"))
                .doesNotContain("bds", "kunci");
        assertThat(problem.path("detail").asString()).contains("nomor 1 dalam antrean");
        assertThat(figures.counter("portal.api.turned.away", "why", "waiting-room")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void standsBeforeTheApiOnlyBehindTheNameOfTheRequestAndBeforeAllElse() {
        assertThat(registration.getUrlPatterns()).containsExactly("/api/*");
        assertThat(registration.getOrder())
                .isGreaterThan(Ordered.HIGHEST_PRECEDENCE)
                .isLessThan(SecurityFilterProperties.DEFAULT_FILTER_ORDER);
    }

    @Test
    void whoComesBackWithThePlaceComesInBeforeSomebodyNew() throws Exception {
        fill();
        String place = placeOf(call(booking("bds", "kunci-1", null)));
        for (int i = 0; i < 20; i++) {
            call(booking("bds", "orang-" + i, null));
        }
        emptyTheGate();
        assertThat(call(booking("bds", "baru", null)).getStatus()).isEqualTo(503);
        assertThat(call(booking("bds", "kunci-1", place)).getStatus()).isEqualTo(200);
    }

    @Test
    void aPlaceIsWorthNothingToAnotherClientOrForAnotherRequest() throws Exception {
        fill();
        String first = placeOf(call(booking("bds", "kunci-1", null)));
        for (int i = 0; i < 50; i++) {
            call(booking("bds", "orang-" + i, null));
        }
        emptyTheGate();
        for (MockHttpServletRequest stolen : List.of(
                booking("lain", "kunci-1", first),
                booking("bds", "kunci-2", first),
                booking("bds", "kunci-1", first.substring(1)),
                booking("bds", "kunci-1", first + "A"),
                booking("bds", "kunci-1", "x".repeat(5_000)),
                booking("bds", "kunci-1", "%%%"),
                booking("bds", "kunci-1", ""))) {
            MockHttpServletResponse answer = call(stolen);
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(positionIn(answer)).as("a place at the end").isGreaterThan(30);
        }
        assertThat(call(booking("bds", "kunci-1", first)).getStatus()).isEqualTo(200);
    }

    @Test
    void anotherProcessKnowsThePlace() throws Exception {
        fill();
        String place = placeOf(call(booking("bds", "kunci-1", null)));
        FrontGateFilter here = gate;
        gate = gate(new WaitingRoom(NARROW, clock));
        work.countDown();
        assertThat(call(booking("bds", "kunci-1", place)).getStatus()).isEqualTo(200);
        gate = here;
    }

    @Test
    void strangersTakeNoPlaces() throws Exception {
        Future<MockHttpServletResponse> stranger = threads.submit(() -> call(booking("tebakan", "kunci-1", null)));
        begun.acquire();
        for (int i = 0; i < 100; i++) {
            MockHttpServletResponse answer = call(booking("tebakan-" + i, "kunci-1", null));
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeader("Waiting-Place")).isNull();
            assertThat(answer.getHeader("Retry-After")).isEqualTo("2");
        }
        Future<MockHttpServletResponse> client = threads.submit(() -> call(booking("bds", "kunci-1", null)));
        begun.acquire();
        work.countDown();
        assertThat(client.get().getStatus()).isEqualTo(200);
        assertThat(stranger.get().getStatus()).isEqualTo(200);
    }

    @Test
    void whatIsNotCrowdedHasItsOwnLimitAndIsNeverKeptWaiting() throws Exception {
        fill();
        List<Future<MockHttpServletResponse>> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            others.add(threads.submit(() -> call(new MockHttpServletRequest("GET", "/api/v1/quota-days"))));
        }
        begun.acquire(3);
        MockHttpServletResponse tooMany = call(new MockHttpServletRequest("GET", "/api/v1/quota-days"));
        assertThat(tooMany.getStatus()).isEqualTo(503);
        assertThat(json.readTree(tooMany.getContentAsByteArray()).path("type").asString())
                .isEqualTo("/problems/overloaded");
        assertThat(tooMany.getHeader("Retry-After")).isEqualTo("2");
        work.countDown();
        for (var other : others) {
            assertThat(other.get().getStatus()).isEqualTo(200);
        }
        assertThat(call(new MockHttpServletRequest("GET", "/api/v1/quota-days")).getStatus())
                .isEqualTo(200);
    }

    @Test
    void whoMayNotBookTakesNoPlaceFromThoseWhoMay() throws Exception {
        List<Future<MockHttpServletResponse>> kiosks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            kiosks.add(threads.submit(() -> call(booking("anjungan", "kunci", null))));
        }
        begun.acquire(2);
        fill();
        work.countDown();
        for (var kiosk : kiosks) {
            assertThat(kiosk.get().getStatus()).isEqualTo(200);
        }
    }

    @Test
    void oneClientHasOnlyItsShareOfTheOtherSeats() throws Exception {
        for (int i = 0; i < 2; i++) {
            filling.add(threads.submit(() -> call(days("bds"))));
        }
        begun.acquire(2);
        assertThat(call(days("bds")).getStatus()).isEqualTo(503);
        filling.add(threads.submit(() -> call(days("lain"))));
        begun.acquire();
        emptyTheGate();
        assertThat(call(days("bds")).getStatus()).isEqualTo(200);
    }

    @Test
    void uploadsHaveSeatsOfTheirOwn() throws Exception {
        filling.add(threads.submit(() -> call(upload("bds"))));
        begun.acquire();
        assertThat(call(upload("bds")).getStatus()).as("its share").isEqualTo(503);
        filling.add(threads.submit(() -> call(upload("lain"))));
        begun.acquire();
        assertThat(call(upload("anjungan")).getStatus()).as("all taken").isEqualTo(503);
        filling.add(threads.submit(() -> call(days("anjungan"))));
        begun.acquire();
        emptyTheGate();
        assertThat(call(upload("anjungan")).getStatus()).isEqualTo(200);
    }

    private static MockHttpServletRequest days(String key) {
        var request = new MockHttpServletRequest("GET", "/api/v1/quota-days");
        request.addHeader("Authorization", "Bearer " + key);
        return request;
    }

    private static MockHttpServletRequest upload(String key) {
        var request = new MockHttpServletRequest("POST", "/api/v1/submissions/1/attachments");
        request.addHeader("Authorization", "Bearer " + key);
        request.setContentType("multipart/form-data; boundary=x");
        return request;
    }

    @Test
    void whoIsLetInIsWorkedOnInTurn() throws Exception {
        FrontGate oneAtATime = gate(WITH_ONE_AT_WORK, new WaitingRoom(WITH_ONE_AT_WORK, clock));
        gate = oneAtATime.filter(problems, writer, failures);
        List<String> order = new CopyOnWriteArrayList<>();
        FilterChain noted = (request, response) -> {
            order.add(((HttpServletRequest) request).getHeader("Idempotency-Key"));
            busy.doFilter(request, response);
        };
        List<Future<MockHttpServletResponse>> callers = new ArrayList<>();
        for (String key : List.of("pertama", "kedua", "ketiga")) {
            int before = callers.size();
            callers.add(threads.submit(() -> call(booking("bds", key, null), noted)));
            Awaitility.await().until(() -> order.size() + oneAtATime.atOnce().getQueueLength() == before + 1);
        }
        assertThat(order).containsExactly("pertama");
        work.countDown();
        for (var caller : callers) {
            assertThat(caller.get().getStatus()).isEqualTo(200);
        }
        assertThat(order).containsExactly("pertama", "kedua", "ketiga");
    }

    @Test
    void anAnswerThatIsWrittenLaterIsAtWorkUntilItIsWritten() throws Exception {
        FrontGate oneAtATime = gate(WITH_ONE_AT_WORK, new WaitingRoom(WITH_ONE_AT_WORK, clock));
        gate = oneAtATime.filter(problems, writer, failures);
        MockHttpServletRequest later = booking("bds", "nanti", null);
        later.setAsyncSupported(true);
        call(later, (request, response) -> request.startAsync());
        Future<MockHttpServletResponse> second = threads.submit(() -> call(booking("bds", "kedua", null)));
        Awaitility.await().until(() -> oneAtATime.atOnce().getQueueLength() == 1);
        assertThat(begun.availablePermits()).isZero();
        Objects.requireNonNull(later.getAsyncContext()).complete();
        work.countDown();
        assertThat(second.get().getStatus()).isEqualTo(200);
    }

    @Test
    void whateverFailsBehindTheGateMakesRoomAgain() throws Exception {
        FilterChain broken = (request, response) -> {
            throw new IllegalStateException("broken");
        };
        for (int i = 0; i < 20; i++) {
            try {
                gate.doFilter(booking("bds", "kunci-" + i, null), new MockHttpServletResponse(), broken);
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("broken");
            }
        }
        work.countDown();
        assertThat(call(booking("bds", "kunci", null)).getStatus()).isEqualTo(200);
    }

    @Test
    void ofAThousandMoreNobodyIsWorkedOnAndTheLastHearsHowManyAreBefore() throws Exception {
        fill();
        for (int i = 0; i < 1_000; i++) {
            assertThat(call(booking("bds", "kunci-" + i, null)).getStatus()).isEqualTo(503);
        }
        assertThat(begun.availablePermits()).isZero();
        assertThat(positionIn(call(booking("bds", "terakhir", null)))).isBetween(950L, 1_001L);
    }

    @Test
    void aKeyThatWasAcceptedLongAgoIsAStrangerAgain() {
        assertThat(known.find(new ApiKey("bds"))).contains(BDS);
        clock.advance(Duration.ofMinutes(11));
        assertThat(known.find(new ApiKey("bds"))).isEmpty();
        known.accepted(new ApiKey("bds"), BDS);
        known.refused(new ApiKey("bds"));
        assertThat(known.find(new ApiKey("bds"))).isEmpty();
    }

    private void fill() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            String key = "bekerja-" + i;
            filling.add(threads.submit(() -> call(booking("bds", key, null))));
        }
        begun.acquire(2);
    }

    private MockHttpServletResponse call(MockHttpServletRequest request) throws Exception {
        return call(request, busy);
    }

    private MockHttpServletResponse call(MockHttpServletRequest request, FilterChain chain) throws Exception {
        var response = new MockHttpServletResponse();
        gate.doFilter(request, response, chain);
        return response;
    }

    private static MockHttpServletRequest booking(String key, String idempotencyKey, @Nullable String place) {
        var request = new MockHttpServletRequest("POST", BOOKINGS);
        request.addHeader("Authorization", "Bearer " + key);
        request.addHeader("Idempotency-Key", idempotencyKey);
        if (place != null) {
            request.addHeader("Waiting-Place", place);
        }
        return request;
    }

    private static String placeOf(MockHttpServletResponse answer) {
        return Objects.requireNonNull(answer.getHeader("Waiting-Place"));
    }

    private long positionIn(MockHttpServletResponse answer) throws Exception {
        return json.readTree(answer.getContentAsByteArray()).path("position").asLong();
    }

    /** Lets those go who fill the gate, and waits until the last of them has left it. */
    private void emptyTheGate() throws Exception {
        work.countDown();
        for (var caller : filling) {
            caller.get();
        }
    }
}
