package id.dukcapil.portal.delivery;

/** A verb that the present status of the release does not allow; the message names that status in Indonesian. */
public class IllegalReleaseMove extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalReleaseMove(ReleaseStatus status, ReleaseAction action) {
        super("Dokumen berstatus \"%s\"; langkah \"%s\" tidak dapat dilakukan."
                .formatted(status.label(), action.label()));
    }
}
