package id.dukcapil.portal.submission.document;

import static id.dukcapil.portal.submission.document.FamilyCards.family;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BarcodeFormat;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureScopeType;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlSignatureScope;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.documents.Paper;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.signing.PdfToSign;
import id.dukcapil.portal.signing.Signatories;
import id.dukcapil.portal.signing.StampOfTests;
import id.dukcapil.portal.signing.Verification;
import id.dukcapil.portal.signing.pades.CertificateIssuing;
import id.dukcapil.portal.signing.pades.PadesExamination;
import id.dukcapil.portal.signing.pades.PadesSigning;
import id.dukcapil.portal.signing.pades.SigningKey;
import id.dukcapil.portal.signing.pades.TrustedAuthorities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Kartu Keluarga with the stamp of its signature, before the judges of PDF/A and of signatures. */
class SignedFamilyCardTest {

    private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");
    private static final String ADDRESS = "https://portal.disdukcapil.contoh.go.id/verifikasi/7K3M9QXD4T2A";

    @TempDir
    static Path home;

    private static FamilyCardDocument card;
    private static byte[] signed;
    private static CertificateToken authority;
    private static PadesExamination examination;

    @BeforeAll
    static void signOne() throws GeneralSecurityException, IOException {
        card = new FamilyCardPaper(Paper.renderer()).print(family(4), NOON);
        var authorityKeys = CertificateIssuing.newKeys();
        Instant begins = NOON.minus(Duration.ofDays(30));
        Instant ends = NOON.plus(Duration.ofDays(700));
        var root = new SigningKey(
                authorityKeys.getPrivate(),
                List.of(CertificateIssuing.authority(authorityKeys, "Otoritas Uji", begins, ends)));
        var keys = CertificateIssuing.newKeys();
        var certificate = CertificateIssuing.signer(
                root, keys.getPublic(), Signatories.HEAD.fullName(), "197008171995032001", begins, ends);
        authority = new CertificateToken(root.chain().getFirst());
        var authorities = new TrustedAuthorities(new PortalHome(home));
        authorities.believe(Files.write(
                authorities.folder().resolve("uji.crt"), root.chain().getFirst().getEncoded()));
        examination = new PadesExamination(authorities);
        signed = new PadesSigning(Signatories.keystore(), authorities)
                .sign(
                        new PdfToSign(
                                HashedContent.of(card.pdf()),
                                ContentHash.of(card.pdf()),
                                new PdfToSign.Appearance(card.signature(), StampOfTests.png(ADDRESS, card.signature())),
                                "Penerbitan Kartu Keluarga",
                                "Kabupaten Bandung"),
                        new SigningKey(
                                keys.getPrivate(),
                                List.of(certificate, root.chain().getFirst())),
                        NOON);
        new Paper(signed).keptAs("signed-family-card");
    }

    @Test
    void itStaysAnArchivalDocument() throws Exception {
        assertThat(new Paper(card.pdf()).archiveFindings()).isEmpty();
        assertThat(new Paper(signed).archiveFindings()).isEmpty();
    }

    @Test
    void theWholeValidationAfterTheStandardAcceptsIt() {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(authority);
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(signed));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(NOON.plus(Duration.ofDays(1))));

        var reports = validator.validateDocument();
        SimpleReport report = reports.getSimpleReport();
        String signature = report.getFirstSignatureId();

        assertThat(report.getSignaturesCount()).isEqualTo(1);
        assertThat(report.getSignatureFormat(signature)).hasToString("PAdES-BASELINE-B");
        assertThat(report.getIndication(signature)).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(reports.getDiagnosticData().getSignatureById(signature).isSignatureValid())
                .isTrue();
        assertThat(reports.getDiagnosticData()
                        .getSignatureById(signature)
                        .getPDFRevision()
                        .arePdfModificationsDetected())
                .isFalse();
        assertThat(report.getSignatureScopes(signature))
                .extracting(XmlSignatureScope::getScope)
                .containsExactly(SignatureScopeType.FULL);
    }

    @Test
    void thePortalItselfFindsItValidOverTheWholeDocument() {
        Verification found = examination.examine(signed);

        assertThat(found.conclusion()).isEqualTo(Verification.Conclusion.VALID);
        assertThat(examination.fault(card.pdf(), signed)).isEmpty();
    }

    @Test
    void popplerFindsItValidOverTheWholeDocument() throws Exception {
        assumeTrue(installed("pdfsig"), "poppler-utils is not installed");
        Path file = Files.write(home.resolve("kk.pdf"), signed);

        String told = output("pdfsig", "-nocert", file.toString());

        assertThat(told).contains("Signature Validation: Signature is Valid.", "Total document signed");
    }

    @Test
    void thePageIsNotTurnedSoThatEveryServicePutsTheStampInItsPlace() throws IOException {
        try (PDDocument document = Loader.loadPDF(signed)) {
            assertThat(document.getPage(0).getRotation()).isZero();
            var field = document.getSignatureFields()
                    .getFirst()
                    .getWidgets()
                    .getFirst()
                    .getRectangle();
            assertThat(field.getLowerLeftX()).isEqualTo(card.signature().x());
            assertThat(field.getLowerLeftY()).isEqualTo(card.signature().y());
            assertThat(field.getWidth()).isEqualTo(card.signature().width());
            assertThat(field.getHeight()).isEqualTo(card.signature().height());
        }
    }

    @Test
    void theStampIsReadByAPhone() throws Exception {
        assertThat(new Paper(signed).scan(BarcodeFormat.QR_CODE, 300)).isEqualTo(ADDRESS);
    }

    private static boolean installed(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "-v").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
