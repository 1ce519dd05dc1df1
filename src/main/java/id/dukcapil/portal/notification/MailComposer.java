package id.dukcapil.portal.notification;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.MailAttachment;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.notification.letters.Letter;
import id.dukcapil.portal.notification.letters.LetterUnusable;
import id.dukcapil.portal.notification.letters.Letters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the letter and its attachment from what was asked for, at the moment of delivery. */
@Component
class MailComposer {

    private final Letters letters;
    private final Map<String, MailAttachment> attachments;

    MailComposer(Letters letters, List<MailAttachment> attachments) {
        this.letters = letters;
        this.attachments = attachments.stream().collect(toMap(MailAttachment::kind, identity()));
    }

    /** @throws LetterUnusable when the letter cannot be written */
    OutgoingLetter compose(ClaimedMail mail) {
        MailRequested request = mail.request();
        return new OutgoingLetter(
                mail.id(),
                mail.messageId(),
                request.to(),
                request.recipient(),
                mail.roundStartedAt(),
                letter(request),
                attachment(request));
    }

    Letter letter(MailRequested request) {
        return letters.write(request.template(), request.recipient(), request.facts());
    }

    Optional<MailAttachment.Content> attachment(MailRequested request) {
        return Optional.ofNullable(request.attachment())
                .flatMap(kind -> Optional.ofNullable(attachments.get(kind))
                        .orElseThrow(() -> new IllegalStateException("Nobody makes attachments of the kind " + kind))
                        .of(request.reference()));
    }
}
