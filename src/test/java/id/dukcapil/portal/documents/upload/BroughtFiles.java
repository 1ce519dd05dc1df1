package id.dukcapil.portal.documents.upload;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Makes the files that citizens, cameras and attackers bring along. */
public final class BroughtFiles {

    /** What a change to a document may throw. */
    public interface Change {
        void to(PDDocument document) throws IOException;
    }

    private BroughtFiles() {}

    public static byte[] pdf(int pages) {
        return pdf(pages, document -> {});
    }

    /** Differs from every other with another word. */
    public static byte[] pdfSaying(String word) {
        return pdf(1, document -> {
            try (var text = new PDPageContentStream(
                    document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 18);
                text.newLineAtOffset(72, 700);
                text.showText(word);
                text.endText();
            }
        });
    }

    public static byte[] pdf(int pages, Change change) {
        try (var document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            change.to(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] lockedPdf() {
        return pdf(1, document -> {
            var policy = new StandardProtectionPolicy("pemilik", "pembuka", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    /** One page whose content is this stream, written by hand so that nothing tidies it up. */
    static byte[] pdfWithStream(String dictionary, byte[] stream) {
        return pdfWithStream(dictionary, "\n", stream);
    }

    static byte[] pdfWithStream(String dictionary, String between, byte[] stream) {
        var out = new ByteArrayOutputStream();
        var offsets = new int[5];
        write(out, "%PDF-1.4\n");
        offsets[1] = out.size();
        write(out, "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        offsets[2] = out.size();
        write(out, "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
        offsets[3] = out.size();
        write(
                out,
                "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>\nendobj\n");
        offsets[4] = out.size();
        write(out, "4 0 obj\n<< " + dictionary + " /Length " + stream.length + " >>" + between + "stream\n");
        out.writeBytes(stream);
        write(out, "\nendstream\nendobj\n");
        int table = out.size();
        write(out, "xref\n0 5\n0000000000 65535 f \n");
        for (int object = 1; object <= 4; object++) {
            write(out, "%010d 00000 n \n".formatted(offsets[object]));
        }
        write(out, "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        return out.toByteArray();
    }

    static byte[] deflated(byte[] content) {
        return deflated(content, 1);
    }

    /** The same bytes again and again, packed. */
    static byte[] deflated(byte[] content, int times) {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION))) {
            for (int time = 0; time < times; time++) {
                packing.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("Jahat.class"));
            zip.write(new byte[] {1, 2, 3});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Left half red, right half blue, so that turning shows. */
    public static byte[] jpeg(int width, int height) {
        return picture("jpeg", width, height);
    }

    public static byte[] png(int width, int height) {
        return picture("png", width, height);
    }

    private static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As a telephone writes it: where it was taken, by what, and how it was held. */
    public static byte[] photograph(int width, int height, int orientation) {
        byte[] exif = exif(orientation);
        byte[] plain = jpeg(width, height);
        ByteBuffer photograph = ByteBuffer.allocate(plain.length + exif.length + 4);
        photograph.put(plain, 0, 2);
        photograph.putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).put(exif);
        photograph.put(plain, 2, plain.length - 2);
        return photograph.array();
    }

    private static byte[] exif(int orientation) {
        byte[] maker = "KameraSaya GPS -7.0253,107.5197\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 3 * 12 + 4 + maker.length);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 3);
        entry(exif, 0x010F, 2, maker.length, 8 + 2 + 3 * 12 + 4);
        entry(exif, 0x0112, 3, 1, orientation << 16);
        entry(exif, 0x8825, 4, 1, 8);
        exif.putInt(0).put(maker);
        return exif.array();
    }

    private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
        exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A PNG that says how large it is and then is not. */
    static byte[] pngClaiming(int width, int height, byte[] packed) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(PngFile.SIGNATURE);
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
        out.writeBytes(chunk("IHDR", header.array()));
        out.writeBytes(chunk("IDAT", packed));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    /** With one more chunk behind the header. */
    static byte[] pngWith(byte[] png, String type, byte[] data) {
        int header = PngFile.SIGNATURE.length + 25;
        var out = new ByteArrayOutputStream();
        out.write(png, 0, header);
        out.writeBytes(chunk(type, data));
        out.write(png, header, png.length - header);
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(data.length + 12).putInt(data.length);
        chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        var sum = new CRC32();
        sum.update(chunk.array(), 4, data.length + 4);
        return chunk.putInt((int) sum.getValue()).array();
    }

    static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
