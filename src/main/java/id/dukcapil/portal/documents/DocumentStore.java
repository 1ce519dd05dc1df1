package id.dukcapil.portal.documents;

/**
 * Keeps documents under the hash of their content: equal content is stored once, nothing is ever overwritten with
 * something else, and what is read is what was stored. Who may read a document is decided by the module that holds its
 * hash.
 */
public interface DocumentStore {

    /**
     * Stores the content so that it survives a power cut after this call returns. Storing again what is already there
     * changes nothing, except that a damaged copy is replaced.
     *
     * @throws java.io.UncheckedIOException when the content cannot be stored; nothing half-written is ever visible
     */
    ContentHash put(byte[] content);

    /**
     * @throws DocumentUnavailable.Missing when no such content is stored
     * @throws DocumentUnavailable.Damaged when the stored bytes are no longer those of the hash
     * @throws java.io.UncheckedIOException when the storage cannot be reached
     */
    byte[] read(ContentHash hash);

    /** Whether something is stored under the hash; {@link #read} tells whether it is intact. */
    boolean contains(ContentHash hash);
}
