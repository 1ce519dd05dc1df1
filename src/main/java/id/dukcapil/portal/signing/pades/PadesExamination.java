package id.dukcapil.portal.signing.pades;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.signature.SignatureCryptographicVerification;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.exception.InvalidPasswordException;
import eu.europa.esig.dss.pades.exception.ProtectedDocumentException;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pades.validation.PdfSignatureDictionary;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import id.dukcapil.portal.signing.ProviderAnswer;
import id.dukcapil.portal.signing.Verification;
import id.dukcapil.portal.signing.Verification.Conclusion;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Examines the signatures of a PDF on this machine, whoever made them: intact, by a certificate that leads to a trusted
 * authority, and over the whole document. Whether a certificate was revoked later is not asked here.
 */
@Component
public class PadesExamination {

    private static final String CALL = "DSS";

    private final TrustedAuthorities authorities;

    public PadesExamination(TrustedAuthorities authorities) {
        this.authorities = authorities;
    }

    public Verification examine(byte[] pdf) {
        long begin = System.nanoTime();
        Findings found = findings(pdf);
        var answer = new ProviderAnswer(CALL, null, null, Duration.ofNanos(System.nanoTime() - begin), Map.of());
        return new Verification(found.conclusion(), found.explanation(), found.signatures(), answer);
    }

    /**
     * What is wrong with a document that somebody says is the sent one with a signature added: it must begin with the very
     * bytes that were sent (an incremental update), and its last signature must be intact and cover all of it. Whether
     * the certificate is trusted is not asked.
     *
     * @return a sentence in Indonesian; empty when nothing is wrong
     */
    public Optional<String> fault(byte[] sent, byte[] returned) {
        if (returned.length <= sent.length || Arrays.mismatch(sent, returned) != sent.length) {
            return Optional.of("Dokumen yang kembali bukan dokumen yang dikirim dengan tanda tangan di belakangnya.");
        }
        Findings found = findings(returned);
        if (found.signatures().isEmpty()) {
            return Optional.of(found.explanation());
        }
        boolean intact = found.signatures().stream().allMatch(Verification.Signature::intact);
        return intact && found.signatures().getLast().coversWholeDocument()
                ? Optional.empty()
                : Optional.of(found.explanation());
    }

    private Findings findings(byte[] pdf) {
        try (var services = RememberedServices.inThisThread()) {
            var analyzer = new PDFDocumentAnalyzer(new InMemoryDocument(pdf));
            analyzer.setPdfObjFactory(new PdfSignatures());
            analyzer.setCertificateVerifier(new CommonCertificateVerifier(true));
            List<Verification.Signature> signatures = analyzer.getSignatures().stream()
                    .map(PAdESSignature.class::cast)
                    .sorted(Comparator.comparingInt(signature ->
                            range(signature.getPdfRevision().getByteRange()).to()))
                    .map(signature -> signature(signature, pdf))
                    .toList();
            return judged(signatures);
        } catch (ProtectedDocumentException | InvalidPasswordException locked) {
            return Findings.invalid("PDF terkunci dengan kata sandi, sehingga tanda tangannya tidak dapat diperiksa.");
        } catch (RuntimeException unreadable) {
            // Whatever a stranger uploads: readers of PDF stumble over broken ones in many ways
            return Findings.invalid("Berkas ini bukan PDF yang dapat dibaca.");
        }
    }

    private static Findings judged(List<Verification.Signature> signatures) {
        if (signatures.isEmpty()) {
            return new Findings(
                    Conclusion.NO_SIGNATURE, "Dokumen ini tidak memuat tanda tangan elektronik.", signatures);
        }
        if (!signatures.stream().allMatch(Verification.Signature::intact)) {
            return new Findings(
                    Conclusion.INVALID, "Dokumen atau tanda tangannya diubah setelah ditandatangani.", signatures);
        }
        if (!signatures.getLast().coversWholeDocument()) {
            return new Findings(
                    Conclusion.INVALID, "Ada isi yang ditambahkan setelah tanda tangan terakhir.", signatures);
        }
        if (!signatures.stream().allMatch(Verification.Signature::trusted)) {
            return new Findings(
                    Conclusion.INVALID,
                    "Tanda tangan utuh, tetapi sertifikatnya bukan dari penerbit yang dipercaya portal ini.",
                    signatures);
        }
        return new Findings(
                Conclusion.VALID, "Tanda tangan utuh, dipercaya, dan mencakup seluruh dokumen.", signatures);
    }

    private Verification.Signature signature(PAdESSignature signature, byte[] pdf) {
        PdfSignatureDictionary dictionary = signature.getPdfSignatureDictionary();
        CertificateToken certificate = signature.getSigningCertificateToken();
        Date claimed = signature.getSigningTime();
        Instant signedAt = claimed == null ? null : claimed.toInstant();
        return new Verification.Signature(
                certificate == null ? "" : new SignerCertificate(certificate.getCertificate()).subject(),
                certificate == null ? null : new SignerCertificate(certificate.getCertificate()).issuer(),
                signedAt,
                String.valueOf(signature.getDataFoundUpToLevel()),
                dictionary.getReason(),
                intact(signature),
                trusted(signature, certificate, claimed),
                range(signature.getPdfRevision().getByteRange()).coversWhole(pdf));
    }

    private static boolean intact(AdvancedSignature signature) {
        signature.checkSignatureIntegrity();
        SignatureCryptographicVerification found = signature.getSignatureCryptographicVerification();
        return found.isReferenceDataFound() && found.isReferenceDataIntact() && found.isSignatureValid();
    }

    private boolean trusted(PAdESSignature signature, @Nullable CertificateToken certificate, @Nullable Date signedAt) {
        return certificate != null
                && signedAt != null
                && certificate.isValidOn(signedAt)
                && authorities.vouchFor(certificate, signature.getCertificates());
    }

    private static SignedRange range(ByteRange range) {
        return new SignedRange(
                range.getFirstPartStart(),
                range.getFirstPartStart() + range.getFirstPartEnd(),
                range.getSecondPartStart(),
                range.getSecondPartStart() + range.getSecondPartEnd());
    }

    private record Findings(Conclusion conclusion, String explanation, List<Verification.Signature> signatures) {

        static Findings invalid(String explanation) {
            return new Findings(Conclusion.INVALID, explanation, List.of());
        }
    }
}
