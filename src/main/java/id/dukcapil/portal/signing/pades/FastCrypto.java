package id.dukcapil.portal.signing.pades;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs with the Amazon Corretto Crypto Provider where its native library loads, else with the JDK. It is asked for by
 * name and not installed, so nothing else in this process changes.
 */
final class FastCrypto {

    private static final Logger log = LoggerFactory.getLogger(FastCrypto.class);
    private static final @Nullable Provider FAST = load();

    private FastCrypto() {}

    static Signature signature(String algorithm) throws GeneralSecurityException {
        if (FAST == null || FAST.getService("Signature", algorithm) == null) {
            return Signature.getInstance(algorithm);
        }
        return Signature.getInstance(algorithm, FAST);
    }

    /** The same key as the provider that signs holds it, so that it is not translated anew for every signature. */
    static PrivateKey ready(PrivateKey key) {
        if (FAST == null || FAST.getService("KeyFactory", key.getAlgorithm()) == null) {
            return key;
        }
        try {
            return (PrivateKey) KeyFactory.getInstance(key.getAlgorithm(), FAST).translateKey(key);
        } catch (GeneralSecurityException foreign) {
            return key;
        }
    }

    private static @Nullable Provider load() {
        try {
            AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            provider.assertHealthy();
            return provider;
        } catch (LinkageError | RuntimeException absent) {
            log.info("The JDK signs, because the faster provider does not load here: {}", absent.toString());
            return null;
        }
    }
}
