package id.dukcapil.portal.notification.smtp;

import id.dukcapil.portal.common.OutsideSystem;
import id.dukcapil.portal.documents.Emblem;
import id.dukcapil.portal.notification.MailConnection;
import id.dukcapil.portal.notification.MailServer;
import id.dukcapil.portal.notification.MailServerUnavailable;
import id.dukcapil.portal.notification.MailSettings;
import id.dukcapil.portal.staff.Organisation;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The office's mail server, configured by {@code spring.mail}. Connections are kept and used again: to connect, greet,
 * encrypt and sign in takes several times as long as to hand over a mail.
 */
@Component
public class SmtpServer implements MailServer, OutsideSystem {

    private static final String NOT_CONFIGURED = "SMTP belum dikonfigurasi; surat disimpan.";

    private final @Nullable JavaMailSenderImpl sender;
    private final MailSettings settings;
    private final Sender letterhead;
    private final Clock clock;
    private final ConcurrentLinkedDeque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();

    public SmtpServer(
            Optional<JavaMailSender> sender,
            MailSettings settings,
            Organisation organisation,
            Emblem emblem,
            Clock clock) {
        this.sender = sender.orElse(null) instanceof JavaMailSenderImpl configured ? promptly(configured) : null;
        this.settings = settings;
        this.letterhead = new Sender(settings, organisation, emblem.png());
        this.clock = clock;
    }

    /** Not for TLS from the first byte on: a factory of our own would take the place of the configured trust. */
    private static JavaMailSenderImpl promptly(JavaMailSenderImpl server) {
        server.getJavaMailProperties().putIfAbsent("mail.smtp.socketFactory", new PromptSockets());
        return server;
    }

    @Override
    public boolean configured() {
        return sender != null && settings.deliver() && letterhead.hasAddress();
    }

    @Override
    public String description() {
        if (sender == null) {
            return NOT_CONFIGURED;
        }
        if (!settings.deliver()) {
            return "Pengiriman dimatikan (portal.mail.deliver); surat disimpan.";
        }
        return letterhead.hasAddress()
                ? address(sender)
                : "Alamat pengirim belum diisi (portal.mail.from); surat disimpan.";
    }

    private static String address(JavaMailSenderImpl server) {
        return server.getPort() > 0 ? server.getHost() + ":" + server.getPort() : String.valueOf(server.getHost());
    }

    @Override
    public String domain() {
        return letterhead.domain();
    }

    @Override
    public MailConnection connect() {
        SmtpConnection kept = idle.pollFirst();
        while (kept != null) {
            if (kept.isStillGood()) {
                return kept;
            }
            kept.end();
            kept = idle.pollFirst();
        }
        return open();
    }

    private SmtpConnection open() {
        JavaMailSenderImpl server = Optional.ofNullable(sender).orElseThrow();
        try {
            Transport transport = server.getSession()
                    .getTransport(Optional.ofNullable(server.getProtocol()).orElse("smtp"));
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            return new SmtpConnection(
                    transport, server.getSession(), letterhead, settings.mailsPerConnection(), clock, idle::addFirst);
        } catch (AuthenticationFailedException refused) {
            throw new MailServerUnavailable(
                    "Server %s menolak nama pengguna atau kata sandi SMTP.".formatted(address(server)), refused);
        } catch (MessagingException silent) {
            throw new MailServerUnavailable("Server %s tidak menjawab.".formatted(address(server)), silent);
        }
    }

    @Override
    public void closeUnusedSince(Instant moment) {
        idle.forEach(connection -> {
            if (connection.lastUsed().isBefore(moment) && idle.remove(connection)) {
                connection.end();
            }
        });
    }

    @Override
    public String name() {
        return "Server e-mail (SMTP)";
    }

    /** Connects, signs in and says NOOP. */
    @Override
    public Answer probe() {
        if (!configured()) {
            return new Answer(State.NOT_CONFIGURED, description());
        }
        try (MailConnection connection = connect()) {
            return new Answer(State.ANSWERS, "%s menjawab.".formatted(description()));
        } catch (MailServerUnavailable silent) {
            return new Answer(State.SILENT, String.valueOf(silent.getMessage()));
        }
    }
}
