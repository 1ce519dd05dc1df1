package id.dukcapil.portal.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

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
     * The same for several at once, which cost the disk little more than one.
     *
     * @return the hash of each
     * @throws java.io.UncheckedIOException when one of them cannot be stored; the others may be stored or not
     */
    default List<ContentHash> putAll(List<byte[]> contents) {
        return contents.stream().map(this::put).toList();
    }

    /**
     * The same for content that is too large for the memory; the stream is read to its end and not closed.
     *
     * @throws IOException when the stream cannot be read or its content cannot be stored; nothing half-written is ever visible
     */
    ContentHash put(InputStream content) throws IOException;

    /**
     * @throws DocumentUnavailable.Missing when no such content is stored
     * @throws DocumentUnavailable.Damaged when the stored bytes are no longer those of the hash
     * @throws java.io.UncheckedIOException when the storage cannot be reached
     */
    byte[] read(ContentHash hash);

    /**
     * Writes the content to the stream, which is not closed. A damaged document is noticed at its end only, so what was
     * written must not be used before this call returns.
     *
     * @throws DocumentUnavailable.Missing when no such content is stored
     * @throws DocumentUnavailable.Damaged when the stored bytes are no longer those of the hash
     */
    void copy(ContentHash hash, OutputStream target) throws IOException;

    /** Forgets the content for good; to be called only by who knows that nobody else holds the hash. */
    void remove(ContentHash hash);

    /** Whether something is stored under the hash; {@link #read} tells whether it is intact. */
    boolean contains(ContentHash hash);
}
