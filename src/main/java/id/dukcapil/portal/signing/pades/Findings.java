package id.dukcapil.portal.signing.pades;

import eu.europa.esig.dss.model.signature.SignatureCryptographicVerification;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.exception.InvalidPasswordException;
import eu.europa.esig.dss.pades.exception.ProtectedDocumentException;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import id.dukcapil.portal.signing.ProviderAnswer;
import id.dukcapil.portal.signing.Verification;
import id.dukcapil.portal.signing.Verification.Conclusion;
import id.dukcapil.portal.signing.Verification.Doubt;
import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What DSS saw in a PDF, in the words of the portal. */
record Findings(Conclusion conclusion, String explanation, List<Verification.Signature> signatures) {

    private static final Logger log = LoggerFactory.getLogger(Findings.class);

    private static final String CALL = "DSS";

    /**
     * @param look asks DSS; whatever it stumbles over makes the file unreadable, but for
     *     {@link ForeignExamination.TooComplex}
     */
    static Findings of(Supplier<List<Verification.Signature>> look) {
        try (var services = RememberedServices.inThisThread()) {
            return judged(look.get());
        } catch (ForeignExamination.TooComplex tooMuch) {
            throw tooMuch;
        } catch (ProtectedDocumentException | InvalidPasswordException locked) {
            return invalid("PDF terkunci dengan kata sandi, sehingga tanda tangannya tidak dapat diperiksa.");
        } catch (RuntimeException unreadable) {
            // Whatever a stranger uploads: readers of PDF stumble over broken ones in many ways
            log.info("A PDF cannot be examined: {}", unreadable.getClass().getName());
            return invalid("Berkas ini bukan PDF yang dapat dibaca.");
        }
    }

    private static Findings invalid(String explanation) {
        return new Findings(Conclusion.INVALID, explanation, List.of());
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
        if (signatures.stream().anyMatch(signature -> signature.doubt() != null)) {
            return new Findings(Conclusion.INVALID, "Tanda tangan utuh, tetapi tidak membuktikan apa pun.", signatures);
        }
        return new Findings(
                Conclusion.VALID, "Tanda tangan utuh, dipercaya, dan mencakup seluruh dokumen.", signatures);
    }

    /** As they were made. */
    static Stream<PAdESSignature> inOrder(List<AdvancedSignature> signatures) {
        return signatures.stream()
                .map(PAdESSignature.class::cast)
                .sorted(Comparator.comparingInt(signature ->
                        range(signature.getPdfRevision().getByteRange()).to()));
    }

    static Verification.Signature signature(
            PAdESSignature signature, byte[] pdf, boolean trusted, @Nullable Doubt doubt) {
        CertificateToken token = signature.getSigningCertificateToken();
        SignerCertificate certificate = token == null ? null : new SignerCertificate(token.getCertificate());
        Date claimed = signature.getSigningTime();
        return new Verification.Signature(
                certificate == null ? "" : certificate.subject(),
                certificate == null ? null : certificate.issuer(),
                claimed == null ? null : claimed.toInstant(),
                String.valueOf(signature.getDataFoundUpToLevel()),
                signature.getPdfSignatureDictionary().getReason(),
                intact(signature),
                trusted,
                coversWhole(signature, pdf),
                doubt);
    }

    /** Nothing was added behind the signature. */
    static boolean coversWhole(PAdESSignature signature, byte[] pdf) {
        return range(signature.getPdfRevision().getByteRange()).coversWhole(pdf);
    }

    private static boolean intact(AdvancedSignature signature) {
        signature.checkSignatureIntegrity();
        SignatureCryptographicVerification found = signature.getSignatureCryptographicVerification();
        return found.isReferenceDataFound() && found.isReferenceDataIntact() && found.isSignatureValid();
    }

    private static SignedRange range(ByteRange range) {
        return new SignedRange(
                range.getFirstPartStart(),
                range.getFirstPartStart() + range.getFirstPartEnd(),
                range.getSecondPartStart(),
                range.getSecondPartStart() + range.getSecondPartEnd());
    }

    /** @param begin of the look, in {@link System#nanoTime()} */
    Verification verification(long begin) {
        var answer = new ProviderAnswer(CALL, null, null, Duration.ofNanos(System.nanoTime() - begin), Map.of());
        return new Verification(conclusion, explanation, signatures, answer);
    }
}
