package id.dukcapil.portal.documents.upload;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.documents.upload.ShownPdf.Condition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is opened for a look, and what is not. */
class ShownPdfTest {

    @Test
    void itMayCarryWhatIsNotTakenElsewhere() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
            assertThat(ShownPdf.of(saved(document))).isEqualTo(Condition.FIT);
        }
    }

    @Test
    void manyPagesAreNoHindrance() throws IOException {
        try (var document = new PDDocument()) {
            for (int page = 0; page < 5_000; page++) {
                document.addPage(new PDPage());
            }
            assertThat(ShownPdf.of(saved(document))).isEqualTo(Condition.FIT);
        }
    }

    /** Without a password for reading a reader opens it by itself, and what its streams hold is not seen before. */
    @ParameterizedTest
    @ValueSource(strings = {"", "rahasia"})
    void anEncryptedOneIsLockedWithOrWithoutPassword(String password) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("pemilik", password, new AccessPermission()));
            assertThat(ShownPdf.of(saved(document))).isEqualTo(Condition.LOCKED);
        }
    }

    @Test
    void aBombIsNotOpened() throws IOException {
        var pdf = new ByteArrayOutputStream();
        pdf.write("%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n"
                .getBytes(StandardCharsets.US_ASCII));
        try (var packed = new DeflaterOutputStream(pdf)) {
            byte[] nothing = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 40; megabyte++) {
                packed.write(nothing);
            }
        }
        assertThat(ShownPdf.of(pdf.toByteArray())).isEqualTo(Condition.TOO_MUCH);
    }

    /** As PDFBox writes the picture of a signature; the length of its rows is looked at where it stands. */
    @ParameterizedTest
    @CsvSource({"1250, FIT", "2000000000, TOO_MUCH", "12 0 R, TOO_MUCH"})
    void parametersMayStandInAnObjectOfTheirOwn(String columns, Condition expected) throws IOException {
        var pdf = new ByteArrayOutputStream();
        pdf.write("""
                %%PDF-1.7
                9 0 obj
                << /Predictor 15 /#43olumns %s >>
                endobj
                10 0 obj
                << /Subtype /Image /Filter /FlateDecode /DecodeParms 9 0 R >>
                stream
                """.formatted(columns).getBytes(StandardCharsets.US_ASCII));
        try (var packed = new DeflaterOutputStream(pdf)) {
            packed.write(new byte[100]);
        }
        assertThat(ShownPdf.of(pdf.toByteArray())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%PDF", "<html>"})
    void whatDoesNotBeginAsAPdfIsNone(String text) {
        assertThat(ShownPdf.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Condition.NO_PDF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "GIF89a", "<html>"})
    void aPdfBehindSomethingElseIsToldApart(String before) {
        byte[] content = (before + "%PDF-1.7").getBytes(StandardCharsets.UTF_8);
        assertThat(ShownPdf.of(content)).isEqualTo(Condition.PRECEDED);
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
