package id.dukcapil.portal.channel;

import static id.dukcapil.portal.channel.Calls.posting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.channel.Calls.Reply;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class IdempotencyTest {

    private static final String THINGS = "/api/test-only/things";

    @Autowired
    Idempotency idempotency;

    @Autowired
    Housekeeping housekeeping;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApiClientRecords records;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    MockMvc mvc;

    private final String key = UUID.randomUUID().toString();
    private final String name = "thing " + key;
    private final String body = "{\"name\": \"%s\"}".formatted(name);
    Calls calls;

    @BeforeEach
    void dial() {
        calls = new Calls(mvc);
    }

    @AfterEach
    void quiet() {
        ThingsController.meanwhile = ThingsController.NOTHING_HAPPENS;
        clock.reset();
    }

    @Test
    void theSameRequestGetsTheFirstAnswerAgain() throws Exception {
        Reply first = calls.post("demo-bds", key, THINGS, body);
        Reply again = calls.post("demo-bds", key, THINGS, body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(first.json().path("name").asString()).isEqualTo(name);
        assertThat(first.header("Content-Type")).isEqualTo("application/json");
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() throws Exception {
        calls.post("demo-bds", key, THINGS, body);

        calls.post("demo-bds", key, THINGS, "{\"name\": \"lain\"}").problem(ProblemType.IDEMPOTENCY_KEY_REUSED);
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void keysThatDifferOnlyInCaseAreDifferent() throws Exception {
        calls.post("demo-bds", "a" + key, THINGS, body);

        assertThat(calls.post("demo-bds", "A" + key, THINGS, body).header("Idempotent-Replayed"))
                .isEmpty();
        assertThat(created()).isEqualTo(2);
    }

    @Test
    void clientsDoNotShareTheirKeys() throws Exception {
        ApiClient other = records.enterClient("Sistem " + key, Set.of(ApiScope.BOOKING), 100);
        String otherKey =
                records.enterKey(other.id(), ApiKey.random(), null, "Uji").text();

        calls.post("demo-bds", key, THINGS, body);

        assertThat(calls.post(otherKey, key, THINGS, body).status()).isEqualTo(201);
        assertThat(created()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dua kata",
                "kunci\u00e9",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void aCreatingRequestNeedsAUsableKey(String unusable) throws Exception {
        calls.post("demo-bds", unusable, THINGS, body).problem(ProblemType.IDEMPOTENCY_KEY_MISSING);
        assertThat(created()).isZero();
    }

    @Test
    void aCreatingRequestWithoutTheHeaderIsRefused() throws Exception {
        calls.send("demo-bds", posting(THINGS, body)).problem(ProblemType.IDEMPOTENCY_KEY_MISSING);
    }

    @Test
    void sixtyFourVisibleCharactersAreAKey() throws Exception {
        String longest = ("~!" + key + "0".repeat(64)).substring(0, 64);

        assertThat(calls.post("demo-bds", longest, THINGS, body).status()).isEqualTo(201);
    }

    @Test
    void aSecondRequestWaitsForTheFirstAndGetsItsAnswer() throws Exception {
        var working = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        ThingsController.meanwhile = thing -> {
            working.countDown();
            awaitQuietly(mayEnd);
        };

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> calls.post("demo-bds", key, THINGS, body));
            assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
            var second = callers.submit(() -> calls.post("demo-bds", key, THINGS, body));
            await().until(this::someoneWaitsForALock);
            mayEnd.countDown();

            assertThat(second.get().text()).isEqualTo(first.get().text());
            assertThat(second.get().header("Idempotent-Replayed")).isEqualTo("true");
        }
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void ofManyAtOnceOneDoesTheWork() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = IntStream.range(0, 16)
                    .mapToObj(i -> callers.submit(() -> calls.post("demo-bds", key, THINGS, body)))
                    .toList();
            String answer = replies.getFirst().get().text();
            for (var reply : replies) {
                assertThat(reply.get().status()).isEqualTo(201);
                assertThat(reply.get().text()).isEqualTo(answer);
            }
        }
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void afterAFailedFirstOneOfTheWaitingDoesTheWork() throws Exception {
        var working = new CountDownLatch(1);
        var mayFail = new CountDownLatch(1);
        ThingsController.meanwhile = thing -> {
            ThingsController.meanwhile = ThingsController.NOTHING_HAPPENS;
            working.countDown();
            awaitQuietly(mayFail);
            throw new IllegalStateException("crash");
        };

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> calls.post("demo-bds", key, THINGS, body));
            assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
            var waiting = IntStream.range(0, 6)
                    .mapToObj(i -> callers.submit(() -> calls.post("demo-bds", key, THINGS, body)))
                    .toList();
            await().until(this::someoneWaitsForALock);
            mayFail.countDown();

            first.get().problem(ProblemType.INTERNAL_ERROR);
            for (var reply : waiting) {
                assertThat(reply.get().status()).isEqualTo(201);
            }
        }
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void aCrashInTheMiddleStoresNothingAndLeavesTheKeyFree() throws Exception {
        ThingsController.meanwhile = thing -> {
            throw new IllegalStateException("crash");
        };
        calls.post("demo-bds", key, THINGS, body).problem(ProblemType.INTERNAL_ERROR);
        assertThat(created()).isZero();

        ThingsController.meanwhile = ThingsController.NOTHING_HAPPENS;

        assertThat(calls.post("demo-bds", key, THINGS, body).header("Idempotent-Replayed"))
                .isEmpty();
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void aRefusalUndoesTheWorkAndLeavesTheKeyFreeForAnotherRequest() throws Exception {
        ThingsController.meanwhile = thing -> {
            throw new ProblemException(ProblemType.QUOTA_FULL, "Kuota hari itu sudah habis.");
        };
        calls.post("demo-bds", key, THINGS, body).problem(ProblemType.QUOTA_FULL);
        ThingsController.meanwhile = ThingsController.NOTHING_HAPPENS;

        assertThat(calls.post("demo-bds", key, THINGS, "{\"name\": \"lain\"}").status())
                .isEqualTo(201);
        assertThat(created()).isZero();
    }

    @Test
    void transactionsThatCollideAreDoneAgain() throws Exception {
        var collisions = new AtomicInteger(2);
        ThingsController.meanwhile = thing -> {
            if (collisions.getAndDecrement() > 0) {
                throw new CannotAcquireLockException("Deadlock found");
            }
        };

        assertThat(calls.post("demo-bds", key, THINGS, body).status()).isEqualTo(201);
        assertThat(created()).isEqualTo(1);
    }

    @Test
    void transactionsThatNeverStopCollidingAreTurnedAway() throws Exception {
        var attempts = new AtomicInteger();
        ThingsController.meanwhile = thing -> {
            attempts.incrementAndGet();
            throw new CannotAcquireLockException("Deadlock found");
        };

        Reply reply = calls.post("demo-bds", key, THINGS, body);

        reply.problem(ProblemType.OVERLOADED);
        assertThat(reply.header("Retry-After")).isEqualTo("2");
        assertThat(attempts).hasValue(6);
        assertThat(created()).isZero();
    }

    @Test
    @WithMockUser
    void anAnswerThatCreatedNothingIsNotStored() {
        var request = new IdempotentRequest(new ApiClient(UUID.randomUUID(), "x"), key, new byte[32]);

        ResponseEntity<Answer<String>> refused =
                idempotency.once(request, () -> ResponseEntity.status(409).body("tidak"));
        ResponseEntity<Answer<String>> accepted =
                idempotency.once(request, () -> ResponseEntity.noContent().build());
        ResponseEntity<Answer<String>> again = idempotency.once(request, () -> ResponseEntity.ok("tidak dipakai"));

        assertThat(refused.getStatusCode().value()).isEqualTo(409);
        assertThat(accepted.getStatusCode().value()).isEqualTo(204);
        assertThat(again.getStatusCode().value()).isEqualTo(204);
        assertThat(again.getBody()).isNull();
    }

    @Test
    @WithMockUser
    void itRefusesToRunInsideAnotherTransaction() {
        var request = new IdempotentRequest(new ApiClient(UUID.randomUUID(), "x"), key, new byte[32]);

        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(
                        status -> idempotency.once(request, () -> ResponseEntity.ok("x"))));
    }

    @Test
    @WithMockUser
    void answersAreKeptForAWeek() {
        var request = new IdempotentRequest(new ApiClient(UUID.randomUUID(), "x"), key, new byte[32]);
        idempotency.once(request, () -> ResponseEntity.ok("x"));
        var other = new IdempotentRequest(request.client(), key, new byte[31]);

        clock.advance(Duration.ofDays(7));
        housekeeping.run();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> idempotency.once(other, () -> ResponseEntity.ok("y")));

        clock.advance(Duration.ofSeconds(1));
        housekeeping.run();
        assertThat(idempotency.once(other, () -> ResponseEntity.ok("y")).getBody())
                .isEqualTo(new Answer<>("\"y\""));
    }

    @Test
    void ofAnUploadThePartsCountAndNotTheBoundary() throws Exception {
        Reply first = upload("isi berkas");
        Reply again = upload("isi berkas");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        upload("isi lain").problem(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }

    private Reply upload(String content) throws Exception {
        return calls.send(
                "demo-ikd",
                multipart("/api/test-only/uploads")
                        .file(new MockMultipartFile("file", "kk.pdf", "application/pdf", content.getBytes()))
                        .param("kind", "KK")
                        .header("Idempotency-Key", key));
    }

    private int created() {
        return jdbc.sql("SELECT COUNT(*) FROM test_thing WHERE name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private boolean someoneWaitsForALock() {
        return jdbc.sql("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
