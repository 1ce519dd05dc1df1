package id.dukcapil.portal.signing.pades;

import eu.europa.esig.dss.model.x509.CertificateToken;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key that a passphrase has opened, with what every signature made with it has in common. */
public final class SigningKey {

    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final @Nullable CmsSignature cms;

    /**
     * @param chain the signer's own certificate first
     * @throws IllegalArgumentException without a certificate, or with one that cannot be read
     */
    public SigningKey(PrivateKey key, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A signing key comes with its certificate");
        }
        this.key = FastCrypto.ready(key);
        this.chain = List.copyOf(chain);
        this.cms = CmsSignature.canBeVerifiedWith(chain.getFirst().getPublicKey()) ? cms(this.chain) : null;
    }

    private static CmsSignature cms(List<X509Certificate> chain) {
        try {
            return new CmsSignature(chain.getFirst(), chain);
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalArgumentException("The certificates of a signing key cannot be read", unreadable);
        }
    }

    public PrivateKey key() {
        return key;
    }

    /** The signer's own certificate first. */
    public List<X509Certificate> chain() {
        return chain;
    }

    public SignerCertificate certificate() {
        return new SignerCertificate(chain.getFirst());
    }

    /** Nothing for a kind of key that is left to DSS. */
    Optional<CmsSignature> cms() {
        return Optional.ofNullable(cms);
    }

    List<CertificateToken> tokens() {
        return chain.stream().map(CertificateToken::new).toList();
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "SigningKey[%s]".formatted(certificate().subject());
    }
}
