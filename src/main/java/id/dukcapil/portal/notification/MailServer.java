package id.dukcapil.portal.notification;

import java.time.Instant;

/** Where mails are handed over for delivery. */
public interface MailServer {

    /** Whether there is a server, and an address to send from. */
    boolean configured();

    /** Why nothing is sent, or which server it is; one sentence in Indonesian without secrets. */
    String description();

    /** The part after the @ of everything the portal sends, for Message-IDs. */
    String domain();

    /**
     * A connection that is ready for a mail, new or used before.
     *
     * @throws MailServerUnavailable when the server does not answer or does not let the portal in
     */
    MailConnection connect();

    /** Closes what has not been used since. */
    void closeUnusedSince(Instant moment);
}
