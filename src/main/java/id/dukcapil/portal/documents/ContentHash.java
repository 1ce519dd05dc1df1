package id.dukcapil.portal.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a document in 64 small hexadecimal digits: its name in the {@link DocumentStore} and its seal. */
public record ContentHash(String value) {

    public ContentHash {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A content hash is 64 small hexadecimal digits");
        }
    }

    public static ContentHash of(byte[] content) {
        try {
            return new ContentHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
