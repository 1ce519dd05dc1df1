package id.dukcapil.portal.privacy;

/** A verb that the present status of a request or incident does not allow; the message names that status in Indonesian. */
public class IllegalPrivacyMove extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalPrivacyMove(String number, String status, String verb) {
        super("%s berstatus \"%s\" sehingga tidak dapat %s.".formatted(number, status, verb));
    }
}
