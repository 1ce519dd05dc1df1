package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.MailRequested;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail that this process alone may hand over, until the claim runs out.
 *
 * @param attempt which one this is in the present round, from 1
 * @param roundStartedAt since when it has been tried
 */
record ClaimedMail(
        MailId id,
        UUID claim,
        Instant claimedUntil,
        String messageId,
        int attempt,
        Instant roundStartedAt,
        MailRequested request) {}
