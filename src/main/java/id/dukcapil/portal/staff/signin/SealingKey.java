package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.platform.PortalHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals what must not be readable in the database, and signs what the browser keeps. The key is never stored beside
 * what it seals: it is a setting, or a file in PORTAL_HOME that only the portal's own user may read. Each purpose has a
 * key of its own, derived from it.
 */
@Component
public class SealingKey {

    private static final String FILE = "sign-in.key";
    private static final int LENGTH = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    SealingKey(SignInSettings settings, PortalHome home) {
        String configured = settings.key();
        key = configured == null || configured.isBlank()
                ? ofFile(home.folder("keys").resolve(FILE))
                : Base64.getDecoder().decode(configured.strip());
        if (key.length < LENGTH) {
            throw new IllegalStateException("portal.security.key has to be base64 of at least 32 bytes");
        }
    }

    /** @return 32 bytes that only the holder of the key can compute */
    public byte[] sign(String purpose, String text) {
        return mac(mac(key, purpose.getBytes(StandardCharsets.UTF_8)), text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param belongsTo what the secret is bound to; it can only be opened for the same */
    public byte[] seal(String purpose, String belongsTo, byte[] secret) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, belongsTo, nonce, secret);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** @throws IllegalStateException when it was sealed with another key or for something else, or was altered */
    public byte[] open(String purpose, String belongsTo, byte[] sealed) {
        var bytes = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return cipher(Cipher.DECRYPT_MODE, purpose, belongsTo, nonce, rest);
    }

    private byte[] cipher(int mode, String purpose, String belongsTo, byte[] nonce, byte[] input) {
        try {
            byte[] own = mac(key, purpose.getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(own, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is sealed does not open with the key of this portal", e);
        }
    }

    private static byte[] mac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ofFile(Path file) {
        try {
            createIfMissing(file);
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The key in PORTAL_HOME cannot be read or made", e);
        }
    }

    /** Written aside and moved into place by a name that may exist only once: two processes never read half a key. */
    private static void createIfMissing(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] fresh = new byte[LENGTH];
        RANDOM.nextBytes(fresh);
        Path draft = file.resolveSibling(FILE + "." + ProcessHandle.current().pid());
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.deleteIfExists(draft);
        boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
        try (var channel = posix
                ? Files.newByteChannel(
                        draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOwner)
                : Files.newByteChannel(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(
                    (Base64.getEncoder().encodeToString(fresh) + "\n").getBytes(StandardCharsets.US_ASCII)));
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // Another process was faster; its key is the one
        } finally {
            Files.delete(draft);
        }
    }
}
