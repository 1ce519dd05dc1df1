package id.dukcapil.portal.notification;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One mail with its history.
 *
 * @param messageId of the present round, to look for it in the logs of mail servers
 * @param dueAt when it is tried again, for one that waits
 * @param anonymised who it went to and what it said has been removed
 * @param allowed what can be done with it in its present state
 */
public record MailDetails(
        MailRow row,
        String messageId,
        @Nullable Instant dueAt,
        @Nullable Instant finishedAt,
        boolean hasAttachment,
        boolean anonymised,
        List<Event> history,
        Set<Action> allowed) {

    public MailDetails {
        history = List.copyOf(history);
        allowed = Set.copyOf(allowed);
    }

    /** What a person can do with a mail. */
    public enum Action {
        RESEND,
        CANCEL
    }

    /**
     * A line of the history.
     *
     * @param code answer of the server (RFC 5321)
     * @param text what the server said, without addresses
     * @param actor null for the portal itself
     */
    public record Event(
            MailEventKind kind,
            Instant at,
            @Nullable Integer code,
            @Nullable String text,
            @Nullable String actor) {}
}
