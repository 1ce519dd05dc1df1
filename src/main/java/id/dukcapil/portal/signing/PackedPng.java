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
 * A picture of two colours as PNG (ISO/IEC 15948), its eight pixels a byte taken over as they lie in memory. The writer of
 * the JDK looks at every pixel five times to choose a filter, which never pays with two colours and took as long as
 * signing itself.
 */
final class PackedPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BITS_PER_PIXEL = 1;
    private static final byte PALETTE = 3;
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

    /** Each behind a zero: no filter. */
    private static byte[] rows(BufferedImage image) {
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int rowLength = (image.getWidth() + 7) / 8;
        var rows = ByteBuffer.allocate(image.getHeight() * (rowLength + 1));
        for (int row = 0; row < image.getHeight(); row++) {
            rows.put((byte) 0).put(pixels, row * rowLength, rowLength);
        }
        return rows.array();
    }

    private static byte[] deflated(byte[] rows) {
        try (var deflater = new Deflater()) {
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
