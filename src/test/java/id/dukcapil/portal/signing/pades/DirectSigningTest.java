package id.dukcapil.portal.signing.pades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.signing.PdfToSign;
import id.dukcapil.portal.signing.Pdfs;
import id.dukcapil.portal.signing.Signatories;
import id.dukcapil.portal.signing.SignedOutputs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written without DSS is what DSS would have written, and valid for it. */
class DirectSigningTest {

    private static final PdfToSign DOCUMENT = Pdfs.toSign(Pdfs.page("Kartu Keluarga"));

    @TempDir
    static Path home;

    private static TrustedSigner authority;
    private static SigningKey key;
    private static PadesSigning signing;
    private static SignedOutputs judges;

    @BeforeAll
    static void begin() throws Exception {
        authority = new TrustedSigner(home);
        key = authority.key("Ratna");
        signing = new PadesSigning(Signatories.keystore(), authority.authorities());
        judges = new SignedOutputs(authority.authorities().folder(), home);
    }

    @Test
    void theWholeValidationOfDssAndPopplerPassIt() throws Exception {
        requireValid(signing.sign(DOCUMENT, key, TrustedSigner.NOW));
    }

    @Test
    void aKeyOnAnEllipticCurveIsAsGood() throws Exception {
        requireValid(signing.sign(DOCUMENT, authority.ellipticKey("Ratna"), TrustedSigner.NOW));
    }

    @Test
    void theSentBytesComeFirstUnchanged() throws Exception {
        byte[] signed = signing.sign(DOCUMENT, key, TrustedSigner.NOW);

        assertThat(Arrays.mismatch(DOCUMENT.pdf(), signed)).isEqualTo(DOCUMENT.pdf().length);
        assertThat(Arrays.mismatch(byDss(DOCUMENT), signed)).isGreaterThan(DOCUMENT.pdf().length);
    }

    @Test
    void theDictionaryTheFieldAndTheSignedAttributesAreThoseOfDss() throws Exception {
        byte[] direct = signing.sign(DOCUMENT, key, TrustedSigner.NOW);
        byte[] dss = byDss(DOCUMENT);

        assertThat(told(direct)).isEqualTo(told(dss)).contains("ETSI.CAdES.detached", "Ratna", "Kabupaten Bandung");
        assertThat(attributes(direct)).isEqualTo(attributes(dss)).hasSize(4);
    }

    @Test
    void whatIsOutOfTheOrdinaryIsStillSignedAndValid() throws Exception {
        requireValid(signing.sign(changed(page -> page.setRotation(90)), key, TrustedSigner.NOW));
        requireValid(signing.sign(
                changed(page -> page.setMediaBox(new PDRectangle(-20, -20, 600, 800))), key, TrustedSigner.NOW));
        requireValid(signing.sign(changed(DirectSigningTest::annotate), key, TrustedSigner.NOW));
        requireValid(signing.sign(
                new PdfToSign(DOCUMENT.content(), DOCUMENT.digest(), null, "Paraf", "Soreang"),
                key,
                TrustedSigner.NOW));
    }

    private static void requireValid(byte[] signed) {
        assertThatCode(() -> {
                    judges.requireValidForDss(signed, TrustedSigner.NOW);
                    if (judges.hasPoppler()) {
                        judges.requireValidForPoppler(signed, "signed");
                    }
                })
                .doesNotThrowAnyException();
    }

    /** By the same key at the same time, the long way round. */
    private static byte[] byDss(PdfToSign document) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(document.pdf())) {
            return signing.signByDss(document, PageHeight.of(pdf.getPage(0)), key, TrustedSigner.NOW);
        }
    }

    private static void annotate(PDPage page) {
        try {
            page.setAnnotations(List.of(new PDAnnotationText()));
        } catch (RuntimeException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static PdfToSign changed(Consumer<PDPage> change) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(DOCUMENT.pdf())) {
            change.accept(pdf.getPage(0));
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes, CompressParameters.NO_COMPRESSION);
            return new PdfToSign(
                    HashedContent.of(bytes.toByteArray()),
                    ContentHash.of(bytes.toByteArray()),
                    DOCUMENT.appearance(),
                    DOCUMENT.reason(),
                    DOCUMENT.location());
        }
    }

    private static String told(byte[] signed) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(signed)) {
            PDSignatureField field = pdf.getSignatureFields().getFirst();
            PDSignature signature = field.getSignature();
            PDAnnotationWidget widget = field.getWidgets().getFirst();
            return String.join(
                    "\n",
                    signature.getFilter(),
                    signature.getSubFilter(),
                    signature.getName(),
                    signature.getLocation(),
                    signature.getReason(),
                    signature.getCOSObject().getString(COSName.M),
                    signature.getPropBuild().getApp().getName(),
                    field.getPartialName(),
                    Integer.toString(widget.getAnnotationFlags()),
                    widget.getRectangle().toString(),
                    widget.getNormalAppearanceStream().getBBox().toString(),
                    Integer.toString(pdf.getPage(0).getAnnotations().size()),
                    Objects.requireNonNull(pdf.getDocumentCatalog().getAcroForm())
                                    .getCOSObject()
                                    .getCOSArray(COSName.FIELDS)
                                    .size()
                            + " fields");
        }
    }

    /** Of the signature, as types. */
    private static List<String> attributes(byte[] signed) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(signed)) {
            SignerInformation signer = new CMSSignedData(
                            pdf.getSignatureDictionaries().getFirst().getContents())
                    .getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next();
            return Arrays.stream(signer.getSignedAttributes().toASN1Structure().getAttributes())
                    .map(attribute -> attribute.getAttrType().getId())
                    .sorted()
                    .toList();
        }
    }
}
