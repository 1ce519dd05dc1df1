package id.dukcapil.portal.signing.pades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.signing.PdfToSign;
import id.dukcapil.portal.signing.Pdfs;
import id.dukcapil.portal.signing.Signatories;
import id.dukcapil.portal.signing.SigningSettings;
import id.dukcapil.portal.signing.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a time stamp authority, which here is one of the test's own. */
class TimeStampedSigningTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(2_000));
    private static final Instant FAR_AHEAD = NOW.plus(Duration.ofDays(5_000));
    private static final PdfToSign DOCUMENT = Pdfs.toSign(Pdfs.page("Kartu Keluarga"));

    @TempDir
    Path home;

    private HttpServer authority;
    private SigningKey key;
    private X509Certificate stampCertificate;
    private TrustedAuthorities trusted;

    @BeforeEach
    void open() throws Exception {
        KeyPair keys = CertificateIssuing.newKeys();
        key = new SigningKey(
                keys.getPrivate(),
                List.of(CertificateIssuing.authority(
                        keys, "Ratna", NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)))));
        trusted = new TrustedAuthorities(new PortalHome(home));
        authority = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        KeyPair stampKeys = CertificateIssuing.newKeys();
        stampCertificate = stampCertificate(stampKeys);
        authority.createContext("/tsa", exchange -> {
            byte[] answer = stamp(exchange.getRequestBody().readAllBytes(), stampKeys, stampCertificate);
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        authority.createContext("/broken", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        authority.start();
    }

    @AfterEach
    void close() {
        authority.stop(0);
    }

    @Test
    void theTimeOfTheAuthorityMakesItLevelT() throws Exception {
        byte[] signed = signing("/tsa", false).sign(DOCUMENT, key, NOW);

        Verification found = new PadesExamination(trusted).examine(signed);
        assertThat(found.signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.format()).isEqualTo("PAdES-BASELINE-T");
            assertThat(signature.intact()).isTrue();
            assertThat(signature.coversWholeDocument()).isTrue();
        });
    }

    @Test
    void aTimeStampOfAnUnknownAuthorityProvesNothingBeyondTheEndOfTheCertificate() throws Exception {
        KeyPair rootKeys = CertificateIssuing.newKeys();
        X509Certificate root = CertificateIssuing.authority(rootKeys, "Otoritas Uji", LONG_AGO, FAR_AHEAD);
        trusted.believe(Files.write(trusted.folder().resolve("uji.crt"), root.getEncoded()));
        KeyPair keys = CertificateIssuing.newKeys();
        X509Certificate signer = CertificateIssuing.signer(
                new SigningKey(rootKeys.getPrivate(), List.of(root)),
                keys.getPublic(),
                "Ratna",
                "1",
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(1)));
        byte[] stamped =
                signing("/tsa", false).sign(DOCUMENT, new SigningKey(keys.getPrivate(), List.of(signer, root)), NOW);
        var later = new ForeignExamination(trusted, Clock.fixed(NOW.plus(Duration.ofDays(30)), ZoneOffset.UTC));

        assertThat(later.examine(stamped).signatures())
                .extracting(Verification.Signature::doubt)
                .containsExactly(Verification.Doubt.CERTIFICATE_EXPIRED);
    }

    @Test
    void withoutATimeStampNothingIsSigned() {
        assertThatExceptionOfType(PadesSigning.SourceUnavailable.class)
                .isThrownBy(() -> signing("/broken", false).sign(DOCUMENT, key, NOW));

        authority.stop(0);
        assertThatExceptionOfType(PadesSigning.SourceUnavailable.class)
                .isThrownBy(() -> signing("/tsa", false).sign(DOCUMENT, key, NOW));
    }

    @Test
    void withoutProofThatNoCertificateWasRevokedNothingIsSignedForTheLongTerm() {
        assertThatExceptionOfType(PadesSigning.SourceUnavailable.class)
                .isThrownBy(() -> signing("/tsa", true).sign(DOCUMENT, key, NOW));
    }

    @Test
    void aStampAndProofThatNothingWasRevokedMakeItLevelLt() throws Exception {
        KeyPair rootKeys = CertificateIssuing.newKeys();
        X509Certificate root = CertificateIssuing.authority(rootKeys, "Otoritas Uji", LONG_AGO, FAR_AHEAD);
        byte[] revoked = nothingRevoked(rootKeys, root);
        authority.createContext("/crl", exchange -> {
            exchange.sendResponseHeaders(200, revoked.length);
            exchange.getResponseBody().write(revoked);
            exchange.close();
        });
        KeyPair stampKeys = CertificateIssuing.newKeys();
        X509Certificate stamper = certificate(stampKeys, rootKeys, root, "Penanda Waktu Uji", true);
        authority.createContext("/trusted-tsa", exchange -> {
            byte[] answer = stamp(exchange.getRequestBody().readAllBytes(), stampKeys, stamper);
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        trusted.believe(Files.write(trusted.folder().resolve("uji.crt"), root.getEncoded()));
        KeyPair keys = CertificateIssuing.newKeys();
        var signer =
                new SigningKey(keys.getPrivate(), List.of(certificate(keys, rootKeys, root, "Ratna", false), root));

        byte[] signed = signing("/trusted-tsa", true).sign(DOCUMENT, signer, NOW);

        Verification found = new PadesExamination(trusted).examine(signed);
        assertThat(found.signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.format()).isEqualTo("PAdES-BASELINE-LT");
            assertThat(signature.intact()).isTrue();
        });
    }

    private static byte[] nothingRevoked(KeyPair keys, X509Certificate issuer) throws Exception {
        var list = new JcaX509v2CRLBuilder(issuer, Date.from(NOW.minus(Duration.ofHours(1))));
        list.setNextUpdate(Date.from(FAR_AHEAD));
        return list.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()))
                .getEncoded();
    }

    /** Of the authority, with the address of its list of revoked certificates. */
    private X509Certificate certificate(
            KeyPair keys, KeyPair issuerKeys, X509Certificate issuer, String name, boolean stamps) throws Exception {
        var draft = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(64, new SecureRandom()),
                Date.from(LONG_AGO),
                Date.from(FAR_AHEAD),
                new X500Principal("CN=" + name),
                keys.getPublic());
        var list = new GeneralName(
                GeneralName.uniformResourceIdentifier,
                "http://127.0.0.1:" + authority.getAddress().getPort() + "/crl");
        draft.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(list)), null, null)
        }));
        if (stamps) {
            draft.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        draft.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuerKeys.getPrivate())));
    }

    private PadesSigning signing(String path, boolean revocation) {
        URI address = URI.create("http://127.0.0.1:" + authority.getAddress().getPort() + path);
        return new PadesSigning(
                Signatories.settings(SigningSettings.Kind.KEYSTORE, new SigningSettings.Keystore(address, revocation)),
                trusted);
    }

    private static X509Certificate stampCertificate(KeyPair keys) throws Exception {
        var name = new X500Name("CN=Penanda Waktu Uji");
        var draft = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.TWO,
                Date.from(NOW.minus(Duration.ofDays(1))),
                Date.from(NOW.plus(Duration.ofDays(1))),
                name,
                keys.getPublic());
        draft.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        return new JcaX509CertificateConverter()
                .getCertificate(draft.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
    }

    private static byte[] stamp(byte[] request, KeyPair keys, X509Certificate certificate) throws IOException {
        try {
            var tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", keys.getPrivate(), certificate),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                    new ASN1ObjectIdentifier("1.2.3.4"));
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(new TimeStampRequest(request), BigInteger.ONE, Date.from(NOW))
                    .getEncoded();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
