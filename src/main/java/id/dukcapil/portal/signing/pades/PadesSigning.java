package id.dukcapil.portal.signing.pades;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.ImageScaling;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.VisualSignatureRotation;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import id.dukcapil.portal.documents.SignaturePlace;
import id.dukcapil.portal.signing.PdfToSign;
import id.dukcapil.portal.signing.PdfToSign.Appearance;
import id.dukcapil.portal.signing.SigningSettings;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds a PAdES signature to a PDF as an incremental update: B-B, with a time stamp authority B-T, and with sources of
 * revocation B-LT. Level B-B on an ordinary page is written directly, all else by DSS. What it needs of certificates is
 * shared by all signatures of this process.
 */
@Component
public class PadesSigning {

    private static final String APP = "Portal Dukcapil";

    private final PAdESService service;
    private final SignatureLevel level;

    public PadesSigning(SigningSettings settings, TrustedAuthorities authorities) {
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(authorities.source());
        if (settings.keystore().revocation()) {
            verifier.setOcspSource(new OnlineOCSPSource(new WebDataLoader("application/ocsp-request")));
            verifier.setCrlSource(new OnlineCRLSource(new WebDataLoader(null)));
        }
        service = new PAdESService(verifier);
        service.setPdfObjFactory(new PdfSignatures());
        URI authority = settings.keystore().timestampAuthority();
        if (authority != null) {
            service.setTspSource(
                    new OnlineTSPSource(authority.toString(), new WebDataLoader("application/timestamp-query")));
        }
        level = level(authority, settings.keystore().revocation());
    }

    private static SignatureLevel level(@Nullable URI authority, boolean revocation) {
        if (authority == null) {
            return SignatureLevel.PAdES_BASELINE_B;
        }
        return revocation ? SignatureLevel.PAdES_BASELINE_LT : SignatureLevel.PAdES_BASELINE_T;
    }

    /** "PAdES-BASELINE-B" */
    public String level() {
        return level.toString();
    }

    /** Whether nobody outside is asked for anything. */
    public boolean isAlone() {
        return level == SignatureLevel.PAdES_BASELINE_B;
    }

    /**
     * @throws UnsignablePdf when the document cannot carry a signature
     * @throws SourceUnavailable when a time stamp or a proof of revocation could not be had
     * @throws GeneralSecurityException when the key cannot sign
     */
    public byte[] sign(PdfToSign document, SigningKey key, Instant at) throws GeneralSecurityException {
        try (PDDocument pdf = opened(document)) {
            Appearance appearance = document.appearance();
            return appearance != null && isAlone() && DirectSigning.isFor(appearance, pdf, key)
                    ? DirectSigning.sign(document, appearance, pdf, key, APP, at)
                    : signByDss(document, PageHeight.of(pdf.getPage(page(document) - 1)), key, at);
        } catch (IOException unreadable) {
            throw new UnsignablePdf("The document cannot be read", unreadable);
        }
    }

    byte[] signByDss(PdfToSign document, float pageHeight, SigningKey key, Instant at) throws GeneralSecurityException {
        var unsigned = new InMemoryDocument(document.pdf());
        try (var services = RememberedServices.inThisThread()) {
            PAdESSignatureParameters parameters = parameters(document, pageHeight, key, at);
            ToBeSigned toBeSigned = service.getDataToSign(unsigned, parameters);
            DSSDocument signed = service.signDocument(unsigned, parameters, signed(toBeSigned, parameters, key));
            return DSSUtils.toByteArray(signed);
        } catch (DSSException | AlertException failed) {
            if (level != SignatureLevel.PAdES_BASELINE_B) {
                throw new SourceUnavailable("A time stamp or a proof of revocation could not be had", failed);
            }
            throw new UnsignablePdf("The document cannot carry a signature", failed);
        }
    }

    private static SignatureValue signed(ToBeSigned toBeSigned, PAdESSignatureParameters parameters, SigningKey key)
            throws GeneralSecurityException {
        Signature signature =
                FastCrypto.signature(parameters.getSignatureAlgorithm().getJCEId());
        signature.initSign(key.key());
        signature.update(toBeSigned.getBytes());
        return new SignatureValue(parameters.getSignatureAlgorithm(), signature.sign());
    }

    private PAdESSignatureParameters parameters(PdfToSign document, float pageHeight, SigningKey key, Instant at) {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(level);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(key.tokens().getFirst());
        parameters.setCertificateChain(key.tokens());
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setSignerName(key.certificate().subject());
        parameters.setReason(document.reason());
        parameters.setLocation(document.location());
        parameters.setAppName(APP);
        if (document.appearance() != null) {
            parameters.setImageParameters(image(document.appearance(), pageHeight));
        }
        return parameters;
    }

    private static SignatureImageParameters image(Appearance appearance, float pageHeight) {
        SignaturePlace place = appearance.place();
        var field = new SignatureFieldParameters();
        field.setPage(place.page());
        field.setOriginX(place.x());
        // DSS measures from the upper left corner, PDF and our places from the lower left
        field.setOriginY(pageHeight - place.y() - place.height());
        field.setRotation(VisualSignatureRotation.AUTOMATIC);
        field.setWidth(place.width());
        field.setHeight(place.height());
        var image = new SignatureImageParameters();
        image.setFieldParameters(field);
        image.setImage(new InMemoryDocument(appearance.stamp(), "stamp.png", MimeTypeEnum.PNG));
        image.setImageScaling(ImageScaling.STRETCH);
        return image;
    }

    /** Also finds out that the document can be read, and has the page of the stamp. */
    private static PDDocument opened(PdfToSign document) throws IOException {
        PDDocument pdf = Loader.loadPDF(document.pdf());
        String fault = pdf.isEncrypted()
                ? "The document is encrypted"
                : page(document) > pdf.getNumberOfPages() ? "The document has no page for the stamp" : null;
        if (fault != null) {
            pdf.close();
            throw new UnsignablePdf(fault, null);
        }
        return pdf;
    }

    /** That of the stamp, or the first. */
    private static int page(PdfToSign document) {
        return document.appearance() == null ? 1 : document.appearance().place().page();
    }

    /** The fault is the document's; another one may be signed. */
    public static final class UnsignablePdf extends RuntimeException {

        UnsignablePdf(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The fault is that of a source outside; nothing was signed. */
    public static final class SourceUnavailable extends RuntimeException {

        SourceUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
