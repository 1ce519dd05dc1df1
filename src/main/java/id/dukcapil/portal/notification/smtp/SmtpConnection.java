package id.dukcapil.portal.notification.smtp;

import id.dukcapil.portal.notification.MailConnection;
import id.dukcapil.portal.notification.OutgoingLetter;
import id.dukcapil.portal.notification.ServerAnswer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/** One conversation with the SMTP server, good for a number of mails. */
final class SmtpConnection implements MailConnection {

    private final Transport transport;
    private final Session session;
    private final Sender sender;
    private final int mailsAllowed;
    private final Clock clock;
    private final Consumer<SmtpConnection> keep;
    private int mailsSent;
    private boolean broken;
    private volatile Instant lastUsed;

    SmtpConnection(
            Transport transport,
            Session session,
            Sender sender,
            int mailsAllowed,
            Clock clock,
            Consumer<SmtpConnection> keep) {
        this.transport = transport;
        this.session = session;
        this.sender = sender;
        this.mailsAllowed = mailsAllowed;
        this.clock = clock;
        this.keep = keep;
        this.lastUsed = clock.instant();
    }

    @Override
    public ServerAnswer send(OutgoingLetter letter) {
        try {
            MimeMessage message = MimeLetter.of(letter, session, sender);
            transport.sendMessage(message, message.getAllRecipients());
            return new ServerAnswer(ServerAnswer.Kind.ACCEPTED, 250, "");
        } catch (MessagingException failure) {
            ServerAnswer answer = SmtpFailures.answer(failure);
            broken = answer.kind() == ServerAnswer.Kind.BROKEN_OFF;
            return answer;
        } finally {
            mailsSent++;
            lastUsed = clock.instant();
        }
    }

    /** Asks the server with a NOOP. */
    boolean isStillGood() {
        return transport.isConnected();
    }

    Instant lastUsed() {
        return lastUsed;
    }

    @Override
    public void close() {
        if (broken || mailsSent >= mailsAllowed) {
            end();
        } else {
            keep.accept(this);
        }
    }

    void end() {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // Nothing was being said any more
            broken = true;
        }
    }
}
