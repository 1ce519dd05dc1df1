package id.dukcapil.portal.signing.pades;

import static eu.europa.esig.dss.enumerations.SubIndication.CRYPTO_CONSTRAINTS_FAILURE;
import static eu.europa.esig.dss.enumerations.SubIndication.CRYPTO_CONSTRAINTS_FAILURE_NO_POE;
import static eu.europa.esig.dss.enumerations.SubIndication.EXPIRED;
import static eu.europa.esig.dss.enumerations.SubIndication.OUT_OF_BOUNDS_NOT_REVOKED;
import static eu.europa.esig.dss.enumerations.SubIndication.OUT_OF_BOUNDS_NO_POE;
import static eu.europa.esig.dss.enumerations.SubIndication.REVOKED;
import static eu.europa.esig.dss.enumerations.SubIndication.REVOKED_CA_NO_POE;
import static eu.europa.esig.dss.enumerations.SubIndication.REVOKED_NO_POE;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.KeyUsageBit;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import id.dukcapil.portal.signing.Verification;
import id.dukcapil.portal.signing.Verification.Doubt;
import java.security.cert.CertificateParsingException;
import java.time.Clock;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges the signatures of a file that the office has not signed: the whole validation of DSS by the portal's policy, now and
 * at the time that is proved. Nothing is fetched, whatever addresses the file names (docs/decisions/0084).
 */
@Component
public class ForeignExamination {

    private static final String POLICY = "/signing/validation-policy.xml";

    /** Issuers are looked for among all that come with a file, each with each. */
    private static final int MOST_CERTIFICATES = 60;

    private static final int MOST_TIME_STAMPS = 20;
    private static final String TLS_SERVER = "1.3.6.1.5.5.7.3.1";

    private static final Set<SubIndication> OUT_OF_TIME =
            EnumSet.of(EXPIRED, OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED);
    private static final Set<SubIndication> WEAK =
            EnumSet.of(CRYPTO_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE_NO_POE);
    private static final Set<SubIndication> WITHDRAWN = EnumSet.of(REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE);

    private final TrustedAuthorities authorities;
    private final Clock clock;

    public ForeignExamination(TrustedAuthorities authorities, Clock clock) {
        this.authorities = authorities;
        this.clock = clock;
    }

    /** The policy and the schema classes of DSS take a second to load; most portals are shown no foreign file for days. */
    private static final class Policy {

        static final ValidationPolicy INSTANCE =
                ValidationPolicyLoader.fromValidationPolicy(POLICY).create();
    }

    /** @throws TooComplex when judging it would take too much work */
    public Verification examine(byte[] pdf) {
        long begin = System.nanoTime();
        return Findings.of(() -> signatures(pdf)).verification(begin);
    }

    private List<Verification.Signature> signatures(byte[] pdf) {
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(authorities.source());
        var validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
        validator.setPdfObjFactory(new BoundedRevisions());
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(clock.instant()));
        validator.setEnableEtsiValidationReport(false);
        requireFew(validator.getSignatures());
        SimpleReport report = validator.validateDocument(Policy.INSTANCE).getSimpleReport();
        return Findings.inOrder(validator.getSignatures())
                .map(signature ->
                        Findings.signature(signature, pdf, isTrusted(signature), doubt(signature, pdf, report)))
                .toList();
    }

    private static void requireFew(List<AdvancedSignature> signatures) {
        int certificates = signatures.stream()
                .mapToInt(one -> one.getCertificates().size())
                .sum();
        int timeStamps = signatures.stream()
                .mapToInt(one -> one.getAllTimestamps().size())
                .sum();
        if (certificates > MOST_CERTIFICATES || timeStamps > MOST_TIME_STAMPS) {
            throw new TooComplex("Too many certificates or time stamps");
        }
    }

    private boolean isTrusted(PAdESSignature signature) {
        CertificateToken certificate = signature.getSigningCertificateToken();
        return certificate != null && authorities.vouchFor(certificate, signature.getCertificates());
    }

    private @Nullable Doubt doubt(PAdESSignature signature, byte[] pdf, SimpleReport report) {
        if (!Findings.coversWhole(signature, pdf)
                && LaterChanges.rewrite(signature.getPdfRevision().getModificationDetection())) {
            return Doubt.REWRITTEN;
        }
        CertificateToken certificate = signature.getSigningCertificateToken();
        if (certificate != null && !isForDocuments(certificate)) {
            return Doubt.WRONG_PURPOSE;
        }
        Indication indication = report.getIndication(signature.getId());
        return indication == Indication.TOTAL_PASSED
                ? null
                : doubt(certificate, report.getSubIndication(signature.getId()));
    }

    private Doubt doubt(@Nullable CertificateToken certificate, @Nullable SubIndication why) {
        if (certificate == null || why == null) {
            return Doubt.UNPROVEN;
        }
        if (WITHDRAWN.contains(why)) {
            return Doubt.CERTIFICATE_REVOKED;
        }
        boolean ended = certificate.getNotAfter().toInstant().isBefore(clock.instant());
        if (ended && OUT_OF_TIME.contains(why)) {
            return Doubt.CERTIFICATE_EXPIRED;
        }
        return WEAK.contains(why) ? Doubt.WEAK : Doubt.UNPROVEN;
    }

    /** The policy asks for the same key usage; it cannot say which extended ones are out of place where none is needed. */
    private static boolean isForDocuments(CertificateToken certificate) {
        try {
            List<String> extended = certificate.getCertificate().getExtendedKeyUsage();
            return certificate.checkKeyUsage(KeyUsageBit.NON_REPUDIATION)
                    && (extended == null || !extended.contains(TLS_SERVER));
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }

    /** A file would take too much work; nothing is said about its signatures. */
    public static final class TooComplex extends RuntimeException {

        TooComplex(String message) {
            super(message);
        }
    }
}
