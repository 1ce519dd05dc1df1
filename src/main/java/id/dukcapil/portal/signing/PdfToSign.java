package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.documents.SignaturePlace;
import org.jspecify.annotations.Nullable;

/** One document on its way to the signature. */
public final class PdfToSign {

    private final HashedContent content;
    private final @Nullable Appearance appearance;
    private final String reason;
    private final String location;

    /**
     * @param content the unsigned PDF, exactly as the verifier saw it
     * @param digest the SHA-256 that was pinned when the document entered the batch
     * @param appearance null for a signature that is not to be seen
     * @param reason "Penerbitan Kartu Keluarga"; shown by PDF readers, so no personal data
     * @param location "Kabupaten Bandung"
     * @throws IllegalArgumentException when the bytes are not those of the digest, so that nothing else can be signed
     */
    public PdfToSign(
            HashedContent content,
            ContentHash digest,
            @Nullable Appearance appearance,
            String reason,
            String location) {
        if (!content.hash().equals(digest)) {
            throw new IllegalArgumentException("These are not the bytes whose digest was pinned");
        }
        this.content = content;
        this.appearance = appearance;
        this.reason = reason;
        this.location = location;
    }

    public HashedContent content() {
        return content;
    }

    public byte[] pdf() {
        return content.bytes();
    }

    public ContentHash digest() {
        return content.hash();
    }

    public @Nullable Appearance appearance() {
        return appearance;
    }

    public String reason() {
        return reason;
    }

    public String location() {
        return location;
    }

    /**
     * The visible part of the signature.
     *
     * @param stamp PNG, drawn to fill the place
     */
    public record Appearance(SignaturePlace place, byte[] stamp) {}
}
