package id.dukcapil.portal.notification;

/** The mail server does not answer, or does not let the portal in. */
public class MailServerUnavailable extends RuntimeException {

    public MailServerUnavailable(String explanation, Throwable cause) {
        super(explanation, cause);
    }
}
