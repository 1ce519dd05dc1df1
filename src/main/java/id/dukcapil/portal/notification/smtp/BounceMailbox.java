package id.dukcapil.portal.notification.smtp;

import id.dukcapil.portal.notification.MailSettings;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The mailbox to which mails come back that a server further on could not deliver, read by IMAP. Reports about our own
 * mails are taken out, because they hold addresses; everything else is marked as read and left for people.
 */
@Component
public class BounceMailbox {

    private static final String PATIENCE = "20000";

    private final MailSettings.Bounces settings;

    public BounceMailbox(MailSettings settings) {
        this.settings = settings.bounces();
    }

    /**
     * Reads what is new; does nothing where no mailbox is configured.
     *
     * @return how many reports about our own mails there were
     * @throws IllegalStateException when the mailbox cannot be reached; nothing is lost, it is read next time
     */
    public int read(Consumer<BounceReport> bounced) {
        if (!settings.configured()) {
            return 0;
        }
        String protocol = settings.tls() ? "imaps" : "imap";
        try (Store store = Session.getInstance(properties(protocol)).getStore(protocol)) {
            store.connect(settings.host(), settings.port(), settings.username(), settings.password());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                return read(folder, bounced);
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("The mailbox of the bounces cannot be read", e);
        }
    }

    private static int read(Folder folder, Consumer<BounceReport> bounced) throws MessagingException, IOException {
        int reports = 0;
        for (Message message : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
            Optional<BounceReport> report = BounceReport.of(message);
            report.ifPresent(bounced);
            message.setFlag(report.isPresent() ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
            reports += report.isPresent() ? 1 : 0;
        }
        return reports;
    }

    private static Properties properties(String protocol) {
        var properties = new Properties();
        properties.put("mail." + protocol + ".connectiontimeout", PATIENCE);
        properties.put("mail." + protocol + ".timeout", PATIENCE);
        properties.put("mail." + protocol + ".writetimeout", PATIENCE);
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        return properties;
    }
}
