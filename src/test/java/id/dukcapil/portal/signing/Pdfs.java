package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.documents.SignaturePlace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Small documents to sign. */
public final class Pdfs {

    public static final SignaturePlace PLACE = new SignaturePlace(1, 100, 100, 200, 60);

    private Pdfs() {}

    /** A page that differs from every other of these by its title. */
    public static byte[] page(String title) {
        return page(title, false);
    }

    public static byte[] encrypted() {
        return page("Terkunci", true);
    }

    private static byte[] page(String title, boolean encrypted) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.getDocumentInformation().setTitle(title);
            if (encrypted) {
                document.protect(new StandardProtectionPolicy("pemilik", "pembaca", new AccessPermission()));
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PdfToSign toSign(byte[] pdf) {
        byte[] stamp = new SignatureStamp(Signatories.keystore())
                .png(Signatories.HEAD, URI.create("https://portal.contoh.go.id/verifikasi/7K3M9QXD"), PLACE);
        HashedContent content = HashedContent.of(pdf);
        return new PdfToSign(
                content,
                content.hash(),
                new PdfToSign.Appearance(PLACE, stamp),
                "Penerbitan Kartu Keluarga",
                "Kabupaten Bandung");
    }
}
