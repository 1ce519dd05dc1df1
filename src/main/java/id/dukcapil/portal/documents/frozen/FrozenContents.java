package id.dukcapil.portal.documents.frozen;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.DocumentUnavailable;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.staff.signin.SealingKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Freezes contents. A content stands in the row of whoever closes it and, under its hash, in the document store; a keyed seal
 * binds the hash to what the content belongs to. So a change by SQL is noticed when it is read, and what was closed is still
 * there.
 */
@Component
public class FrozenContents {

    private static final Logger log = LoggerFactory.getLogger(FrozenContents.class);

    private final DocumentStore documents;
    private final SealingKey key;

    FrozenContents(DocumentStore documents, SealingKey key) {
        this.documents = documents;
        this.key = key;
    }

    /** @param hash SHA-256 of the content @param seal over the hash and what the content belongs to */
    public record Frozen(String content, String hash, String seal) {}

    /**
     * @param content as it was closed; empty when neither the row nor the store has it any more
     * @param sealed whether the hash is the one that was sealed
     * @param intact whether the row is what was closed
     */
    public record Opened(Optional<String> content, boolean sealed, boolean intact) {}

    /** @param belongsTo what the content can never be passed off for anything else than */
    public record Owned(String belongsTo, String content) {}

    /** @param purpose whose seal it is */
    public Frozen freeze(String purpose, String belongsTo, String content) {
        return freeze(purpose, List.of(new Owned(belongsTo, content))).getFirst();
    }

    /** The same for several, which costs the disk little more than one. */
    public List<Frozen> freeze(String purpose, List<Owned> contents) {
        List<HashedContent> stored = contents.stream()
                .map(one -> HashedContent.of(bytes(one.content())))
                .toList();
        documents.putAll(stored);
        return IntStream.range(0, stored.size())
                .mapToObj(i ->
                        frozen(purpose, contents.get(i), stored.get(i).hash().value()))
                .toList();
    }

    private Frozen frozen(String purpose, Owned content, String hash) {
        return new Frozen(content.content(), hash, seal(purpose, content.belongsTo(), hash));
    }

    public Opened open(String purpose, String belongsTo, Frozen row) {
        boolean sealed = MessageDigest.isEqual(bytes(seal(purpose, belongsTo, row.hash())), bytes(row.seal()));
        boolean intact = sealed && ContentHash.of(bytes(row.content())).value().equals(row.hash());
        return intact
                ? new Opened(Optional.of(row.content()), true, true)
                : new Opened(sealed ? kept(row.hash()) : Optional.empty(), sealed, false);
    }

    private Optional<String> kept(String hash) {
        try {
            return Optional.of(new String(documents.read(new ContentHash(hash)), StandardCharsets.UTF_8));
        } catch (DocumentUnavailable gone) {
            log.error("The stored copy of a frozen content cannot be read: {}", gone.getMessage());
            return Optional.empty();
        }
    }

    private String seal(String purpose, String belongsTo, String hash) {
        return HexFormat.of().formatHex(key.sign(purpose, belongsTo + "|" + hash));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
