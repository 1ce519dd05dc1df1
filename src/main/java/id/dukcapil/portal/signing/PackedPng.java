package id.dukcapil.portal.signing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A picture of two colours as PNG (ISO/IEC 15948), its eight pixels a byte taken as they lie in memory. The writer of
 * the JDK looks at every pixel five times to choose a filter, which never pays with two colours and took as long as
 * signing itself.
 */
final class PackedPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BITS_PER_PIXEL = 1;
    private static final byte PALETTE = 3;

    /** The filter of a row (ISO/IEC 15948, 9.2). */
    private static final byte UP = 2;

    private static final int CHUNK_FRAME = 12;

    private PackedPng() {}

    /** @param image of the type {@link BufferedImage#TYPE_BYTE_BINARY} with a palette of two */
    static byte[] of(BufferedImage image) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", header(image));
        chunk(png, "PLTE", palette((IndexColorModel) image.getColorModel()));
        chunk(png, "IDAT", deflated(rows(image)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] header(BufferedImage image) {
        return ByteBuffer.allocate(13)
                .putInt(image.getWidth())
                .putInt(image.getHeight())
                .put(BITS_PER_PIXEL)
                .put(PALETTE)
                .array();
    }

    private static byte[] palette(IndexColorModel colours) {
        var palette = ByteBuffer.allocate(6);
        for (int colour = 0; colour < 2; colour++) {
            palette.put((byte) colours.getRed(colour))
                    .put((byte) colours.getGreen(colour))
                    .put((byte) colours.getBlue(colour));
        }
        return palette.array();
    }

    /** Each as what differs from the one above it, which is little between the lines of letters and of a QR code. */
    private static byte[] rows(BufferedImage image) {
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int length = (image.getWidth() + 7) / 8;
        byte[] rows = new byte[image.getHeight() * (length + 1)];
        for (int row = 0; row < image.getHeight(); row++) {
            int from = row * length;
            int to = row * (length + 1);
            rows[to] = UP;
            for (int each = 0; each < length; each++) {
                int above = row == 0 ? 0 : pixels[from - length + each];
                rows[to + 1 + each] = (byte) (pixels[from + each] - above);
            }
        }
        return rows;
    }

    /** To look longer for what repeats makes it a seventh smaller and takes several times as long. */
    private static byte[] deflated(byte[] rows) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(rows);
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            while (!deflater.finished()) {
                packed.write(part, 0, deflater.deflate(part));
            }
            return packed.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(content);
        png.writeBytes(ByteBuffer.allocate(CHUNK_FRAME + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) crc.getValue())
                .array());
    }
}
