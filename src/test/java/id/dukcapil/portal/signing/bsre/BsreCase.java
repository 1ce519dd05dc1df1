package id.dukcapil.portal.signing.bsre;

import static id.dukcapil.portal.signing.Signatories.HEAD;

import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.signing.Passphrase;
import id.dukcapil.portal.signing.PdfToSign;
import id.dukcapil.portal.signing.Pdfs;
import id.dukcapil.portal.signing.SignOutcome;
import id.dukcapil.portal.signing.Signatories;
import id.dukcapil.portal.signing.SigningSettings.Bsre.PlaceBy;
import id.dukcapil.portal.signing.pades.CertificateIssuing;
import id.dukcapil.portal.signing.pades.PadesExamination;
import id.dukcapil.portal.signing.pades.PadesSigning;
import id.dukcapil.portal.signing.pades.SigningKey;
import id.dukcapil.portal.signing.pades.TrustedAuthorities;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A service at its stub, and documents signed as BSrE would sign them. */
abstract class BsreCase {

    static final Duration PATIENT = Duration.ofSeconds(20);
    static final Duration IMPATIENT = Duration.ofMillis(700);
    static final PdfToSign DOCUMENT = Pdfs.toSign(Pdfs.page("Kartu Keluarga"));

    static byte[] signed;
    static byte[] signedOther;

    @TempDir
    static Path home;

    private static PadesExamination examination;

    final StubBsre stub = new StubBsre();

    @BeforeAll
    static void theServiceHasSigned() throws GeneralSecurityException {
        var authorities = new TrustedAuthorities(new PortalHome(home));
        examination = new PadesExamination(authorities);
        var keys = CertificateIssuing.newKeys();
        var now = SettableClock.MONDAY_MORNING;
        var certificate = CertificateIssuing.authority(
                keys, HEAD.fullName(), now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
        var key = new SigningKey(keys.getPrivate(), List.of(certificate));
        var signing = new PadesSigning(Signatories.keystore(), authorities);
        signed = signing.sign(DOCUMENT, key, now);
        signedOther = signing.sign(Pdfs.toSign(Pdfs.page("Kartu Keluarga lain")), key, now);
    }

    @AfterEach
    void closeTheStub() {
        stub.close();
    }

    BsreProvider provider(int version) {
        return provider(version, PATIENT);
    }

    BsreProvider provider(int version, Duration patience) {
        return new BsreProvider(
                Signatories.bsre(stub.url(), version, PlaceBy.LOWER_LEFT, "tag_koordinat", patience), examination);
    }

    BsreProvider provider(int version, PlaceBy placeBy, String tagField) {
        return new BsreProvider(Signatories.bsre(stub.url(), version, placeBy, tagField, PATIENT), examination);
    }

    SignOutcome sign(BsreProvider provider) {
        try (Passphrase passphrase = Passphrase.of("rahasia-tte".toCharArray())) {
            return provider.sign(HEAD, passphrase, DOCUMENT);
        }
    }

    /** The successful answer of a version with that document. */
    static StubBsre.Script success(int version, byte[] pdf) {
        return version == 1 ? StubBsre.pdf(pdf, Map.of("id_dokumen", "a1b2-c3")) : files(pdf);
    }

    static StubBsre.Script files(byte[]... documents) {
        var list = new StringJoiner("\",\"", "[\"", "\"]");
        for (byte[] document : documents) {
            list.add(Base64.getEncoder().encodeToString(document));
        }
        return StubBsre.json(200, "{\"time\":912,\"file\":" + list + "}");
    }
}
