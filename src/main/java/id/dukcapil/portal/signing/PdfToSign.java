package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.SignaturePlace;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One document on its way to the signature. It remembers how far SHA-256 has come behind the pinned bytes, because whatever
 * is signed begins with them.
 */
public final class PdfToSign {

    private final byte[] pdf;
    private final ContentHash digest;
    private final @Nullable Appearance appearance;
    private final String reason;
    private final String location;
    private final MessageDigest begun;

    /**
     * @param pdf unsigned, exactly as the verifier saw it
     * @param digest the SHA-256 that was pinned when the document entered the batch
     * @param appearance null for a signature that is not to be seen
     * @param reason "Penerbitan Kartu Keluarga"; shown by PDF readers, so no personal data
     * @param location "Kabupaten Bandung"
     * @throws IllegalArgumentException when the bytes are not those of the digest, so that nothing else can be signed
     */
    public PdfToSign(byte[] pdf, ContentHash digest, @Nullable Appearance appearance, String reason, String location) {
        begun = ContentHash.digest();
        begun.update(pdf);
        if (!ContentHash.of(begun()).equals(digest)) {
            throw new IllegalArgumentException("These are not the bytes whose digest was pinned");
        }
        this.pdf = pdf;
        this.digest = digest;
        this.appearance = appearance;
        this.reason = reason;
        this.location = location;
    }

    public byte[] pdf() {
        return pdf;
    }

    public ContentHash digest() {
        return digest;
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

    /** SHA-256 that has taken in the pinned bytes, to go on with what is added to them; the caller's own. */
    public MessageDigest begun() {
        try {
            return (MessageDigest) begun.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of the Java platform can be copied", e);
        }
    }

    /** Of this document with a signature. */
    public ContentHash digestOf(byte[] signed) {
        if (signed.length < pdf.length || !Arrays.equals(pdf, 0, pdf.length, signed, 0, pdf.length)) {
            return ContentHash.of(signed);
        }
        MessageDigest whole = begun();
        whole.update(signed, pdf.length, signed.length - pdf.length);
        return ContentHash.of(whole);
    }

    /**
     * The visible part of the signature.
     *
     * @param stamp PNG, drawn to fill the place
     */
    public record Appearance(SignaturePlace place, byte[] stamp) {}
}
