package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.documents.table.TableFiles;
import id.dukcapil.portal.documents.table.TableRow;
import id.dukcapil.portal.documents.table.UnreadableTable;
import id.dukcapil.portal.population.importing.StagedChecks.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
    private final ImportFiles files;
    private final TableFiles tables;
    private final ImportVocabulary.Source vocabulary;
    private final ImportStaging staging;
    private final StagedChecks checks;
    private final RegisterMerge register;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final OfficeDate today;
    private final int step;

    @Autowired
    ImportRun(
            ImportRecords records,
            ImportCheckpoints checkpoints,
            ImportFiles files,
            TableFiles tables,
            ImportVocabulary.Source vocabulary,
            ImportStaging staging,
            StagedChecks checks,
            RegisterMerge register,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock,
            OfficeDate today) {
        this(
                records,
                checkpoints,
                files,
                tables,
                vocabulary,
                staging,
                checks,
                register,
                transaction,
                events,
                clock,
                today,
                STEP);
    }

    /** @param step rows of one transaction */
    ImportRun(
            ImportRecords records,
            ImportCheckpoints checkpoints,
            ImportFiles files,
            TableFiles tables,
            ImportVocabulary.Source vocabulary,
            ImportStaging staging,
            StagedChecks checks,
            RegisterMerge register,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock,
            OfficeDate today,
            int step) {
        this.records = records;
        this.checkpoints = checkpoints;
        this.files = files;
        this.tables = tables;
        this.vocabulary = vocabulary;
        this.staging = staging;
        this.checks = checks;
        this.register = register;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.today = today;
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
        if (!write(checked, stopAsked)) {
            return false;
        }
        finish(id);
        return true;
    }

    /** @return false when it stopped before the end of the file */
    private boolean read(ImportEntry entry, BooleanSupplier stopAsked) throws IOException {
        try (var copy = files.open(entry.content());
                var table = new ResidentTable(tables.open(copy.path()))) {
            var judge = new RowJudge(table.heading(), vocabulary.forOneFile(), today.now());
            int from = checkpoints.of(entry.id()).readTo();
            var rows = new ArrayList<JudgedRow>(step);
            for (TableRow row = table.next(); row != null; row = table.next()) {
                if (row.number() <= from) {
                    continue;
                }
                rows.add(judge.judge(row));
                if (rows.size() == step) {
                    if (stopAsked.getAsBoolean() || cancelAsked(entry.id())) {
                        return false;
                    }
                    from = lay(entry.id(), from, rows, table.progress());
                }
            }
            if (!rows.isEmpty()) {
                lay(entry.id(), from, rows, 1);
            }
        }
        return records.beginPhase(entry.id(), ImportPhase.READING, ImportPhase.CHECKING);
    }

    private int lay(ImportId id, int from, List<JudgedRow> rows, double progress) {
        int to = rows.getLast().line();
        int accepted = (int) rows.stream().filter(row -> !row.refused()).count();
        int warned = (int) rows.stream()
                .filter(row -> !row.refused() && !row.findings().isEmpty())
                .count();
        transaction.executeWithoutResult(status -> {
            checkpoints.read(id, from, to, rows.size(), accepted, warned, ImportPhase.READING.percent(progress));
            staging.lay(id, rows);
        });
        rows.clear();
        return to;
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

    /** @return false when it stopped before the end */
    private boolean write(ImportEntry entry, BooleanSupplier stopAsked) {
        ImportId id = entry.id();
        int last = Math.max(1, register.lastLine(id));
        int from = checkpoints.of(id).writtenTo();
        for (int to = register.nextStep(id, from, step); to > from; to = register.nextStep(id, from, step)) {
            if (stopAsked.getAsBoolean()) {
                return false;
            }
            int begin = from;
            int end = to;
            transaction.executeWithoutResult(status -> {
                var effects = register.merge(id, begin, end, entry.dryRun(), clock.instant());
                checkpoints.written(id, begin, end, effects, ImportPhase.WRITING.percent(end / (double) last));
            });
            from = to;
        }
        return true;
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
