package id.dukcapil.portal.recording.status;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.staff.CurrentStaff;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports of the central status: receive an export and follow what becomes of its rows. The work is done in the background. */
@Service
@PreAuthorize("hasAnyAuthority('RECORDING_STATUS', 'RECORDING_READ')")
public class StatusImports {

    /** In bytes; some hundred thousand rows. */
    public static final int LARGEST_FILE = 20 << 20;

    private static final int LONGEST_NAME = 200;

    private final StatusImportRows rows;
    private final StatusImportJob job;
    private final StatusFiles files;
    private final DocumentStore store;
    private final CurrentStaff staff;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StatusImports(
            StatusImportRows rows,
            StatusImportJob job,
            StatusFiles files,
            DocumentStore store,
            CurrentStaff staff,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.job = job;
        this.files = files;
        this.store = store;
        this.staff = staff;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An import as far as it has come.
     *
     * @param endedAt null while it goes on
     * @param readTo last line of the file that was dealt with
     * @param ready how many of the changed ones can be printed now
     * @param trouble what ended it early; null for nothing
     */
    public record StatusImport(
            UUID id,
            String fileName,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt,
            int readTo,
            int changed,
            int same,
            int refused,
            int ready,
            @Nullable String trouble) {}

    /** @param nik masked */
    public record RefusedRow(int line, String nik, String finding) {}

    /**
     * Stores an export and starts its import. Nothing is kept of a file that cannot be read.
     *
     * @throws InvalidInput saying why it cannot
     */
    @PreAuthorize("hasAuthority('RECORDING_STATUS')")
    public StatusImport receive(String fileName, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST_FILE + 1);
        if (bytes.length > LARGEST_FILE) {
            throw new InvalidInput("file", "Berkas melebihi 20 MB. Bagilah menjadi beberapa berkas.");
        }
        files.requireReadable(bytes);
        ContentHash hash = store.put(bytes);
        UUID id = TimeOrderedId.at(clock.instant());
        transaction.executeWithoutResult(status -> {
            rows.enter(id, shortened(fileName), hash, staff.require().fullName(), clock.instant());
            job.schedule(id);
            events.publishEvent(AuditEvent.of("Status pusat", "Impor " + id, "Impor status dimulai")
                    .changing("Berkas", null, shortened(fileName))
                    .changing("SHA-256", null, hash.value()));
        });
        return rows.find(id).orElseThrow();
    }

    private static String shortened(String fileName) {
        String name = fileName.replaceFirst(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.isEmpty() ? "tanpa nama" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** Newest first. */
    public List<StatusImport> latest(int limit) {
        return rows.latest(limit);
    }

    /** The first refused rows of an import, in the order of the file. */
    public List<RefusedRow> refused(UUID id, int limit) {
        return rows.refused(id, limit);
    }
}
