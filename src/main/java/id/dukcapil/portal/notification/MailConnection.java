package id.dukcapil.portal.notification;

/** One conversation with the mail server; used by one thread at a time. */
public interface MailConnection extends AutoCloseable {

    /** Hands over one mail and says what the server made of it; problems of the connection are an answer too. */
    ServerAnswer send(OutgoingLetter letter);

    /** Keeps the connection for the next mail if it is still good, else closes it. */
    @Override
    void close();
}
