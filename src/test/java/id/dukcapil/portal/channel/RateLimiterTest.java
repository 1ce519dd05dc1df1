package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class RateLimiterTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApiClientRecords records;

    @Autowired
    MockMvc mvc;

    private final SettableClock clock = new SettableClock();
    private final UUID client = UUID.randomUUID();

    @Test
    void twoProcessesTogetherAdmitExactlyTheLimit() throws Exception {
        int limit = 1_000;
        var processes = List.of(new RateLimiter(jdbc, clock), new RateLimiter(jdbc, clock));
        var admitted = new AtomicInteger();
        var start = new CountDownLatch(1);

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 3 * limit)
                    .mapToObj(i -> callers.submit(() -> {
                        start.await();
                        if (processes.get(i % 2).refusal(client, limit).isEmpty()) {
                            admitted.incrementAndGet();
                        }
                        return i;
                    }))
                    .toList();
            start.countDown();
            for (var call : calls) {
                call.get();
            }
        }

        assertThat(admitted).hasValue(limit);
    }

    @Test
    void theRowIsWrittenOncePerBlockAndNotOncePerRequest() {
        var limiter = new RateLimiter(jdbc, clock);

        for (int i = 0; i < 20; i++) {
            assertThat(limiter.refusal(client, 1_000)).isEmpty();
        }

        assertThat(leased()).isEqualTo(20);
        limiter.refusal(client, 1_000);
        assertThat(leased()).isEqualTo(40);
    }

    @Test
    void aSmallLimitHoldsToo() {
        var here = new RateLimiter(jdbc, clock);
        var there = new RateLimiter(jdbc, clock);

        assertThat(here.refusal(client, 3)).isEmpty();
        assertThat(there.refusal(client, 3)).isEmpty();
        assertThat(here.refusal(client, 3)).isEmpty();
        assertThat(there.refusal(client, 3)).isPresent();
        assertThat(here.refusal(client, 3)).isPresent();
    }

    @Test
    void aClockSetBackAnHourShutsNobodyOutForAnHour() {
        var limiter = new RateLimiter(jdbc, clock);
        assertThat(limiter.refusal(client, 1)).isEmpty();
        clock.advance(Duration.ofHours(-1));
        assertThat(limiter.refusal(client, 1)).isEmpty();
        assertThat(limiter.refusal(client, 1)).hasValue(Duration.ofMinutes(1));
    }

    @Test
    void theNextMinuteBringsNewPermits() {
        var limiter = new RateLimiter(jdbc, clock);
        clock.advance(Duration.ofSeconds(20));
        assertThat(limiter.refusal(client, 1)).isEmpty();
        assertThat(limiter.refusal(client, 1)).contains(Duration.ofSeconds(40));

        clock.advance(Duration.ofSeconds(40));

        assertThat(limiter.refusal(client, 1)).isEmpty();
    }

    @Test
    void whoHasNotComeAgainIsForgottenWithTheMinute() {
        var limiter = new RateLimiter(jdbc, clock);
        for (int stranger = 0; stranger < 20; stranger++) {
            limiter.refusal(UUID.randomUUID(), 10);
        }
        assertThat(limiter.remembered()).isEqualTo(20);
        clock.advance(Duration.ofMinutes(2));
        limiter.refusal(client, 10);
        assertThat(limiter.remembered()).isOne();
    }

    @Test
    void overTheLimitTheAnswerSaysWhenToComeBack() throws Exception {
        ApiClient slow = records.enterClient("Sistem pelan " + UUID.randomUUID(), Set.of(ApiScope.BOOKING), 2);
        String key = records.enterKey(slow.id(), ApiKey.random(), null, "Uji").text();
        var calls = new Calls(mvc);
        assertThat(calls.get(key, "/api/v1/offices").status()).isEqualTo(200);
        assertThat(calls.get(key, "/api/v1/offices").status()).isEqualTo(200);

        Calls.Reply third = calls.get(key, "/api/v1/offices");

        assertThat(third.problem(ProblemType.RATE_LIMITED).path("detail").asString())
                .isEqualTo("Batas 2 permintaan per menit sudah tercapai.");
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 60);
    }

    private long leased() {
        return jdbc.sql("SELECT leased FROM channel_rate_window WHERE client_id = ?")
                .param(client)
                .query(Long.class)
                .single();
    }
}
