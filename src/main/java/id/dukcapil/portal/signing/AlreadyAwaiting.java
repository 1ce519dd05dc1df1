package id.dukcapil.portal.signing;

/** The same case already has a document that waits for its signature. */
public class AlreadyAwaiting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyAwaiting(String title, String reference) {
        super("%s %s sudah menunggu tanda tangan.".formatted(title, reference));
    }
}
