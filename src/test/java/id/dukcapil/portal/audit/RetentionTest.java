package id.dukcapil.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.AuditEvent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The oldest batches of the trail end; everything here is written years before what other tests write. */
class RetentionTest extends TrailTest {

    private static final Instant LONG_AGO = Instant.parse("2019-03-01T02:00:00Z");

    @Autowired
    TrailRetention retention;

    @Test
    void wholeBatchesGoFromTheBeginningAndTheRestStaysVerifiable() {
        Instant afterAll = clock.instant().plus(Duration.ofDays(4_000));
        sealer.sealWaiting();
        while (retention.removeEndedBefore(afterAll, 5_000) >= 5_000) {
            // What other tests left
        }
        seal("RETAIN-OLD", LONG_AGO, 3);
        seal("RETAIN-MIDDLE", LONG_AGO.plus(Duration.ofDays(10)), 4);
        seal("RETAIN-YOUNG", SettableClock.MONDAY_MORNING, 2);

        assertThat(retention.endedBefore(LONG_AGO.plus(Duration.ofDays(1)))).hasValue(3);
        assertThat(retention.endedBefore(LONG_AGO.plus(Duration.ofDays(11)))).hasValue(7);
        assertThat(retention.endedBefore(afterAll)).hasValue(9);
        assertThat(retention.removeEndedBefore(LONG_AGO.plus(Duration.ofDays(1)), 100))
                .isEqualTo(3);
        assertThat(trail("RETAIN-OLD")).isZero();
        assertThat(verified().damages()).isEmpty();

        setReason("RETAIN-MIDDLE", "disisipkan");
        assertThat(retention.removeEndedBefore(LONG_AGO.plus(Duration.ofDays(11)), 100))
                .as("damaged rows are evidence")
                .isZero();
        setReason("RETAIN-MIDDLE", null);
        assertThat(retention.removeEndedBefore(LONG_AGO.plus(Duration.ofDays(11)), 100))
                .isEqualTo(4);
        assertThat(trail("RETAIN-YOUNG")).isEqualTo(2);
        assertThat(verified().damages()).isEmpty();

        seal("RETAIN-YOUNG", SettableClock.MONDAY_MORNING, 2);
        assertThat(verified().damages()).isEmpty();
    }

    private void seal(String reference, Instant at, int count) {
        clock.set(at);
        for (int number = 0; number < count; number++) {
            events.publishEvent(AuditEvent.of("Uji retensi", reference, "Diubah"));
        }
        sealer.sealWaiting();
    }

    private void setReason(String reference, @Nullable String reason) {
        jdbc.sql("UPDATE audit_trail SET reason = :reason WHERE reference = :reference")
                .param("reason", reason)
                .param("reference", reference)
                .update();
    }
}
