package id.dukcapil.portal.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
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
     * The same for several at once, each under its hash, which cost the disk little more than one.
     *
     * @throws java.io.UncheckedIOException when one of them cannot be stored; the others may be stored or not
     */
    default void putAll(List<HashedContent> contents) {
        contents.forEach(content -> put(content.bytes()));
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

    /** The same for whoever needs the hash of something that begins with it. */
    default HashedContent readHashed(ContentHash hash) {
        HashedContent content = HashedContent.of(read(hash));
        if (!content.hash().equals(hash)) {
            throw new DocumentUnavailable.Damaged(hash);
        }
        return content;
    }

    /**
     * Reads back what was stored: that every stored byte is the one that lies in memory, which says as much as the hash.
     *
     * @throws DocumentUnavailable.Missing when no such content is stored
     * @throws DocumentUnavailable.Damaged when the stored bytes are not these
     * @throws java.io.UncheckedIOException when the storage cannot be reached
     */
    default void requireStored(HashedContent content) {
        if (!Arrays.equals(read(content.hash()), content.bytes())) {
            throw new DocumentUnavailable.Damaged(content.hash());
        }
    }

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
