package id.dukcapil.portal.audit;

import java.security.MessageDigest;

/** SHA-256 from row to row: each link covers its row and, through the link before, every earlier one. */
final class Chain {

    static final int LENGTH = 32;

    private Chain() {}

    static byte[] link(MessageDigest digest, byte[] before, byte[] content) {
        digest.update(before);
        return digest.digest(content);
    }
}
