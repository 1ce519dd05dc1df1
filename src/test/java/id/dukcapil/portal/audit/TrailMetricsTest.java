package id.dukcapil.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.AuditEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class TrailMetricsTest {

    @Autowired
    TrailRows rows;

    @Autowired
    VerificationRuns runs;

    @Autowired
    Sealer sealer;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    @WithUserDetails("admin")
    void rowsThatNobodySealsAreCountedAndAge() {
        sealer.sealWaiting();
        new TrailMetrics(rows, runs, clock).bindTo(figures);
        transaction.executeWithoutResult(
                status -> events.publishEvent(AuditEvent.of("Uji", "angka", "Menunggu segel")));
        assertThat(gauge("portal.audit.unsealed.rows")).isEqualTo(1);
        clock.advance(Duration.ofMinutes(6));
        assertThat(gauge("portal.audit.unsealed.age")).isEqualTo(360);
        sealer.sealWaiting();
        clock.advance(Duration.ofMinutes(1));
        assertThat(gauge("portal.audit.unsealed.age")).isZero();
    }

    @Test
    void aVerificationThatCameToAnEndAges() {
        runs.runForThePortal();
        new TrailMetrics(rows, runs, clock).bindTo(figures);
        clock.advance(Duration.ofHours(50));
        assertThat(gauge("portal.audit.verification.age")).isEqualTo(180_000);
    }

    private double gauge(String name) {
        return figures.get(name).gauge().value();
    }
}
