package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureScopeType;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.simplereport.jaxb.XmlSignatureScope;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;

/** Judges signed documents after a measurement, one by one: the whole validation of DSS after the standard, and poppler's. */
public final class SignedOutputs {

    private final CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    private final Path folder;
    private final boolean poppler;

    /** @param trust folder with the certificates of authorities that are believed */
    public SignedOutputs(Path trust, Path folder) throws Exception {
        this.folder = folder;
        try (Stream<Path> files = Files.list(trust)) {
            files.forEach(file -> trusted.addCertificate(DSSUtils.loadCertificate(file.toFile())));
        }
        poppler = installed();
    }

    public boolean hasPoppler() {
        return poppler;
    }

    public void requireValidForDss(byte[] signed, Instant signedAt) {
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(signed));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(signedAt.plus(Duration.ofDays(1))));
        var reports = validator.validateDocument();
        SimpleReport report = reports.getSimpleReport();
        String signature = report.getFirstSignatureId();
        assertThat(report.getSignaturesCount()).isEqualTo(1);
        assertThat(report.getSignatureFormat(signature)).hasToString("PAdES-BASELINE-B");
        assertThat(report.getIndication(signature)).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.getSignatureScopes(signature))
                .extracting(XmlSignatureScope::getScope)
                .containsExactly(SignatureScopeType.FULL);
        assertThat(reports.getDiagnosticData()
                        .getSignatureById(signature)
                        .getPDFRevision()
                        .arePdfModificationsDetected())
                .isFalse();
    }

    public void requireValidForPoppler(byte[] signed, String name) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve(name + ".pdf"), signed);
        Process process = new ProcessBuilder("pdfsig", "-nocert", file.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.delete(file);
        assertThat(told).contains("Signature Validation: Signature is Valid.", "Total document signed");
    }

    private static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("pdfsig", "-v").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
