package id.dukcapil.portal.signing.pades;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import id.dukcapil.portal.signing.Verification;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Examines the signatures of a PDF on this machine, whoever made them: intact, by a certificate that leads to a trusted
 * authority, and over the whole document. Whether a certificate was revoked later is not asked here.
 */
@Component
public class PadesExamination {

    private final TrustedAuthorities authorities;

    public PadesExamination(TrustedAuthorities authorities) {
        this.authorities = authorities;
    }

    public Verification examine(byte[] pdf) {
        long begin = System.nanoTime();
        Findings found = findings(pdf);
        return found.verification(begin);
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
        return Findings.of(() -> {
            var analyzer = new PDFDocumentAnalyzer(new InMemoryDocument(pdf));
            analyzer.setPdfObjFactory(new PdfSignatures());
            analyzer.setCertificateVerifier(new CommonCertificateVerifier(true));
            return Findings.inOrder(analyzer.getSignatures())
                    .map(signature -> Findings.signature(signature, pdf, wasTrusted(signature), null))
                    .toList();
        });
    }

    private boolean wasTrusted(PAdESSignature signature) {
        CertificateToken certificate = signature.getSigningCertificateToken();
        Date signedAt = signature.getSigningTime();
        return certificate != null
                && signedAt != null
                && certificate.isValidOn(signedAt)
                && authorities.vouchFor(certificate, signature.getCertificates());
    }
}
