package id.dukcapil.portal.notification;

/** The mail server does not answer, or does not let the portal in. */
public class MailServerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MailServerUnavailable(String explanation, Throwable cause) {
        super(explanation, cause);
    }
}
