package id.dukcapil.portal.platform.backup;

import id.dukcapil.portal.common.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of files, in small hexadecimal digits. */
final class Digests {

    private Digests() {}

    static String of(Path file) throws IOException {
        return copying(file, OutputStream.nullOutputStream());
    }

    /** The digest of exactly the bytes that were copied. */
    static String copying(Path file, OutputStream to) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            content.transferTo(to);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
