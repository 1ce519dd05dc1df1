package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;

/**
 * A release as a line of a list.
 *
 * @param recipient name of the owner; empty when it has been forgotten
 */
public record ReleaseRow(
        ReleaseId id,
        String title,
        String reference,
        String recipient,
        OfficeCode office,
        ReleaseStatus status,
        Instant createdAt,
        Instant statusSince,
        Instant expiresAt) {

    public Cursor cursor() {
        return new Cursor(createdAt, id);
    }

    /** Where a page ends: rows are ordered by time and id, newest first. */
    public record Cursor(Instant createdAt, ReleaseId id) {}
}
