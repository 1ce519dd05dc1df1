package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.MailAttachment;
import id.dukcapil.portal.notification.letters.Letter;
import java.time.Instant;
import java.util.List;

/**
 * A mail ready to be handed over.
 *
 * @param messageId without angle brackets; the same at every attempt, so that readers recognise a repetition
 * @param date as the letter carries it; the same at every attempt too
 */
public record OutgoingLetter(
        MailId id,
        String messageId,
        String to,
        String recipient,
        Instant date,
        Letter letter,
        List<MailAttachment.Content> attachments) {

    public OutgoingLetter {
        attachments = List.copyOf(attachments);
    }
}
