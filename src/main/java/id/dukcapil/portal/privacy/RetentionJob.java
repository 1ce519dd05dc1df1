package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every night, what has been kept for its period is removed, in small batches. A batch, its count and its line in the
 * audit trail are one transaction, so that a crash leaves nothing removed that is not recorded; the next night goes on
 * where it stopped. A kind that fails does not keep the others from their turn, nor does a row on which hands have to be
 * laid keep the others of its kind.
 */
@Component
class RetentionJob {

    static final String TASK = "privacy-retention";
    static final int BATCH = 500;

    private static final Logger log = LoggerFactory.getLogger(RetentionJob.class);

    private final ObjectProvider<Retention> kinds;
    private final RetentionRows rows;
    private final TransactionTemplate transaction;
    private final RecurringWork work;
    private final ActingSystem actingSystem;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RetentionJob(
            ObjectProvider<Retention> kinds,
            RetentionRows rows,
            TransactionTemplate transaction,
            RecurringWork work,
            ActingSystem actingSystem,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.kinds = kinds;
        this.rows = rows;
        this.transaction = transaction;
        this.work = work;
        this.actingSystem = actingSystem;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    /** @throws IllegalStateException after all kinds had their turn, when one of them failed */
    void run() {
        actingSystem.with(Set.of(), () -> {
            long failed = kinds.stream().filter(kind -> !visit(kind)).count();
            if (failed > 0) {
                throw new IllegalStateException("Retention failed for %d kinds of data".formatted(failed));
            }
        });
    }

    /** @return whether everything that was due is gone */
    boolean visit(Retention kind) {
        Period period = kind.fixed()
                ? kind.standard()
                : rows.own(kind.key()).map(RetentionRows.Own::period).orElse(kind.standard());
        Instant moment = RetentionRules.endOf(period, clock, organisation.timeZone());
        UUID run = rows.begin(kind.key(), moment, clock.instant());
        try {
            int failed = kind.removal() instanceof EndedRows.RowByRow<?> rowByRow
                    ? removeRows(kind, rowByRow, moment, run)
                    : removeAll(kind, moment, run);
            rows.finish(run, clock.instant(), failed == 0 ? null : failed + " baris");
            return true;
        } catch (RuntimeException e) {
            log.error("Retention of {} failed\n{}", kind.key(), Masking.stackTrace(e));
            rows.finish(run, clock.instant(), e.getClass().getSimpleName());
            return false;
        }
    }

    private <K> int removeRows(Retention kind, EndedRows.RowByRow<K> ended, Instant moment, UUID run) {
        return work.rows(TASK, kind.label(), limit -> ended.oldest(moment, limit))
                .together(ids -> record(kind, moment, run, ended.remove(ids, moment)));
    }

    /** Kinds that go by a condition: no row of them can fail alone. */
    private int removeAll(Retention kind, Instant moment, UUID run) {
        int batch;
        do {
            batch = removeBatch(kind, moment, run);
            // Some kinds go in bundles, so that the last of a batch can exceed it
        } while (batch >= BATCH);
        return 0;
    }

    private int removeBatch(Retention kind, Instant moment, UUID run) {
        var removed = new AtomicInteger();
        try {
            transaction.executeWithoutResult(status -> {
                removed.set(kind.removeEndedBefore(moment, BATCH));
                record(kind, moment, run, removed.get());
            });
        } catch (UnexpectedRollbackException e) {
            // A kind that could not, took its own attempt back and says so by nothing; anything else is a failure
            if (removed.get() > 0) {
                throw e;
            }
        }
        return removed.get();
    }

    private void record(Retention kind, Instant moment, UUID run, int removed) {
        if (removed > 0) {
            rows.count(run, removed);
            events.publishEvent(AuditEvent.of("Masa simpan data", kind.label(), "Dihapus karena masa simpan habis")
                    .changing("Jumlah", null, removed)
                    .changing("Berakhir sebelum", null, moment)
                    .because(kind.outcome()));
        }
    }

    @Bean
    RecurringJob privacyRetention() {
        return new RecurringJob(
                TASK,
                "Menghapus data yang masa simpannya habis",
                Rhythm.daily(LocalTime.of(3, 0), organisation.timeZone()),
                this::run);
    }
}
