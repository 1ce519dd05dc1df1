package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.documents.table.UnreadableTable;
import id.dukcapil.portal.population.importing.ImportLine.Outcome;
import id.dukcapil.portal.staff.CurrentStaff;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports of residents: receive a file, look at it, start it as a trial or in earnest, follow it, cancel it, resume it. The work itself
 * is done in the background. SIAK stays the master of all data; whoever is missing from a file stays in the register as they are.
 */
@Service
@PreAuthorize("hasAuthority('POPULATION_IMPORT')")
public class PopulationImports {

    /** In bytes; a million rows as CSV fit. */
    public static final long LARGEST_FILE = ImportFiles.LARGEST;

    private static final int LONGEST_NAME = 200;

    private final ImportRecords records;
    private final ImportLines lines;
    private final ImportFiles files;
    private final FirstLook firstLook;
    private final ImportJob job;
    private final CurrentStaff staff;
    private final Retry retry;
    private final ApplicationEventPublisher events;

    PopulationImports(
            ImportRecords records,
            ImportLines lines,
            ImportFiles files,
            FirstLook firstLook,
            ImportJob job,
            CurrentStaff staff,
            Retry retry,
            ApplicationEventPublisher events) {
        this.records = records;
        this.lines = lines;
        this.files = files;
        this.firstLook = firstLook;
        this.job = job;
        this.staff = staff;
        this.retry = retry;
        this.events = events;
    }

    /**
     * Stores an uploaded file and looks at it. Nothing is kept of a file that cannot be imported.
     *
     * @throws ImportRefused saying why it cannot
     */
    public ImportEntry receive(String fileName, InputStream content) throws IOException {
        ImportFiles.Stored stored = files.keep(content);
        try {
            firstLook.at(stored.content());
        } catch (UnreadableTable unreadable) {
            forget(stored);
            throw new ImportRefused(unreadable.sentence());
        } catch (ImportRefused refused) {
            forget(stored);
            throw refused;
        }
        ImportId id = records.enter(
                shortened(fileName),
                stored.size(),
                stored.content(),
                staff.require().fullName());
        return records.find(id).orElseThrow();
    }

    private void forget(ImportFiles.Stored stored) {
        if (!records.isHeldByOthers(stored.content(), new ImportId(0))) {
            files.forget(stored.content());
        }
    }

    /** Browsers give names of any length, and some give a whole path. */
    private static String shortened(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.isEmpty() ? "tanpa nama" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    public ImportPreview preview(ImportId id) {
        try {
            return firstLook.at(require(id).content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableTable unreadable) {
            throw new ImportRefused(unreadable.sentence());
        }
    }

    /** The time the same content came into the register before, if it did. */
    public Optional<ImportEntry> sameContentBefore(ImportEntry entry) {
        return records.lastImportOf(entry.content()).filter(other -> !other.id().equals(entry.id()));
    }

    /**
     * Starts an import that has been received.
     *
     * @param dryRun do everything but the writing
     * @param again although the same content has been imported before; without it that is refused, because it would change nothing or
     *     take back what came later
     * @throws ImportRefused when another import is under way or the content is already in the register
     */
    public void start(ImportId id, boolean dryRun, boolean again) {
        retry.inTransaction(() -> startNow(id, dryRun, again));
    }

    private void startNow(ImportId id, boolean dryRun, boolean again) {
        ImportEntry entry = require(id);
        Optional<ImportEntry> earlier = sameContentBefore(entry);
        if (!dryRun && !again && earlier.isPresent()) {
            throw new ImportRefused(
                    "Berkas dengan isi yang sama sudah masuk lewat impor %s; tidak ada yang diubah."
                            .formatted(earlier.get().id()),
                    earlier.get().id());
        }
        try {
            if (!records.queue(id, dryRun, staff.require().fullName())) {
                throw new ImportRefused("Impor %s sudah dimulai atau dibatalkan.".formatted(id));
            }
        } catch (DuplicateKeyException another) {
            throw occupied();
        }
        job.schedule(id);
        events.publishEvent(AuditEvent.of(
                        ImportFiles.AUDIT_KIND, "Impor " + id, dryRun ? "Uji coba impor dimulai" : "Impor dimulai")
                .changing("Berkas", null, entry.fileName())
                .changing("SHA-256", null, entry.content().value()));
    }

    /** After a trial: the same file once more, to be started in earnest. */
    @Transactional
    public ImportEntry prepareAgain(ImportId id) {
        ImportEntry entry = require(id);
        if (entry.purged()) {
            throw new ImportRefused("Berkas impor %s sudah dihapus setelah masa simpannya; unggah lagi.".formatted(id));
        }
        ImportId next = records.enter(
                entry.fileName(),
                entry.fileSize(),
                entry.content(),
                staff.require().fullName());
        return records.find(next).orElseThrow();
    }

    /**
     * Ends an import that has not begun to write. One that is running ends after its present step.
     *
     * @throws ImportRefused when it is too late
     */
    @Transactional
    public void cancel(ImportId id) {
        if (records.cancelBeforeStart(id) || records.askToCancel(id)) {
            events.publishEvent(AuditEvent.of(ImportFiles.AUDIT_KIND, "Impor " + id, "Pembatalan impor diminta"));
            return;
        }
        throw new ImportRefused(
                "Impor %s sudah menulis ke data penduduk atau sudah berakhir, sehingga tidak dapat dibatalkan."
                        .formatted(id));
    }

    /**
     * Lets an import that failed go on where it stopped.
     *
     * @throws ImportRefused when another import is under way or this one cannot go on
     */
    public void resume(ImportId id) {
        retry.inTransaction(() -> resumeNow(id));
    }

    private void resumeNow(ImportId id) {
        try {
            if (!records.requeue(id)) {
                throw new ImportRefused("Impor %s tidak dapat dilanjutkan.".formatted(id));
            }
        } catch (DuplicateKeyException another) {
            throw occupied();
        }
        job.schedule(id);
        events.publishEvent(AuditEvent.of(ImportFiles.AUDIT_KIND, "Impor " + id, "Impor dilanjutkan"));
    }

    private ImportRefused occupied() {
        Optional<ImportEntry> other = records.underWay();
        return other.map(entry -> new ImportRefused(
                        "Impor %s sedang berjalan (dimulai oleh %s). Mulai lagi setelah itu selesai."
                                .formatted(entry.id(), entry.startedBy()),
                        entry.id()))
                .orElseGet(() -> new ImportRefused("Impor lain baru saja berakhir; coba lagi."));
    }

    public Optional<ImportEntry> find(ImportId id) {
        return records.find(id);
    }

    private ImportEntry require(ImportId id) {
        return records.find(id).orElseThrow(() -> new InvalidInput("id", "Impor itu tidak ada."));
    }

    /** Newest first. */
    public List<ImportEntry> page(@Nullable ImportId before, int skip, int limit) {
        return records.page(before, skip, limit);
    }

    public int count() {
        return records.count();
    }

    /** The first rows with that outcome, in the order of the file. */
    public List<ImportLine> lines(ImportId id, Outcome outcome, int limit) {
        return lines.of(id, outcome, limit);
    }
}
