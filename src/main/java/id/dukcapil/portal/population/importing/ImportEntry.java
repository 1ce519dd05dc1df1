package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.documents.ContentHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One import as the office sees it.
 *
 * @param dryRun everything is done but the writing
 * @param cancelling somebody asked for an end and the job has not noticed yet
 * @param trouble a sentence saying what went wrong; while it is running, what is being tried again
 * @param purged the file and the report have been removed after their time
 */
public record ImportEntry(
        ImportId id,
        String fileName,
        long fileSize,
        ContentHash content,
        String uploadedBy,
        Instant uploadedAt,
        ImportStatus status,
        @Nullable ImportPhase phase,
        boolean dryRun,
        boolean cancelling,
        @Nullable String startedBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int percent,
        Counts counts,
        @Nullable String trouble,
        boolean purged) {

    /**
     * @param accepted rows without a reason to refuse them, with those of {@code warned}
     * @param fresh people who were not in the register
     */
    public record Counts(int read, int accepted, int warned, int refused, int fresh, int changed, int same) {}

    /** Before anything is written an import can be cancelled and leaves no trace; later it can only go on. */
    public boolean cancellable() {
        return !cancelling
                && (status == ImportStatus.READY
                        || status == ImportStatus.QUEUED && phase == null
                        || status == ImportStatus.RUNNING && phase != ImportPhase.WRITING);
    }

    /** A file that is the trouble itself will not be better the next time. */
    public boolean resumable() {
        return status == ImportStatus.FAILED && phase != null;
    }

    /** Whether the file may be imported in earnest now that its trial is over. */
    public boolean triedOut() {
        return status == ImportStatus.FINISHED && dryRun && !purged;
    }

    public boolean hasReport() {
        return counts.read() > 0 && !purged && (status == ImportStatus.FINISHED || status == ImportStatus.FAILED);
    }
}
