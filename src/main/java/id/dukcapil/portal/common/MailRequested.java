package id.dukcapil.portal.common;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail has to go out. Published as an application event inside the business transaction, so that the mail is
 * promised exactly when the business is done; the outbox delivers it afterwards.
 *
 * @param template name of the mail's template, "<module>/<name>"
 * @param to the address
 * @param recipient how the letter addresses the person
 * @param facts what the template's placeholders stand for; never a NIK or KK number in clear
 * @param about kind of the record, in the office's words; with the reference it leads back from the mail to the case
 * @param reference how the office names the record
 * @param attachment {@link MailAttachment#kind()} of the documents that go with it, made at delivery; null for none
 * @param person whose data the letter holds, when it is about one resident; so that the mail is found again when that
 *     person asks what the portal holds
 * @param heldBack how long it waits before it leaves, so that it can be withdrawn
 */
public record MailRequested(
        String template,
        String to,
        String recipient,
        Map<String, String> facts,
        String about,
        String reference,
        @Nullable String attachment,
        @Nullable Nik person,
        Duration heldBack) {

    public MailRequested {
        facts = Map.copyOf(facts);
    }

    /** A letter that is not about a resident. */
    public MailRequested(
            String template,
            String to,
            String recipient,
            Map<String, String> facts,
            String about,
            String reference,
            @Nullable String attachment) {
        this(template, to, recipient, facts, about, reference, attachment, null, Duration.ZERO);
    }

    public MailRequested concerning(Nik resident) {
        return new MailRequested(template, to, recipient, facts, about, reference, attachment, resident, heldBack);
    }

    public MailRequested heldBackFor(Duration time) {
        return new MailRequested(template, to, recipient, facts, about, reference, attachment, person, time);
    }
}
