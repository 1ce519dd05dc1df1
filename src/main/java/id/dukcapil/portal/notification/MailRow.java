package id.dukcapil.portal.notification;

import java.time.Instant;

/**
 * A mail as a line of a list.
 *
 * @param kind what sort of letter, in the office's words
 * @param to the address, masked
 */
public record MailRow(
        MailId id,
        String kind,
        String about,
        String reference,
        String to,
        MailStatus status,
        int attempts,
        Instant createdAt) {

    public Cursor cursor() {
        return new Cursor(createdAt, id);
    }

    /** Where a page ends: rows are ordered by time and id, newest first. */
    public record Cursor(Instant createdAt, MailId id) {}
}
