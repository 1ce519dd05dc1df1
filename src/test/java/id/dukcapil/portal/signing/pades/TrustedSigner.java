package id.dukcapil.portal.signing.pades;

import id.dukcapil.portal.platform.PortalHome;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An authority that is trusted, and keys that it vouches for. */
final class TrustedSigner {

    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private static final Duration YEARS = Duration.ofDays(2_000);

    private final KeyPair authorityKeys = CertificateIssuing.newKeys();
    private final X509Certificate authority;
    private final TrustedAuthorities trusted;

    TrustedSigner(Path home) throws GeneralSecurityException, IOException {
        authority = CertificateIssuing.authority(authorityKeys, "Otoritas Uji", NOW.minus(YEARS), NOW.plus(YEARS));
        trusted = new TrustedAuthorities(new PortalHome(home));
        trusted.believe(Files.write(trusted.folder().resolve("uji.crt"), authority.getEncoded()));
    }

    TrustedAuthorities authorities() {
        return trusted;
    }

    /** Valid for a day before and after now. */
    SigningKey key(String name) throws GeneralSecurityException {
        return key(name, CertificateIssuing.newKeys());
    }

    SigningKey ellipticKey(String name) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return key(name, generator.generateKeyPair());
    }

    SigningKey shortKey(String name) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return key(name, generator.generateKeyPair());
    }

    private SigningKey key(String name, KeyPair keys) throws GeneralSecurityException {
        X509Certificate certificate = CertificateIssuing.signer(
                new SigningKey(authorityKeys.getPrivate(), List.of(authority)),
                keys.getPublic(),
                name,
                BigInteger.TEN.toString(),
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(1)));
        return new SigningKey(keys.getPrivate(), List.of(certificate, authority));
    }
}
