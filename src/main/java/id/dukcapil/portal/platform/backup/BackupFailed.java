package id.dukcapil.portal.platform.backup;

/** A backup cannot be made or must not be restored; the message says why in one sentence. */
public final class BackupFailed extends RuntimeException {

    BackupFailed(String message) {
        super(message);
    }

    BackupFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
