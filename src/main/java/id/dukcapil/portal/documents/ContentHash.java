package id.dukcapil.portal.documents;

import id.dukcapil.portal.common.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of a document in 64 small hexadecimal digits: its name in the {@link DocumentStore} and its seal. */
public record ContentHash(String value) {

    private static final int DIGITS = 64;

    public ContentHash {
        if (value.length() != DIGITS || !value.chars().allMatch(ContentHash::isDigit)) {
            throw new IllegalArgumentException("A content hash is 64 small hexadecimal digits");
        }
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
    }

    public static ContentHash of(byte[] content) {
        return new ContentHash(Sha256.hex(content));
    }

    /** Of what the digest has been fed; it starts anew after that. */
    public static ContentHash of(MessageDigest digest) {
        return new ContentHash(HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public String toString() {
        return value;
    }
}
