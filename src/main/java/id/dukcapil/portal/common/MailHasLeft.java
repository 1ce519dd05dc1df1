package id.dukcapil.portal.common;

/** The mail server may have the mail already, so what it tells stands. */
public class MailHasLeft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MailHasLeft(String reference) {
        super("A mail about %s is on its way".formatted(reference));
    }
}
