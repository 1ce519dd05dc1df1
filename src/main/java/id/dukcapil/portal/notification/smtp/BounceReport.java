package id.dukcapil.portal.notification.smtp;

import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.notification.MailId;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A delivery status notification (RFC 3464) that one of the portal's mails could not be delivered.
 *
 * @param mail by the return path it came back to (VERP), else by the Message-ID of what was returned
 * @param explanation status and diagnosis of the server, without addresses
 */
public record BounceReport(MailId mail, String explanation) {

    private static final String UUID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern RETURN_PATH = Pattern.compile("\\+" + UUID + "@");
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^message-id:\\s*<" + UUID + "\\.\\d+@", Pattern.UNICODE_CASE);
    private static final String[] ADDRESSED_TO = {"Delivered-To", "X-Original-To", "Envelope-To", "To"};

    /** @return nothing for everything else that arrives in such a mailbox: delays, holiday notices, letters */
    static Optional<BounceReport> of(Message message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart report)) {
            return Optional.empty();
        }
        Optional<String> failure = failure(report);
        if (failure.isEmpty()) {
            return Optional.empty();
        }
        return byReturnPath(message)
                .or(() -> byMessageId(report))
                .flatMap(MailId::parse)
                .map(mail -> new BounceReport(mail, failure.get()));
    }

    /** Status and diagnosis of the first recipient for whom it failed for good. */
    private static Optional<String> failure(Multipart report) throws MessagingException, IOException {
        for (int i = 0; i < report.getCount(); i++) {
            BodyPart part = report.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                // Read as a whole: a stream from a server cannot say whether more is to come
                try (InputStream fields = part.getInputStream()) {
                    return failure(new ByteArrayInputStream(fields.readAllBytes()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> failure(ByteArrayInputStream fields) throws MessagingException {
        while (fields.available() > 0) {
            var group = new InternetHeaders(fields);
            if ("failed".equalsIgnoreCase(field(group, "Action"))) {
                String explanation = Stream.of(field(group, "Status"), field(group, "Diagnostic-Code"))
                        .flatMap(Stream::ofNullable)
                        .reduce((status, diagnosis) -> status + ": " + diagnosis)
                        .orElse("");
                return Optional.of(Masking.text(explanation.replaceAll("\\s+", " ")));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String field(InternetHeaders group, String name) {
        String value = group.getHeader(name, null);
        return value == null ? null : value.strip();
    }

    private static Optional<String> byReturnPath(Message message) throws MessagingException {
        for (String name : ADDRESSED_TO) {
            Optional<String> found = Stream.ofNullable(message.getHeader(name))
                    .flatMap(Arrays::stream)
                    .map(RETURN_PATH::matcher)
                    .filter(Matcher::find)
                    .map(matcher -> matcher.group(1))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> byMessageId(Multipart report) {
        try {
            for (int i = 0; i < report.getCount(); i++) {
                BodyPart part = report.getBodyPart(i);
                if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                    return messageId(part);
                }
            }
            return Optional.empty();
        } catch (MessagingException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> messageId(BodyPart returned) throws MessagingException, IOException {
        try (InputStream content = returned.getInputStream()) {
            Matcher matcher = MESSAGE_ID.matcher(new String(content.readAllBytes(), StandardCharsets.ISO_8859_1));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        }
    }
}
