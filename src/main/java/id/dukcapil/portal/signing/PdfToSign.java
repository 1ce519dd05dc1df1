package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.SignaturePlace;
import org.jspecify.annotations.Nullable;

/**
 * One document on its way to the signature.
 *
 * @param pdf unsigned, exactly as the verifier saw it
 * @param digest the SHA-256 that was pinned when the document entered the batch
 * @param appearance null for a signature that is not to be seen
 * @param reason "Penerbitan Kartu Keluarga"; shown by PDF readers, so no personal data
 * @param location "Kabupaten Bandung"
 */
public record PdfToSign(
        byte[] pdf, ContentHash digest, @Nullable Appearance appearance, String reason, String location) {

    /** @throws IllegalArgumentException when the bytes are not those of the digest, so that nothing else can be signed */
    public PdfToSign {
        if (!ContentHash.of(pdf).equals(digest)) {
            throw new IllegalArgumentException("These are not the bytes whose digest was pinned");
        }
    }

    /**
     * The visible part of the signature.
     *
     * @param stamp PNG, drawn to fill the place
     */
    public record Appearance(SignaturePlace place, byte[] stamp) {}
}
