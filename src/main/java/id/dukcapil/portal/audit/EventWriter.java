package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes what was done into the inbox of the trail, in the transaction in which it was done: both are kept or neither is.
 * The rows of one transaction go to the database together just before its commit, so that a job that touches five hundred
 * records pays for one journey. If that write fails, so does the business. Outside a transaction a row is written at once.
 */
@Component
class EventWriter {

    private final JdbcTemplate jdbc;
    private final Witness witness;
    private final PersonTokens persons;
    private final SealingNudge nudge;
    private final Clock clock;

    EventWriter(JdbcTemplate jdbc, Witness witness, PersonTokens persons, SealingNudge nudge, Clock clock) {
        this.jdbc = jdbc;
        this.witness = witness;
        this.persons = persons;
        this.nudge = nudge;
        this.clock = clock;
    }

    @EventListener
    void on(AuditEvent event) {
        Nik resident = event.person();
        record(event, resident == null ? null : persons.of(resident));
    }

    /** For what is known of the resident only by the token. */
    void record(AuditEvent event, @Nullable String person) {
        // The database keeps microseconds
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var entry = new NewEntry(TimeOrderedId.at(now), now, witness.look(), event, person);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            write(List.of(entry));
            nudge.afterWriting();
        } else if (TransactionSynchronizationManager.getResource(this) instanceof Collected collected) {
            collected.add(entry);
        } else {
            var collected = new Collected();
            collected.add(entry);
            TransactionSynchronizationManager.bindResource(this, collected);
            TransactionSynchronizationManager.registerSynchronization(collected);
        }
    }

    private void write(List<NewEntry> entries) {
        if (entries.size() == 1) {
            jdbc.update(NewEntry.INSERT, entries.getFirst()::writeTo);
        } else {
            jdbc.batchUpdate(NewEntry.INSERT, entries, entries.size(), (insert, entry) -> entry.writeTo(insert));
        }
    }

    /** The rows of one transaction. */
    private final class Collected implements TransactionSynchronization {

        private final List<NewEntry> entries = new ArrayList<>();
        private boolean written;

        void add(NewEntry entry) {
            if (written) {
                write(List.of(entry));
            } else {
                entries.add(entry);
            }
        }

        /** Last, because others may still act just before the commit. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(EventWriter.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(EventWriter.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write(entries);
            entries.clear();
            written = true;
        }

        @Override
        public void afterCommit() {
            nudge.afterWriting();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(EventWriter.this);
        }
    }
}
