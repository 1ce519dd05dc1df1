package id.dukcapil.portal.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.ImageScaling;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import id.dukcapil.portal.documents.SignaturePlace;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Date;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What a competent programmer writes who has read the manual of EU DSS: one service, one token that is opened once, and for
 * each document the data to be signed, the signature by the JDK's own provider, the signed document. What the portal's
 * signatures are measured against, and nothing else.
 */
final class PlainDss implements AutoCloseable {

    private final PAdESService service = new PAdESService(new CommonCertificateVerifier());
    private final Pkcs12SignatureToken token;
    private final DSSPrivateKeyEntry key;

    PlainDss(Path keystore, char[] password) throws IOException {
        token = new Pkcs12SignatureToken(keystore.toFile(), new KeyStore.PasswordProtection(password));
        key = token.getKeys().getFirst();
    }

    /** Another way to put the picture into the document than the one that DSS takes by itself. */
    PlainDss with(IPdfObjFactory pictures) {
        service.setPdfObjFactory(pictures);
        return this;
    }

    byte[] sign(byte[] pdf, SignaturePlace place, byte[] stamp, Instant at) throws IOException {
        DSSDocument document = new InMemoryDocument(pdf);
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(key.getCertificate());
        parameters.setCertificateChain(key.getCertificateChain());
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setReason("Penerbitan Kartu Keluarga");
        parameters.setLocation("Kabupaten Bandung");
        parameters.setImageParameters(image(place, stamp, height(pdf, place.page())));
        var toBeSigned = service.getDataToSign(document, parameters);
        var signature = token.sign(toBeSigned, DigestAlgorithm.SHA256, key);
        return DSSUtils.toByteArray(service.signDocument(document, parameters, signature));
    }

    private static SignatureImageParameters image(SignaturePlace place, byte[] stamp, float pageHeight) {
        var field = new SignatureFieldParameters();
        field.setPage(place.page());
        field.setOriginX(place.x());
        field.setOriginY(pageHeight - place.y() - place.height());
        field.setWidth(place.width());
        field.setHeight(place.height());
        var image = new SignatureImageParameters();
        image.setFieldParameters(field);
        image.setImage(new InMemoryDocument(stamp, "stamp.png", MimeTypeEnum.PNG));
        image.setImageScaling(ImageScaling.STRETCH);
        return image;
    }

    private static float height(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getPage(page - 1).getMediaBox().getHeight();
        }
    }

    @Override
    public void close() {
        token.close();
    }
}
