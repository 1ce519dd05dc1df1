package id.dukcapil.portal.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The Ed25519 key that signs sealed batches, and the public keys that are believed. Both lie outside the database, because
 * whoever can write there must be able neither to sign nor to say whose signature counts. After a change of keys the file
 * of public keys holds the old ones too, one in a line.
 */
final class SealingKeys {

    static final String PRIVATE_FILE = "audit-sealing.key";
    static final String PUBLIC_FILE = "audit-sealing.pub";

    private static final String ALGORITHM = "Ed25519";

    private final Map<String, PublicKey> believed = new HashMap<>();
    private final PrivateKey signing;
    private final String keyId;

    SealingKeys(Secrets secrets) {
        try {
            // Both halves are in the private file, so that two processes at their first start end with one pair
            String[] pair = secrets.readOrCreate(PRIVATE_FILE, SealingKeys::newPair)
                    .strip()
                    .split("\\s+");
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            signing = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pair[0])));
            keyId = idOf(Base64.getDecoder().decode(pair[1]));
            for (String line : secrets.readOrCreate(PUBLIC_FILE, () -> pair[1] + "\n")
                    .strip()
                    .split("\\s+")) {
                byte[] encoded = Base64.getDecoder().decode(line);
                believed.put(idOf(encoded), keys.generatePublic(new X509EncodedKeySpec(encoded)));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys of the audit trail cannot be read", e);
        }
    }

    private static String newPair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                    + base64.encodeToString(pair.getPublic().getEncoded()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String idOf(byte[] publicKey) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    /** Name of the key that signs now. */
    String keyId() {
        return keyId;
    }

    boolean believes(String id) {
        return believed.containsKey(id);
    }

    byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signing);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean verify(String id, byte[] content, byte[] signed) {
        PublicKey key = believed.get(id);
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException notEvenASignature) {
            return false;
        }
    }
}
