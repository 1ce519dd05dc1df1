package id.dukcapil.portal.signing.pades;

import id.dukcapil.portal.documents.SignaturePlace;
import id.dukcapil.portal.signing.PdfToSign;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDPropBuild;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDPropBuildDataDict;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * A PAdES signature of level B-B as DSS writes it, without DSS, which reads, writes and hashes a document several times
 * over: for pages as the portal prints them. Whatever is out of the ordinary is DSS's.
 */
final class DirectSigning {

    private static final COSName ETSI_CADES_DETACHED = COSName.getPDFName("ETSI.CAdES.detached");
    private static final COSName STAMP = COSName.getPDFName("Im1");

    /** Of the parts of an update that are not the document, the stamp or the signature. */
    private static final int FRAME = 4096;

    private DirectSigning() {}

    /** Whether the page is upright, has the place on it, and carries neither annotations nor forms nor signatures. */
    static boolean isFor(PdfToSign.Appearance appearance, PDDocument pdf, SigningKey key) {
        if (key.cms().isEmpty() || pdf.getDocumentCatalog().getCOSObject().containsKey(COSName.ACRO_FORM)) {
            return false;
        }
        SignaturePlace place = appearance.place();
        PDPage page = pdf.getPage(place.page() - 1);
        PDRectangle sheet = page.getMediaBox();
        return page.getRotation() == 0
                && sheet.getLowerLeftX() == 0
                && sheet.getLowerLeftY() == 0
                && place.x() + place.width() <= sheet.getWidth()
                && place.y() + place.height() <= sheet.getHeight()
                && !page.getCOSObject().containsKey(COSName.ANNOTS);
    }

    /** @param pdf the same, open; not to be used any more afterwards */
    static byte[] sign(
            PdfToSign document, PdfToSign.Appearance appearance, PDDocument pdf, SigningKey key, String app, Instant at)
            throws IOException, GeneralSecurityException {
        CmsSignature cms = key.cms().orElseThrow();
        int free = cms.largest();
        pdf.setDocumentId(at.toEpochMilli());
        try (var options = new SignatureOptions()) {
            options.setPage(appearance.place().page() - 1);
            options.setPreferredSignatureSize(free);
            pdf.addSignature(dictionary(document, key, app, at), options);
        }
        show(appearance, pdf);
        readOnlyWhatIsNamed(pdf, appearance);
        var signed = new ByteArrayOutputStream(document.pdf().length + appearance.stamp().length + 2 * free + FRAME);
        ExternalSigningSupport update = pdf.saveIncrementalForExternalSigning(signed);
        update.setSignature(cms.over(digest(document, update.getContent()), key.key()));
        return signed.toByteArray();
    }

    /**
     * Before an update is written every object that the document lists is read, to find its number should the update name
     * it. Named are only those of the two dictionaries that the update has anew.
     */
    private static void readOnlyWhatIsNamed(PDDocument pdf, PdfToSign.Appearance appearance) {
        var named = new HashSet<COSObjectKey>();
        PDPage page = pdf.getPage(appearance.place().page() - 1);
        name(page.getCOSObject(), named);
        name(pdf.getDocumentCatalog().getCOSObject(), named);
        name(pdf.getDocument().getTrailer(), named);
        pdf.getDocument().getXrefTable().keySet().retainAll(named);
    }

    private static void name(COSBase part, Set<COSObjectKey> named) {
        if (part.getKey() != null) {
            named.add(part.getKey());
        }
        switch (part) {
            case COSObject reference -> {}
            case COSArray array -> array.forEach(each -> name(each, named));
            case COSDictionary dictionary -> dictionary.getValues().forEach(each -> name(each, named));
            default -> {}
        }
    }

    private static PDSignature dictionary(PdfToSign document, SigningKey key, String app, Instant at) {
        var signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(ETSI_CADES_DETACHED);
        signature.setPropBuild(madeBy(app));
        signature.setName(key.certificate().subject());
        signature.setLocation(document.location());
        signature.setReason(document.reason());
        signature.setSignDate(GregorianCalendar.from(ZonedDateTime.ofInstant(at, ZoneOffset.UTC)));
        return signature;
    }

    private static PDPropBuild madeBy(String app) {
        var name = new PDPropBuildDataDict();
        name.setName(app);
        var build = new PDPropBuild();
        build.setPDPropBuildApp(name);
        return build;
    }

    private static void show(PdfToSign.Appearance appearance, PDDocument pdf) throws IOException {
        SignaturePlace place = appearance.place();
        PDAnnotationWidget widget =
                pdf.getSignatureFields().getFirst().getWidgets().getFirst();
        widget.setLocked(true);
        widget.setRectangle(new PDRectangle(place.x(), place.y(), place.width(), place.height()));
        var looks = new PDAppearanceDictionary();
        looks.setNormalAppearance(stamp(appearance, pdf));
        widget.setAppearance(looks);
        PDPage page = pdf.getPage(place.page() - 1);
        page.setAnnotations(List.of(widget));
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    /** The picture in the size of its place. */
    private static PDAppearanceStream stamp(PdfToSign.Appearance appearance, PDDocument pdf) throws IOException {
        SignaturePlace place = appearance.place();
        var resources = new PDResources();
        resources.put(STAMP, PDImageXObject.createFromByteArray(pdf, appearance.stamp(), "stamp.png"));
        var stream = new PDAppearanceStream(pdf);
        stream.setResources(resources);
        stream.setBBox(new PDRectangle(place.width(), place.height()));
        try (OutputStream content = stream.getCOSObject().createOutputStream()) {
            content.write("q %s 0 0 %s 0 0 cm /%s Do Q"
                    .formatted(place.width(), place.height(), STAMP.getName())
                    .getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    /** The document comes first, and has been taken in already. */
    private static byte[] digest(PdfToSign document, InputStream content) throws IOException {
        MessageDigest digest = document.content().begun();
        try (var read = new DigestInputStream(content, digest)) {
            content.skipNBytes(document.pdf().length);
            read.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }
}
