package id.dukcapil.portal.notification;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.MailAttachment;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.MailSecret;
import id.dukcapil.portal.notification.letters.Letter;
import id.dukcapil.portal.notification.letters.LetterUnusable;
import id.dukcapil.portal.notification.letters.Letters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the letter and its attachments from what was asked for, at the moment of delivery. */
@Component
class MailComposer {

    private final Letters letters;
    private final Map<String, MailAttachment> attachments;
    private final Map<String, MailSecret> secrets;

    MailComposer(Letters letters, List<MailAttachment> attachments, List<MailSecret> secrets) {
        this.letters = letters;
        this.secrets = secrets.stream().collect(toMap(MailSecret::template, identity()));
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
                attachments(request));
    }

    private Letter letter(MailRequested request) {
        MailSecret secret = secrets.get(request.template());
        return write(
                request,
                secret == null
                        ? Map.of()
                        : secret.of(request.facts())
                                .orElseThrow(() -> new LetterUnusable(
                                        "Isi rahasia surat ini sudah dihapus; terbitkan yang baru pada perkaranya.")));
    }

    /** The letter as members of staff may see it: what is secret in it is covered. */
    Letter covered(MailRequested request) {
        MailSecret secret = secrets.get(request.template());
        return write(request, secret == null ? Map.of() : secret.covered());
    }

    private Letter write(MailRequested request, Map<String, String> secretFacts) {
        var facts = new HashMap<>(request.facts());
        facts.putAll(secretFacts);
        return letters.write(request.template(), request.recipient(), facts);
    }

    private List<MailAttachment.Content> attachments(MailRequested request) {
        return Optional.ofNullable(request.attachment())
                .map(kind -> Optional.ofNullable(attachments.get(kind))
                        .orElseThrow(() -> new IllegalStateException("Nobody makes attachments of the kind " + kind))
                        .of(request.reference()))
                .orElseGet(List::of);
    }
}
