package id.dukcapil.portal.signing.pades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.signing.PdfToSign;
import id.dukcapil.portal.signing.Pdfs;
import id.dukcapil.portal.signing.Signatories;
import id.dukcapil.portal.signing.Verification.Doubt;
import id.dukcapil.portal.signing.Verification.Signature;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the policy asks for in time, and what keeps a file of a stranger from taking the portal's time. */
class ForeignExaminationTest {

    @TempDir
    static Path home;

    private static TrustedSigner authority;
    private static PadesSigning signing;
    private static SigningKey key;

    @BeforeAll
    static void begin() throws Exception {
        authority = new TrustedSigner(home);
        signing = new PadesSigning(Signatories.keystore(), authority.authorities());
        key = authority.key("Ratna");
    }

    private static List<Signature> judged(byte[] pdf, Instant now) {
        return new ForeignExamination(authority.authorities(), Clock.fixed(now, ZoneOffset.UTC))
                .examine(pdf)
                .signatures();
    }

    private static byte[] alsoSigned(byte[] pdf) throws GeneralSecurityException {
        return signing.sign(
                new PdfToSign(HashedContent.of(pdf), ContentHash.of(pdf), null, "Paraf", "Soreang"),
                key,
                TrustedSigner.NOW);
    }

    @Test
    void withinTheTimeOfItsCertificateNothingSpeaksAgainstIt() throws Exception {
        byte[] signed = signing.sign(Pdfs.toSign(Pdfs.page("Surat")), key, TrustedSigner.NOW);

        assertThat(judged(signed, TrustedSigner.NOW)).singleElement().satisfies(signature -> {
            assertThat(signature.doubt()).isNull();
            assertThat(signature.trusted()).isTrue();
        });
    }

    @Test
    void afterwardsTheDateInItProvesNothing() throws Exception {
        byte[] signed = signing.sign(Pdfs.toSign(Pdfs.page("Surat")), key, TrustedSigner.NOW);

        assertThat(judged(signed, TrustedSigner.NOW.plus(Duration.ofDays(30))))
                .extracting(Signature::doubt)
                .containsExactly(Doubt.CERTIFICATE_EXPIRED);
    }

    @Test
    void aCertificateOfTheFutureIsNotCalledExpired() throws Exception {
        byte[] signed = signing.sign(Pdfs.toSign(Pdfs.page("Surat")), key, TrustedSigner.NOW);

        assertThat(judged(signed, TrustedSigner.NOW.minus(Duration.ofDays(30))))
                .extracting(Signature::doubt)
                .containsExactly(Doubt.UNPROVEN);
    }

    @Test
    void signaturesAreCountedBeforeTheyAreJudged() throws Exception {
        byte[] signed = Pdfs.page("Surat");
        for (int times = 0; times <= BoundedRevisions.MOST_SIGNATURES; times++) {
            signed = alsoSigned(signed);
        }
        byte[] many = signed;

        assertThatExceptionOfType(ForeignExamination.TooComplex.class)
                .isThrownBy(() -> judged(many, TrustedSigner.NOW));
    }

    /** DSS looks for each element of a list among all others. */
    @Test
    @Timeout(120)
    void aComparisonForWhichNobodyWaitsEnds() throws Exception {
        byte[] signed = alsoSigned(alsoSigned(withLongList()));
        Thread look = Thread.ofPlatform().start(() -> judged(signed, TrustedSigner.NOW));
        while (look.isAlive() && !isComparing(look)) {
            Thread.onSpinWait();
        }

        look.interrupt();

        look.join(Duration.ofSeconds(60));
        assertThat(look.isAlive()).isFalse();
    }

    private static boolean isComparing(Thread look) {
        return Arrays.stream(look.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("compareArraysRecursively"));
    }

    private static byte[] withLongList() throws Exception {
        try (PDDocument document = Loader.loadPDF(Pdfs.page("Surat"))) {
            var list = new COSArray();
            for (int i = 0; i < 30_000; i++) {
                var entry = new COSDictionary();
                entry.setInt(COSName.N, i);
                list.add(new COSObject(entry));
            }
            PDPage page = document.getPage(0);
            page.getCOSObject().setItem(COSName.getPDFName("Daftar"), list);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }
}
