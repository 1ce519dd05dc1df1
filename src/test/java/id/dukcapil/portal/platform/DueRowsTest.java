package id.dukcapil.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A recurring job whose rows are numbers. What is dealt with is due no more. */
@IntegrationTest
class DueRowsTest {

    private static final String JOB = "uji-baris";
    private static final String WHAT = "Mengerjakan angka";

    @Autowired
    RecurringWork work;

    @Autowired
    FailedRows failures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final TreeSet<Integer> due = new TreeSet<>();
    private final Set<Integer> poisoned = new HashSet<>();

    @AfterEach
    void asBefore() {
        clock.reset();
        jdbc.sql("DELETE FROM platform_failed_row WHERE job = ?").param(JOB).update();
    }

    @Test
    void everyRowIsDealtWithHoweverManyThereAre() {
        due(1, 3 * DueRows.AT_ONCE + 1);
        assertThat(run()).isZero();
        assertThat(due).isEmpty();
    }

    @Test
    void aRowThatFailsKeepsNoneOfTheOthersFromTheirTurn() {
        due(1, 5);
        poisoned.add(1);
        assertThat(run()).isOne();
        assertThat(due).containsExactly(1);
        assertThat(failures.latest(JOB, 9)).singleElement().satisfies(row -> {
            assertThat(row.key()).isEqualTo("1");
            assertThat(row.what()).isEqualTo(WHAT);
            assertThat(row.attempts()).isOne();
            assertThat(row.nextAttemptAt()).isEqualTo(clock.instant().plus(FailedRows.FIRST_PAUSE));
            assertThat(row.error()).isEqualTo("UnsupportedOperationException ← IllegalArgumentException");
        });
        assertThat(failures.counts()).containsEntry(JOB, 1);
    }

    @Test
    void moreFailedRowsThanAreLookedForAtOnceDoNotHideWhatStandsBehindThem() {
        due(1, 2 * DueRows.AT_ONCE);
        IntStream.rangeClosed(1, DueRows.AT_ONCE + 50).forEach(poisoned::add);
        for (int run = 0; run < 3; run++) {
            try {
                run();
            } catch (IllegalStateException tooMany) {
                assertThat(tooMany).hasMessageContaining("100 rows have failed");
            }
        }
        assertThat(due).containsExactlyElementsOf(new TreeSet<>(poisoned));
    }

    @Test
    void whereEverythingFailsTheRunEndsAndIsAFailure() {
        due(1, DueRows.AT_ONCE);
        poisoned.addAll(due);
        assertThatIllegalStateException().isThrownBy(this::run);
        assertThat(failures.counts()).containsEntry(JOB, DueRows.FAILURES_AT_ONCE);
    }

    @Test
    void itIsTriedAgainLaterAndLaterUntilItGoesWell() {
        due(1, 2);
        poisoned.add(1);
        run();
        assertThat(run()).as("its time has not come").isZero();
        clock.advance(FailedRows.FIRST_PAUSE);
        assertThat(run()).isOne();
        clock.advance(FailedRows.FIRST_PAUSE);
        assertThat(run()).as("the second pause is longer").isZero();
        assertThat(failures.latest(JOB, 9)).singleElement().satisfies(row -> {
            assertThat(row.attempts()).isEqualTo(2);
            assertThat(row.firstFailedAt()).isEqualTo(SettableClock.MONDAY_MORNING);
        });
        poisoned.clear();
        clock.advance(FailedRows.FIRST_PAUSE);
        run();
        assertThat(due).isEmpty();
        assertThat(failures.counts()).doesNotContainKey(JOB);
    }

    @Test
    void anAdministratorNeedNotWait() {
        due(1, 1);
        poisoned.add(1);
        run();
        poisoned.clear();
        failures.tryAgainNow(JOB);
        run();
        assertThat(due).isEmpty();
    }

    @Test
    void whatIsNotDueAnyMoreIsForgottenWhenItsTimeComes() {
        due(1, 1);
        poisoned.add(1);
        run();
        due.clear();
        run();
        assertThat(failures.counts()).containsEntry(JOB, 1);
        clock.advance(FailedRows.FIRST_PAUSE);
        run();
        assertThat(failures.counts()).doesNotContainKey(JOB);
    }

    @Test
    void rowsThatStayDueAreLookedAtOnceInARun() {
        due(1, 3 * DueRows.AT_ONCE);
        List<Integer> looked = new ArrayList<>();
        work.rows(JOB, WHAT, this::found).each(looked::add);
        assertThat(looked).hasSize(3 * DueRows.AT_ONCE).doesNotHaveDuplicates();
    }

    @Test
    void aSourceThatGivesAllAtOnceIsAskedOnce() {
        due(1, DueRows.AT_ONCE + 1);
        List<Integer> looked = new ArrayList<>();
        work.rows(JOB, WHAT, limit -> List.copyOf(due)).each(looked::add);
        assertThat(looked).hasSize(DueRows.AT_ONCE + 1);
    }

    @Test
    void whatIsDoneTogetherIsDoneOneByOneWhereThatFails() {
        due(1, DueRows.AT_ONCE + 3);
        poisoned.add(2);
        List<Integer> sizes = new ArrayList<>();
        int failed = work.rows(JOB, WHAT, this::found).together(rows -> {
            rows.forEach(this::refusePoisoned);
            sizes.add(rows.size());
            due.removeAll(rows);
        });
        assertThat(failed).isOne();
        assertThat(due).containsExactly(2);
        assertThat(sizes).startsWith(1, 1).endsWith(1, 3).hasSize(DueRows.AT_ONCE);
    }

    @Test
    void eachRowHasATransactionOfItsOwnUnlessItMakesThemItself() {
        due(1, 1);
        work.rows(JOB, WHAT, this::found)
                .each(row -> assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                        .isTrue());
        work.rows(JOB, WHAT, this::found)
                .eachInOwnSteps(row -> assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                        .isFalse());
        assertThat(failures.counts()).doesNotContainKey(JOB);
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "7, 320", "8, 360", "1000, 360"})
    void thePauseDoublesUpToSixHours(int attempts, int minutes) {
        assertThat(FailedRows.pause(attempts)).isEqualTo(Duration.ofMinutes(minutes));
    }

    private void due(int from, int to) {
        IntStream.rangeClosed(from, to).forEach(due::add);
    }

    private List<Integer> found(int limit) {
        return due.stream().limit(limit).toList();
    }

    private int run() {
        return work.rows(JOB, WHAT, this::found).each(row -> {
            refusePoisoned(row);
            due.remove(row);
        });
    }

    private void refusePoisoned(int row) {
        if (poisoned.contains(row)) {
            throw new UnsupportedOperationException("32…", new IllegalArgumentException("3204…"));
        }
    }
}
