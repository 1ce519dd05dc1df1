package id.dukcapil.portal.platform.backup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** What the passphrase of the backups gives: one key that encrypts and another one that seals, different for every backup. */
final class BackupKeys {

    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int KEY = 32;
    private static final int TAG_BITS = 128;
    private static final int ITERATIONS = 310_000;

    private final byte[] salt;
    private final SecretKeySpec encrypting;
    private final SecretKeySpec sealing;

    private BackupKeys(String passphrase, byte[] salt) {
        this.salt = salt;
        byte[] both = derived(passphrase, salt);
        encrypting = new SecretKeySpec(both, 0, KEY, "AES");
        sealing = new SecretKeySpec(both, KEY, KEY, "HmacSHA256");
    }

    static BackupKeys fresh(String passphrase) {
        var salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return new BackupKeys(passphrase, salt);
    }

    static BackupKeys of(String passphrase, String salt) {
        return new BackupKeys(passphrase, HexFormat.of().parseHex(salt));
    }

    String salt() {
        return HexFormat.of().formatHex(salt);
    }

    String seal(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(sealing);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    byte[] encrypted(byte[] plain) {
        var nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        byte[] secret = cipher(Cipher.ENCRYPT_MODE, nonce, plain);
        byte[] both = Arrays.copyOf(nonce, NONCE + secret.length);
        System.arraycopy(secret, 0, both, NONCE, secret.length);
        return both;
    }

    byte[] decrypted(byte[] stored) {
        return cipher(
                Cipher.DECRYPT_MODE, Arrays.copyOf(stored, NONCE), Arrays.copyOfRange(stored, NONCE, stored.length));
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, encrypting, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new BackupFailed(
                    "The keys in the backup cannot be opened: another passphrase, or they were changed.", e);
        }
    }

    private static byte[] derived(String passphrase, byte[] salt) {
        try {
            var specification = new PBEKeySpec(passphrase.toCharArray(), salt, ITERATIONS, 2 * KEY * Byte.SIZE);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(specification)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has PBKDF2", e);
        }
    }
}
