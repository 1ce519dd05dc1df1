package id.dukcapil.portal.notification.smtp;

import id.dukcapil.portal.common.MailAttachment;
import id.dukcapil.portal.notification.OutgoingLetter;
import id.dukcapil.portal.notification.letters.Letter;
import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A letter in the form of RFC 2045: text and HTML as alternatives, the pictures inside, the attachments behind. */
final class MimeLetter extends SMTPMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    private MimeLetter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MimeMessage of(OutgoingLetter letter, Session session, Sender sender) throws MessagingException {
        var message = new MimeLetter(session, letter.messageId());
        try {
            message.address(letter, sender);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        message.setContent(content(letter, sender));
        message.saveChanges();
        return message;
    }

    private void address(OutgoingLetter letter, Sender sender) throws MessagingException, UnsupportedEncodingException {
        setFrom(sender.from());
        if (sender.replyTo().isPresent()) {
            setReplyTo(InternetAddress.parse(sender.replyTo().get()));
        }
        setRecipient(RecipientType.TO, recipient(letter));
        setSubject(letter.letter().subject(), UTF_8);
        setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(letter.date().atZone(sender.zone())));
        // RFC 3834: no holiday notices in return, please
        setHeader("Auto-Submitted", "auto-generated");
        setEnvelopeFrom(sender.returnPath(letter.id()));
        // RFC 3461: a mail that comes back brings its head only, not the letter
        setReturnOption(RETURN_HDRS);
    }

    private static InternetAddress recipient(OutgoingLetter letter)
            throws MessagingException, UnsupportedEncodingException {
        var address = new InternetAddress(letter.to(), true);
        address.setPersonal(letter.recipient(), UTF_8);
        return address;
    }

    private static MimeMultipart content(OutgoingLetter letter, Sender sender) throws MessagingException {
        MimeMultipart words = alternative(letter.letter(), sender);
        if (letter.attachments().isEmpty()) {
            return words;
        }
        var mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(inside(words));
        for (MailAttachment.Content content : letter.attachments()) {
            mixed.addBodyPart(attached(content));
        }
        return mixed;
    }

    private static MimeMultipart alternative(Letter letter, Sender sender) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        var related = new MimeMultipart("related");
        related.addBodyPart(html);
        related.addBodyPart(picture(sender.emblem(), Letter.EMBLEM));
        if (letter.hasQr()) {
            related.addBodyPart(picture(letter.qr(), Letter.QR));
        }
        var alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(text);
        alternative.addBodyPart(inside(related));
        return alternative;
    }

    private static BodyPart picture(byte[] png, String name) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(png, "image/png")));
        part.setContentID("<" + name + ">");
        part.setDisposition(Part.INLINE);
        return part;
    }

    private static BodyPart attached(MailAttachment.Content content) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.bytes(), content.mediaType())));
        part.setFileName(content.fileName());
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    private static BodyPart inside(MimeMultipart parts) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }

    /** The stable one instead of a new one at every attempt. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + messageId + ">");
    }
}
