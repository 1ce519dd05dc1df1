package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.RowsOfTransaction;
import id.dukcapil.portal.common.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes what was done into the inbox of the trail, in the transaction in which it was done: both are kept or neither is.
 * Outside a transaction a row is written at once.
 */
@Component
class EventWriter {

    private final JdbcTemplate jdbc;
    private final Witness witness;
    private final PersonTokens persons;
    private final InboxProof proof;
    private final Clock clock;
    private final RowsOfTransaction<NewEntry> rows;

    EventWriter(
            JdbcTemplate jdbc,
            Witness witness,
            PersonTokens persons,
            InboxProof proof,
            SealingNudge nudge,
            Clock clock) {
        this.jdbc = jdbc;
        this.witness = witness;
        this.persons = persons;
        this.proof = proof;
        this.clock = clock;
        rows = new RowsOfTransaction<>(this::write, nudge::afterWriting);
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
        rows.add(new NewEntry(TimeOrderedId.at(now), now, witness.look(), event, person));
    }

    private void write(List<NewEntry> entries) {
        if (entries.size() == 1) {
            jdbc.update(NewEntry.INSERT, insert -> entries.getFirst().writeTo(insert, proof));
        } else {
            jdbc.batchUpdate(NewEntry.INSERT, entries, entries.size(), (insert, entry) -> entry.writeTo(insert, proof));
        }
    }
}
