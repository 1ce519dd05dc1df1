package id.dukcapil.portal.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        MessageDigest digest = digest();
        digest.update(content);
        return of(digest);
    }

    /** Of what the digest has been fed; it starts anew after that. */
    public static ContentHash of(MessageDigest digest) {
        return new ContentHash(HexFormat.of().formatHex(digest.digest()));
    }

    /** SHA-256 that has been fed nothing yet. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
