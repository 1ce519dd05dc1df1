package id.dukcapil.portal.common;

/** The mail server may have the mail already, so what it tells stands. */
public class MailHasLeft extends RuntimeException {

    public MailHasLeft(String reference) {
        super("A mail about %s is on its way".formatted(reference));
    }
}
