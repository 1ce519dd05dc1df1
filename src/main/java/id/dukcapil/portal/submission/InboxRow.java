package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.Claim;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as a line of the inbox.
 *
 * @param maskedNik not the whole: a list is read by whoever stands behind the desk
 * @param due when the time of the present step is used up; none when the clock of the office stands
 * @param holding who works on it now, or null
 * @param version as it was seen, for deciding upon several at once
 * @param cursor its place in the order in which it was read
 */
public record InboxRow(
        SubmissionNumber number,
        OfficeCode office,
        String applicantName,
        String maskedNik,
        String reasonCode,
        SubmissionOrigin origin,
        SubmissionStatus status,
        Instant createdAt,
        Instant statusSince,
        @Nullable Instant due,
        Claim.@Nullable Holding holding,
        long version,
        Cursor cursor) {

    /** Where a page ends. */
    public record Cursor(Instant place, UUID id) {}
}
