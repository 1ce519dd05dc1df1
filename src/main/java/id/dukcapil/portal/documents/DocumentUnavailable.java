package id.dukcapil.portal.documents;

/** A stored document cannot be handed out. */
public abstract sealed class DocumentUnavailable extends RuntimeException {

    private final transient ContentHash hash;

    private DocumentUnavailable(ContentHash hash, String what) {
        super("Document %s %s".formatted(hash, what));
        this.hash = hash;
    }

    public ContentHash hash() {
        return hash;
    }

    /** Nothing is stored under this hash. */
    public static final class Missing extends DocumentUnavailable {
        Missing(ContentHash hash) {
            super(hash, "is not in the store");
        }
    }

    /** The stored bytes have changed since they were stored: a disk error or somebody's hand. */
    public static final class Damaged extends DocumentUnavailable {
        Damaged(ContentHash hash) {
            super(hash, "is damaged: its bytes no longer match their hash");
        }
    }
}
