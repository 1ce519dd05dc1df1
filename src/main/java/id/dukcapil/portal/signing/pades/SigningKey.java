package id.dukcapil.portal.signing.pades;

import eu.europa.esig.dss.model.x509.CertificateToken;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key that a passphrase has opened.
 *
 * @param chain the signer's own certificate first
 */
public record SigningKey(PrivateKey key, List<X509Certificate> chain) {

    public SigningKey {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A signing key comes with its certificate");
        }
        chain = List.copyOf(chain);
        key = FastCrypto.ready(key);
    }

    public SignerCertificate certificate() {
        return new SignerCertificate(chain.getFirst());
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
