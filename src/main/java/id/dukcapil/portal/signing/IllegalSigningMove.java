package id.dukcapil.portal.signing;

/** A verb that the present status of the document does not allow; the message names that status in Indonesian. */
public class IllegalSigningMove extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalSigningMove(String title, String reference, SigningDocumentStatus status, SigningDocumentAction action) {
        super("%s %s berstatus \"%s\" sehingga tidak dapat %s."
                .formatted(title, reference, status.label(), action.passive()));
    }
}
