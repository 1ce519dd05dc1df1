package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.documents.table.UnreadableTable;
import id.dukcapil.portal.population.importing.StagedChecks.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries an import out, step by step: each step is one transaction that also notes how far the import has come. Whatever ends the
 * process between two steps or in the middle of one, the next run goes on where the last complete step ended.
 */
@Component
class ImportRun {

    private static final Logger log = LoggerFactory.getLogger(ImportRun.class);

    private static final int STEP = 5_000;

    private final ImportRecords records;
    private final ImportCheckpoints checkpoints;
    private final ImportReading reading;
    private final StagedChecks checks;
    private final ImportWriting writing;
    private final ImportStaging staging;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final int step;

    @Autowired
    ImportRun(
            ImportRecords records,
            ImportCheckpoints checkpoints,
            ImportReading reading,
            StagedChecks checks,
            ImportWriting writing,
            ImportStaging staging,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this(records, checkpoints, reading, checks, writing, staging, transaction, events, STEP);
    }

    /** @param step rows of one transaction */
    ImportRun(
            ImportRecords records,
            ImportCheckpoints checkpoints,
            ImportReading reading,
            StagedChecks checks,
            ImportWriting writing,
            ImportStaging staging,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            int step) {
        this.records = records;
        this.checkpoints = checkpoints;
        this.reading = reading;
        this.checks = checks;
        this.writing = writing;
        this.staging = staging;
        this.transaction = transaction;
        this.events = events;
        this.step = step;
    }

    /**
     * Goes on with the import until it has ended or somebody asks to stop between two steps.
     *
     * @return whether the import needs no further run
     */
    boolean goOn(ImportId id, BooleanSupplier stopAsked) {
        records.begin(id);
        ImportEntry entry = records.find(id).orElseThrow();
        if (entry.status() != ImportStatus.RUNNING) {
            return true;
        }
        try {
            return carryOut(entry, stopAsked);
        } catch (ImportCheckpoints.Overtaken overtaken) {
            // Cancelled, or another process has it; both have said so in the row
            return endIfCancelled(id);
        } catch (UnreadableTable unreadable) {
            return refuse(entry, unreadable.sentence());
        } catch (ImportRefused refused) {
            return refuse(entry, refused.sentence());
        } catch (IOException disk) {
            throw new UncheckedIOException("The file of the import cannot be read", disk);
        }
    }

    private boolean carryOut(ImportEntry entry, BooleanSupplier stopAsked) throws IOException {
        ImportId id = entry.id();
        if (entry.phase() == ImportPhase.READING && !read(entry, stopAsked)) {
            return endIfCancelled(id);
        }
        ImportEntry read = records.find(id).orElseThrow();
        if (read.phase() == ImportPhase.CHECKING) {
            check(id);
        }
        ImportEntry checked = records.find(id).orElseThrow();
        if (checked.phase() != ImportPhase.WRITING) {
            return endIfCancelled(id);
        }
        if (!writing.write(checked, step, stopAsked)) {
            return false;
        }
        finish(id);
        return true;
    }

    /** @return false when it stopped before the end of the file */
    private boolean read(ImportEntry entry, BooleanSupplier stopAsked) throws IOException {
        ImportId id = entry.id();
        return reading.read(entry, step, () -> stopAsked.getAsBoolean() || cancelAsked(id))
                && records.beginPhase(id, ImportPhase.READING, ImportPhase.CHECKING);
    }

    private void check(ImportId id) {
        transaction.executeWithoutResult(status -> {
            if (!records.beginPhase(id, ImportPhase.CHECKING, ImportPhase.WRITING)) {
                throw new ImportCheckpoints.Overtaken();
            }
            Result result = checks.check(id);
            checkpoints.checked(id, result.duplicates(), result.accepted(), result.warned());
        });
    }

    private void finish(ImportId id) {
        transaction.executeWithoutResult(status -> {
            if (!records.end(id, ImportStatus.FINISHED, null)) {
                throw new ImportCheckpoints.Overtaken();
            }
            ImportEntry entry = records.find(id).orElseThrow();
            events.publishEvent(ended(entry, entry.dryRun() ? "Uji coba impor selesai" : "Impor selesai"));
            log.info("Import {} finished: {}", id, entry.counts());
        });
        staging.clear(id);
    }

    private boolean refuse(ImportEntry entry, String sentence) {
        transaction.executeWithoutResult(status -> {
            if (records.end(entry.id(), ImportStatus.FAILED, sentence)) {
                records.forgetPhase(entry.id());
                events.publishEvent(ended(entry, "Impor gagal").because(sentence));
            }
        });
        staging.clear(entry.id());
        return true;
    }

    /** The trouble did not go away by trying again; the import can be resumed by hand. */
    void giveUp(ImportId id, String sentence) {
        transaction.executeWithoutResult(status -> {
            if (records.end(id, ImportStatus.FAILED, sentence)) {
                ImportEntry entry = records.find(id).orElseThrow();
                events.publishEvent(ended(entry, "Impor gagal").because(sentence));
            }
        });
    }

    private boolean cancelAsked(ImportId id) {
        return records.find(id).orElseThrow().cancelling();
    }

    /** @return whether nothing is left to do: false when the import only stopped for now */
    private boolean endIfCancelled(ImportId id) {
        ImportEntry entry = records.find(id).orElseThrow();
        if (entry.status() != ImportStatus.RUNNING) {
            return true;
        }
        if (!entry.cancelling()) {
            return false;
        }
        transaction.executeWithoutResult(status -> {
            if (records.end(id, ImportStatus.CANCELLED, null)) {
                events.publishEvent(ended(entry, "Impor dibatalkan"));
            }
        });
        staging.clear(id);
        return true;
    }

    private static AuditEvent ended(ImportEntry entry, String action) {
        ImportEntry.Counts counts = entry.counts();
        return AuditEvent.of(ImportFiles.AUDIT_KIND, "Impor " + entry.id(), action)
                .changing("Baris dibaca", null, counts.read())
                .changing("Ditolak", null, counts.refused())
                .changing("Penduduk baru", null, entry.dryRun() ? null : counts.fresh())
                .changing("Penduduk diperbarui", null, entry.dryRun() ? null : counts.changed());
    }
}
