package id.dukcapil.portal.documents.export;

import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An export as it stands now.
 *
 * @param kind key of an {@link ExportKind}
 * @param filterWords the filter as it is printed on the sheet
 * @param office when the list is of one office
 * @param cancelling whether it was told to stop and has not yet
 * @param turn how often it was queued anew
 * @param attempt how often it was begun
 * @param total how many rows it will have, where that was cheap to count
 * @param rows how many have been written
 * @param expiresAt when the file is deleted, and with it what is needed to try again
 * @param scope offices whose rows may be in the file: a code, or {@link #ALL_OFFICES}
 * @param size in bytes
 * @param trouble a sentence for the person who waits
 * @param repeatable whether what is needed to try again is still there
 */
public record ExportEntry(
        ExportId id,
        StaffId requestedBy,
        Instant requestedAt,
        String kind,
        ExportFormat format,
        String filterWords,
        @Nullable OfficeCode office,
        ExportStatus status,
        boolean cancelling,
        int turn,
        int attempt,
        @Nullable Integer total,
        int rows,
        @Nullable Instant finishedAt,
        @Nullable Instant expiresAt,
        @Nullable String scope,
        @Nullable Long size,
        int downloads,
        @Nullable String trouble,
        boolean repeatable) {

    static final String ALL_OFFICES = "*";

    /** A ratio between 0 and 1; less than nothing when it is not known how many rows there are. */
    public double progress() {
        if (status == ExportStatus.READY) {
            return 1;
        }
        return total == null ? -1 : total == 0 ? 0 : Math.min(1, rows / (double) total);
    }

    public boolean downloadable(Instant now) {
        return status == ExportStatus.READY && expiresAt != null && now.isBefore(expiresAt);
    }

    /** Whether "coba lagi" makes sense. */
    public boolean retryable() {
        return repeatable && (status == ExportStatus.FAILED || status == ExportStatus.CANCELLED);
    }
}
