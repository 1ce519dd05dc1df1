package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.ActingSystem;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The requests with which a demonstration begins; what they enter is rolled back. */
@IntegrationTest
class DemonstrationSubmissionsTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ActingSystem system;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void monday() {
        clock.reset();
    }

    /** In the middle of the morning, just after opening, at night, and on a Sunday; in UTC. */
    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-24T03:10:00Z", "2026-11-24T01:02:00Z", "2026-11-24T18:00:00Z", "2026-11-29T05:00:00Z"})
    void aboutOneRequestInEightIsLateWheneverTheDemonstrationBegins(String begin) {
        clock.set(Instant.parse(begin));
        var demonstration = beans.createBean(DemonstrationSubmissions.class);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("UPDATE submission_request SET status = 'CANCELLED'").update();
            system.with(Set.of(Permission.SUBMISSION_INTAKE), demonstration::handIn);
            int measured = count("step_due_at IS NOT NULL");
            int late = count("step_due_at <= :now");
            assertThat(measured).isGreaterThan(30);
            assertThat(late / (double) measured).isBetween(1 / 10.0, 1 / 6.0);
            assertThat(count("status IN ('SUBMITTED', 'CHECKED') AND step_due_at <= :now"))
                    .isPositive();
        });
    }

    private int count(String condition) {
        return jdbc.sql("SELECT COUNT(*) FROM submission_request WHERE status <> 'CANCELLED' AND :now IS NOT NULL AND "
                        + condition)
                .param("now", UtcDateTime.of(clock.instant()))
                .query(Integer.class)
                .single();
    }
}
