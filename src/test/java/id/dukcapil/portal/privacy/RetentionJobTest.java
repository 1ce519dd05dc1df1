package id.dukcapil.portal.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.PoisonedRow;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.AuditEvent.Change;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.support.TransactionTemplate;

/** The night's removal, on a kind of data of the test's own: lines of a small table. Today is 23 November 2026. */
@IntegrationTest
@RecordApplicationEvents
@WithUserDetails("pdp")
class RetentionJobTest {

    @Autowired
    RetentionJob job;

    @Autowired
    RetentionRules rules;

    @Autowired
    RetentionRows rows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationEvents events;

    @Autowired
    List<BackgroundJob> jobs;

    @BeforeEach
    void anEmptyTable() {
        jdbc.sql("CREATE TABLE IF NOT EXISTS test_retained (id INT PRIMARY KEY, ended_at DATETIME(6) NOT NULL)")
                .update();
        jdbc.sql("DELETE FROM test_retained").update();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void whatWasKeptLongEnoughGoesInBatchesAndIsRecorded() {
        keep(1_203, "2024-11-20");
        keep(5, "2024-11-25", 5_000);
        Retention lines = kind("uji-batch", new Lines(0));

        assertThat(job.visit(lines)).isTrue();

        assertThat(left()).isEqualTo(5);
        RetentionRule.Run run = rows.runs("uji-batch", 1).getFirst();
        assertThat(run.removed()).isEqualTo(1_203);
        assertThat(run.endedBefore()).isEqualTo(Instant.parse("2024-11-23T02:00:00Z"));
        assertThat(run.finishedAt()).isEqualTo(clock.instant());
        assertThat(run.failure()).isNull();
        assertThat(removals()).containsExactly("500", "500", "203");
    }

    @Test
    void aSecondVisitFindsNothingAndSaysSo() {
        keep(3, "2024-11-20");
        Retention lines = kind("uji-lagi", new Lines(0));
        job.visit(lines);
        job.visit(lines);
        assertThat(rows.runs("uji-lagi", 5))
                .extracting(RetentionRule.Run::removed)
                .containsExactlyInAnyOrder(0, 3);
        assertThat(removals()).containsExactly("3");
    }

    @Test
    void aCrashInTheMiddleLeavesNothingRemovedThatIsNotRecorded() {
        keep(1_400, "2024-11-20");
        Retention lines = kind("uji-putus", new Lines(2));

        assertThat(job.visit(lines)).isFalse();

        assertThat(left()).isEqualTo(900);
        RetentionRule.Run broken = rows.runs("uji-putus", 1).getFirst();
        assertThat(broken.removed()).isEqualTo(500);
        assertThat(broken.failure()).isEqualTo("IllegalStateException");

        clock.advance(Duration.ofDays(1));
        assertThat(job.visit(lines)).isTrue();
        assertThat(left()).isZero();
        assertThat(rows.runs("uji-putus", 1).getFirst().removed()).isEqualTo(900);
    }

    @Test
    void aKindThatGoesInBundlesIsAskedAgainUntilNothingIsLeft() {
        keep(1_250, "2024-11-20");
        Retention bundles = kind("uji-ikatan", new Lines(0) {
            @Override
            public int removeEndedBefore(Instant moment, int limit) {
                return super.removeEndedBefore(moment, 600);
            }
        });
        assertThat(job.visit(bundles)).isTrue();
        assertThat(left()).isZero();
        assertThat(removals()).containsExactly("600", "600", "50");
    }

    @Test
    void aKindThatMayNotRemoveTakesItsAttemptBackAndIsNoFailure() {
        keep(3, "2024-11-20");
        Retention forbidden = kind("uji-dilarang", new Lines(0) {
            @Override
            public int removeEndedBefore(Instant moment, int limit) {
                transaction.executeWithoutResult(TransactionExecution::setRollbackOnly);
                return 0;
            }
        });
        assertThat(job.visit(forbidden)).isTrue();
        assertThat(left()).isEqualTo(3);
        assertThat(rows.runs("uji-dilarang", 1).getFirst().removed()).isZero();
        assertThat(removals()).isEmpty();
    }

    @Test
    void aRowThatCannotBeRemovedKeepsNoOtherOfItsKind() {
        keep(700, "2024-11-20");
        var rowByRow = rowByRow();
        try (var poisoned = PoisonedRow.againstDeleting(jdbc, "test_retained", "id", 0)) {
            assertThat(job.visit(rowByRow)).isTrue();
            assertThat(left()).isOne();
            poisoned.hasFailed(RetentionJob.TASK, 1);
            RetentionRule.Run run = rows.runs(rowByRow.key(), 1).getFirst();
            assertThat(run.removed()).isEqualTo(699);
            assertThat(run.failure()).isEqualTo("1 baris");
            poisoned.close();
            clock.advance(Duration.ofDays(1));
            assertThat(job.visit(rowByRow)).isTrue();
            poisoned.hasFailed(RetentionJob.TASK, 0);
        }
        assertThat(left()).isZero();
    }

    /** Lays hands on each of its rows. */
    private Retention rowByRow() {
        return kind(
                "uji-baris",
                EndedRows.of(jdbc, "test_retained", "ended_at < :moment", "id")
                        .each(
                                Integer.class,
                                ended -> jdbc.sql("DELETE FROM test_retained WHERE id IN (:ids)")
                                        .param("ids", ended)
                                        .update()));
    }

    private static Retention kind(String key, Retention.Removal removal) {
        return new Retention(key, "Baris uji", "dihapus", "uji", Period.ofYears(2), removal);
    }

    @Test
    void theOfficesOwnPeriodHoldsFromTheNextVisitOn() {
        rules.change("privacy-request", Period.ofYears(3), "JRA 12/2026");
        RetentionRule rule = rules.find("privacy-request").orElseThrow();
        assertThat(rule.period()).isEqualTo(Period.ofYears(3));
        assertThat(rule.standard()).isEqualTo(Period.ofYears(5));
        assertThat(rule.changedBy()).isEqualTo("Sri Lestari");
        assertThat(events.stream(AuditEvent.class)
                        .filter(event -> event.action().equals("Diubah")))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.changes()).containsExactly(new Change("Masa simpan", "P5Y", "P3Y")));
        rules.change("privacy-request", Period.ofYears(5), "kembali ke standar");
    }

    @Test
    void aPeriodThatIsNoneOrNotTheOfficesToChangeIsRefused() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> rules.change("booking", Period.ZERO, "segera"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> rules.change("booking", Period.ofYears(51), "selamanya"));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> rules.change("booking", Period.ofYears(3), " "));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> rules.change("channel-answers", Period.ofDays(1), "cepat"))
                .withMessageContaining("tidak dapat diubah");
        assertThat(rules.find("booking").orElseThrow().period()).isEqualTo(Period.ofYears(2));
    }

    @Test
    @WithUserDetails("kadis")
    void whoOnlyLooksOnChangesNothing() {
        assertThat(rules.all()).extracting(RetentionRule::key).contains("booking", "channel-answers", "staff-reveal");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> rules.change("booking", Period.ofYears(3), "lama"));
    }

    @Test
    void aPreviewCountsAndRemovesNothing() {
        assertThat(rules.preview("booking", Period.ofYears(2))).hasValue(0);
        assertThat(rules.preview("tidak-ada", Period.ofYears(2))).isEmpty();
    }

    @Test
    void theJobStandsInTheListOfJobs() {
        assertThat(jobs).extracting(BackgroundJob::task).contains(RetentionJob.TASK);
    }

    private void keep(int lines, String day) {
        keep(lines, day, 0);
    }

    private void keep(int lines, String day, int from) {
        IntStream.range(from, from + lines)
                .forEach(id -> jdbc.sql("INSERT INTO test_retained VALUES (?, ?)")
                        .params(id, day)
                        .update());
    }

    private int left() {
        return jdbc.sql("SELECT COUNT(*) FROM test_retained")
                .query(Integer.class)
                .single();
    }

    private List<String> removals() {
        return events.stream(AuditEvent.class)
                .filter(event -> event.action().equals("Dihapus karena masa simpan habis"))
                .map(event -> String.valueOf(event.changes().getFirst().after()))
                .toList();
    }

    /** Breaks after removing its n-th batch, before anybody has recorded it; 0 never breaks. */
    private class Lines implements Retention.Removal {

        private final int breaksAt;
        private int batches;

        Lines(int breaksAt) {
            this.breaksAt = breaksAt;
        }

        @Override
        public int removeEndedBefore(Instant moment, int limit) {
            int removed = jdbc.sql("DELETE FROM test_retained WHERE ended_at < :moment LIMIT :limit")
                    .param("moment", UtcDateTime.of(moment))
                    .param("limit", limit)
                    .update();
            if (++batches == breaksAt) {
                throw new IllegalStateException("the power is gone");
            }
            return removed;
        }
    }
}
