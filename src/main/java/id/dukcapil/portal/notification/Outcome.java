package id.dukcapil.portal.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt came to, to be written down.
 *
 * @param next the state the mail gets
 * @param dueAt when it is tried again; only counts for one that waits
 */
record Outcome(
        ClaimedMail mail,
        MailEventKind kind,
        @Nullable Integer code,
        String text,
        MailStatus next,
        Instant at,
        Instant dueAt) {}
