package id.dukcapil.portal.documents.upload;

import static id.dukcapil.portal.documents.upload.BroughtFiles.deflated;
import static id.dukcapil.portal.documents.upload.BroughtFiles.joined;
import static id.dukcapil.portal.documents.upload.BroughtFiles.pdfWithStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

/** What citizens send is judged by its bytes; each file that could do harm is refused with a sentence. */
@Timeout(20)
class FileExaminationTest {

    private static final int FIVE_MEGABYTES = 5 << 20;
    private static final String PAGE_CONTENT = "0 0 m 100 100 l S\n";

    private final FileExamination examination = new FileExamination();

    @Test
    void aPdfIsKeptAsItCame() throws IOException {
        byte[] brought = BroughtFiles.pdf(3);
        SafeFile file = examined(brought);
        assertThat(file.kind()).isEqualTo(FileKind.PDF);
        assertThat(file.pages()).isEqualTo(3);
        assertThat(file.content()).isEqualTo(brought);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/FlateDecode", "[/FlateDecode]", "/Fl", "/#46lateDecode"})
    void ordinaryPackingIsAccepted(String filter) throws IOException {
        assertThat(examined(pdfWithStream("/Filter " + filter, deflated(bytes(PAGE_CONTENT))))
                        .pages())
                .isEqualTo(1);
    }

    @Test
    void theTextFormOfOlderProgramsIsAccepted() throws IOException {
        byte[] hex = bytes("3020302030206d20>");
        assertThat(examined(pdfWithStream("/Filter /ASCIIHexDecode", hex)).pages())
                .isEqualTo(1);
        byte[] text = bytes("9jqo^BlbD-BleB1DJ+*+F(f,q~>");
        assertThat(examined(pdfWithStream("/Filter [/ASCII85Decode]", text)).pages())
                .isEqualTo(1);
    }

    @Test
    void anImageIsRecognisedWhateverItIsCalled() throws IOException {
        assertThat(examined(BroughtFiles.jpeg(40, 30)).kind()).isEqualTo(FileKind.JPEG);
        assertThat(examined(BroughtFiles.png(40, 30)).kind()).isEqualTo(FileKind.PNG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "GIF89a",
                "MZ\u0090",
                "PK\u0003\u0004",
                " %PDF-1.7",
                "Surat keterangan"
            })
    void anythingElseIsRefused(String content) {
        refused(bytes(content), "bukan PDF, JPEG, atau PNG");
    }

    @Test
    void anEmptyFileIsRefused() {
        refused(new byte[0], "kosong");
    }

    @Test
    void moreThanFiveMegabytesAreRefused() {
        refused(new byte[FIVE_MEGABYTES + 1], "lebih besar dari 5 MB");
    }

    @Test
    void aPdfThatIsAWebPageTooIsRefused() {
        byte[] pdf = BroughtFiles.pdf(1);
        refused(joined(bytes("<html><!-- "), pdf), "bukan PDF");
        refused(joined(bytes("%PDF-1.4\n%<HTML><script>alert(1)</script>\n"), pdf), "halaman web");
    }

    @Test
    void aPdfThatIsAnArchiveTooIsRefused() {
        refused(joined(BroughtFiles.pdf(1), BroughtFiles.zip()), "arsip");
    }

    @Test
    void dataBehindThePdfIsRefused() {
        refused(joined(BroughtFiles.pdf(1), bytes("\n#!/bin/sh\n")), "data lain");
    }

    @Test
    void aPdfWithAPasswordIsRefused() {
        refused(BroughtFiles.lockedPdf(), "kata sandi");
    }

    @Test
    void aScriptInAPdfIsRefusedAlsoWhenItIsPackedAway() {
        refused(
                BroughtFiles.pdf(
                        1,
                        document ->
                                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"))),
                "skrip");
        refused(pdfWithStream("/Filter /FlateDecode", deflated(bytes("<< /S /JavaScript /JS (a) >>"))), "skrip");
        refused(pdfWithStream("/X << /S /J#61vaScript >>", bytes(PAGE_CONTENT)), "skrip");
        refused(
                BroughtFiles.pdf(
                        1,
                        document -> document.getDocumentCatalog()
                                .getCOSObject()
                                .setString(COSName.getPDFName("JS"), "app.alert(1)")),
                "skrip");
    }

    @Test
    void aPdfThatStartsAProgramIsRefused() {
        refused(
                BroughtFiles.pdf(1, document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch())),
                "perintah");
    }

    @Test
    void aPdfThatCallsAnAddressByItselfIsRefused() {
        refused(BroughtFiles.pdf(1, document -> document.getPage(0).getActions().setO(address())), "perintah");
        refused(
                BroughtFiles.pdf(
                        1,
                        document -> document.getDocumentCatalog().getActions().setWC(address())),
                "perintah");
        refused(BroughtFiles.pdf(1, document -> document.getDocumentCatalog().setOpenAction(address())), "perintah");
        refused(
                BroughtFiles.pdf(1, document -> {
                    var turn = new PDActionGoTo();
                    turn.setNext(List.of(address()));
                    document.getDocumentCatalog().setOpenAction(turn);
                }),
                "perintah");
    }

    @Test
    void aPdfMayOpenAtOneOfItsPagesAndShowALink() throws IOException {
        byte[] brought = BroughtFiles.pdf(2, document -> {
            document.getDocumentCatalog().setOpenAction(new PDActionGoTo());
            var link = new PDAnnotationLink();
            link.setAction(address());
            document.getPage(0).getAnnotations().add(link);
        });

        assertThat(examined(brought).pages()).isEqualTo(2);
    }

    private static PDActionURI address() {
        var action = new PDActionURI();
        action.setURI("https://example.org/seen");
        return action;
    }

    @Test
    void aFileInsideAPdfIsRefused() {
        refused(
                BroughtFiles.pdf(1, document -> {
                    var inside = new PDComplexFileSpecification();
                    inside.setFile("jahat.exe");
                    inside.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1})));
                    var tree = new PDEmbeddedFilesNameTreeNode();
                    tree.setNames(java.util.Map.of("jahat.exe", inside));
                    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                    names.setEmbeddedFiles(tree);
                    document.getDocumentCatalog().setNames(names);
                }),
                "membawa berkas");
        refused(
                BroughtFiles.pdf(1, document -> {
                    var file = new COSDictionary();
                    file.setItem(COSName.EF, new COSDictionary());
                    document.getPage(0).getCOSObject().setItem(COSName.getPDFName("Lampiran"), file);
                }),
                "berkas lain");
    }

    @Test
    void aPdfThatGrowsWhenItIsOpenedIsRefusedInLittleTimeAndMemory() {
        byte[] bomb = pdfWithStream("/Filter /FlateDecode", deflated(new byte[1 << 20], 900));
        assertThat(bomb.length).isLessThan(FIVE_MEGABYTES);
        refused(bomb, "mengembang terlalu besar");
    }

    @Test
    void aPictureInAPdfThatGrowsIsRefused() {
        byte[] bomb = pdfWithStream(
                "/Type /XObject /Subtype /Image /Width 9000 /Height 9000 /Filter /FlateDecode",
                deflated(new byte[1 << 20], 200));
        refused(bomb, "mengembang terlalu besar");
    }

    @Test
    void manySmallBombsTogetherAreRefused() {
        byte[] packed = deflated(new byte[1 << 20], 15);
        var stream = new StringBuilder();
        for (int index = 0; index < 20; index++) {
            stream.append("endstream\nendobj\n9 0 obj\n<< /Filter /FlateDecode >>\nstream\n")
                    .append(new String(packed, StandardCharsets.ISO_8859_1))
                    .append('\n');
        }
        refused(pdfWithStream("", bytes(stream.toString())), "mengembang terlalu besar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Filter [/FlateDecode /FlateDecode]",
                "/Filter [/RunLengthDecode /FlateDecode]",
                "/Filter /LZWDecode",
                "/Filter 5 0 R",
                "/Filter /FlateDecode /F /FlateDecode",
                "/Filter /FlateDecode /DecodeParms 5 0 R",
                "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2147483647 >>",
                "/Filter /CCITTFaxDecode /DecodeParms << /Columns 99999 >>"
            })
    void packingThatNobodyNeedsIsRefused(String dictionary) {
        refused(pdfWithStream(dictionary, deflated(deflated(new byte[1 << 20], 50))), "tidak lazim");
    }

    @Test
    void aStreamHiddenBehindARemarkIsRefused() {
        refused(pdfWithStream("/Filter /FlateDecode", " %x\n", deflated(new byte[1 << 20], 100)), "tidak lazim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Filter /FlateDecode /X (1 0 obj << /Y)",
                "/Filter /FlateDecode /X (1 0 obj << /Y \\()",
                "/Filter /FlateDecode % 1 0 obj <<\n",
                "/Filter /FlateDecode /X <316f626a> /Xobj << /Y 1 >>",
                "/Filter /FlateDecode /Xobj 1"
            })
    void aDictionaryThatIsHalfHiddenDoesNotHideABomb(String dictionary) {
        byte[] bomb = pdfWithStream(dictionary, deflated(new byte[1 << 20], 100));
        assertThatThrownBy(() -> examined(bomb)).isInstanceOf(UnacceptableFile.class);
    }

    @Test
    void aHugePictureInsideAPdfIsRefused() {
        byte[] huge = BroughtFiles.jpeg(16, 16);
        int frame = indexOf(huge, (byte) 0xFF, (byte) 0xC0);
        Arrays.fill(huge, frame + 5, frame + 9, (byte) 0xFE);
        refused(pdfWithStream("/Subtype /Image /Filter /DCTDecode", huge), "terlalu besar");
        refused(pdfWithStream("/Subtype /Image /Filter [/FlateDecode /DCTDecode]", deflated(huge)), "terlalu besar");
    }

    @Test
    void tooManyPagesAreRefused() throws IOException {
        assertThat(examined(BroughtFiles.pdf(50)).pages()).isEqualTo(50);
        refused(BroughtFiles.pdf(51), "lebih dari 50 halaman");
    }

    @Test
    void aCutOffPdfIsRefused() {
        byte[] pdf = BroughtFiles.pdf(1);
        refused(Arrays.copyOf(pdf, pdf.length / 2), "rusak atau terpotong");
        refused(bytes("%PDF-1.7\nini bukan PDF\n%%EOF"), "rusak atau terpotong");
    }

    @Test
    void aPhotographLosesWhereItWasTaken() throws IOException {
        byte[] photograph = BroughtFiles.photograph(64, 48, 1);
        assertThat(text(photograph)).contains("GPS -7.0253");
        byte[] kept = examined(photograph).content();
        assertThat(text(kept)).doesNotContain("Exif").doesNotContain("GPS").doesNotContain("KameraSaya");
        assertThat(size(kept)).isEqualTo("64x48");
    }

    @ParameterizedTest
    @CsvSource({"1, 64x48, RB", "2, 64x48, BR", "3, 64x48, BR", "4, 64x48, RB"})
    void aPictureThatWasHeldUprightOrUpsideDownStandsUpright(int orientation, String size, String colours)
            throws IOException {
        BufferedImage upright =
                image(examined(BroughtFiles.photograph(64, 48, orientation)).content());
        assertThat(upright.getWidth() + "x" + upright.getHeight()).isEqualTo(size);
        assertThat(colour(upright, 8, 24) + colour(upright, 56, 24)).isEqualTo(colours);
    }

    @ParameterizedTest
    @CsvSource({"5, RB", "6, RB", "7, BR", "8, BR"})
    void aPictureThatWasHeldSidewaysIsTurned(int orientation, String fromTop) throws IOException {
        BufferedImage upright =
                image(examined(BroughtFiles.photograph(64, 48, orientation)).content());
        assertThat(upright.getWidth() + "x" + upright.getHeight()).isEqualTo("48x64");
        assertThat(colour(upright, 24, 8) + colour(upright, 24, 56)).isEqualTo(fromTop);
    }

    @Test
    void theSamePictureIsTheSameBytesAgain() throws IOException {
        byte[] photograph = BroughtFiles.photograph(64, 48, 6);
        assertThat(examined(photograph).content())
                .isEqualTo(examined(photograph).content());
    }

    @Test
    void whatHangsBehindAnImageIsCutOff() throws IOException {
        byte[] jpeg =
                examined(joined(BroughtFiles.jpeg(40, 30), BroughtFiles.zip())).content();
        byte[] png =
                examined(joined(BroughtFiles.png(40, 30), BroughtFiles.zip())).content();
        assertThat(text(jpeg)).doesNotContain("PK\u0003\u0004").doesNotContain("Jahat");
        assertThat(text(png)).doesNotContain("PK\u0003\u0004").doesNotContain("Jahat");
    }

    @Test
    void textInsideAPngIsCutOut() throws IOException {
        byte[] png =
                BroughtFiles.pngWith(BroughtFiles.png(40, 30), "tEXt", bytes("Comment\0<script>alert(1)</script>"));
        byte[] kept = examined(png).content();
        assertThat(text(kept)).doesNotContain("script");
        assertThat(size(kept)).isEqualTo("40x30");
    }

    @Test
    void aTruncatedImageIsRefused() {
        byte[] jpeg = BroughtFiles.photograph(640, 480, 1);
        refused(Arrays.copyOf(jpeg, jpeg.length - 40), "rusak atau terpotong");
        refused(joined(Arrays.copyOf(jpeg, jpeg.length - 400), new byte[] {(byte) 0xFF, (byte) 0xD9}), "rusak");
        byte[] png = BroughtFiles.png(640, 480);
        refused(Arrays.copyOf(png, png.length - 20), "rusak atau terpotong");
    }

    @Test
    void anImageOfThirtyThousandPixelsASideIsRefusedBeforeItIsUnpacked() {
        refused(BroughtFiles.pngClaiming(30_000, 30_000, deflated(new byte[1 << 20], 500)), "30000 × 30000");
        refused(BroughtFiles.pngClaiming(-1, 30, deflated(new byte[10])), "ukuran");
    }

    @Test
    void anImageThatHoldsMoreThanItsSizeSaysIsRefused() {
        refused(BroughtFiles.pngClaiming(10, 10, deflated(new byte[1 << 20], 500)), "rusak");
        refused(BroughtFiles.pngClaiming(10, 10, deflated(new byte[5])), "rusak");
    }

    private SafeFile examined(byte[] content) throws IOException {
        return examination.examine(new ByteArrayResource(content), FIVE_MEGABYTES);
    }

    private void refused(byte[] content, String sentence) {
        assertThatThrownBy(() -> examined(content))
                .isInstanceOf(UnacceptableFile.class)
                .hasMessageContaining(sentence);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static int indexOf(byte[] content, byte first, byte second) {
        for (int at = 0; at < content.length - 1; at++) {
            if (content[at] == first && content[at + 1] == second) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }

    private static BufferedImage image(byte[] content) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(content));
    }

    private static String size(byte[] content) throws IOException {
        BufferedImage image = image(content);
        return image.getWidth() + "x" + image.getHeight();
    }

    private static String colour(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return (rgb >> 16 & 0xFF) > (rgb & 0xFF) ? "R" : "B";
    }
}
