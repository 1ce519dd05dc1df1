package id.dukcapil.portal.signing;

/** The same case already has a document that waits for its signature. */
public class AlreadyAwaiting extends RuntimeException {

    AlreadyAwaiting(String title, String reference) {
        super("%s %s sudah menunggu tanda tangan.".formatted(title, reference));
    }
}
