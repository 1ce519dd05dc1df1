package id.dukcapil.portal.documents.upload;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A PNG, chunk by chunk (ISO/IEC 15948): only what makes up the picture is kept, so no text, no place, no time and
 * nothing behind its end. The picture is unpacked once, in small pieces, to see that it has exactly the bytes that its
 * size promises.
 */
final class PngFile {

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final String DAMAGED =
            "Gambar PNG ini rusak atau terpotong. Pindai atau foto ulang lalu unggah lagi.";

    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "pHYs", "IDAT", "IEND");
    private static final int CHUNK_FRAME = 12;
    private static final int HEADER_LENGTH = 13;
    private static final int PIECE = 64 * 1024;

    /** Adam7: first column, first row, and the steps between, pass by pass. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private record Header(PictureSize size, int bitsPerPixel, boolean interlaced) {

        static Header read(ByteBuffer data) {
            var size = new PictureSize(data.getInt(), data.getInt());
            int depth = data.get();
            int channels = channels(data.get());
            int packing = data.get();
            int filtering = data.get();
            int interlace = data.get();
            if (packing != 0
                    || filtering != 0
                    || interlace < 0
                    || interlace > 1
                    || depth < 1
                    || depth > 16
                    || Integer.bitCount(depth) != 1) {
                throw damaged();
            }
            return new Header(size, channels * depth, interlace == 1);
        }

        private static int channels(int colourType) {
            return switch (colourType) {
                case 0, 3 -> 1;
                case 2 -> 3;
                case 4 -> 2;
                case 6 -> 4;
                default -> throw damaged();
            };
        }

        /** Bytes of the unpacked picture, one of each line saying how it was filtered. */
        long unpacked() {
            if (!interlaced) {
                return lines(size.width(), size.height());
            }
            long sum = 0;
            for (int[] pass : PASSES) {
                int columns = Math.ceilDiv(size.width() - pass[0], pass[2]);
                int rows = Math.ceilDiv(size.height() - pass[1], pass[3]);
                sum += columns > 0 && rows > 0 ? lines(columns, rows) : 0;
            }
            return sum;
        }

        private long lines(long columns, long rows) {
            return rows * (1 + Math.ceilDiv(columns * bitsPerPixel, 8));
        }
    }

    private final ByteBuffer content;
    private final ByteArrayOutputStream kept;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();

    PngFile(byte[] content) {
        this.content = ByteBuffer.wrap(content).position(SIGNATURE.length);
        this.kept = new ByteArrayOutputStream(content.length);
    }

    byte[] cleaned() {
        kept.writeBytes(SIGNATURE);
        Header header = header();
        String type = "IHDR";
        while (!type.equals("IEND")) {
            type = chunk();
        }
        requireWhole(header);
        return kept.toByteArray();
    }

    private Header header() {
        if (content.remaining() < CHUNK_FRAME + HEADER_LENGTH
                || content.getInt(content.position()) != HEADER_LENGTH
                || !type(content.position() + 4).equals("IHDR")) {
            throw damaged();
        }
        Header header = Header.read(content.slice(content.position() + 8, HEADER_LENGTH));
        chunk();
        return header;
    }

    /** Reads the next chunk and keeps it when it belongs to the picture. */
    private String chunk() {
        int start = content.position();
        if (content.remaining() < CHUNK_FRAME) {
            throw damaged();
        }
        int length = content.getInt(start);
        if (length < 0 || length > content.remaining() - CHUNK_FRAME) {
            throw damaged();
        }
        String type = type(start + 4);
        var sum = new CRC32();
        sum.update(content.slice(start + 4, 4 + length));
        if ((int) sum.getValue() != content.getInt(start + 8 + length)) {
            throw damaged();
        }
        if (KEPT.contains(type)) {
            kept.write(content.array(), start, CHUNK_FRAME + length);
        } else if (Character.isUpperCase(type.charAt(0))) {
            // Without it the picture cannot be understood, and we do not understand it
            throw damaged();
        }
        if (type.equals("IDAT")) {
            packed.write(content.array(), start + 8, length);
        }
        content.position(start + CHUNK_FRAME + length);
        return type;
    }

    private String type(int position) {
        return new String(content.array(), position, 4, StandardCharsets.ISO_8859_1);
    }

    private void requireWhole(Header header) {
        long expected = header.unpacked();
        var inflater = new Inflater();
        try {
            inflater.setInput(packed.toByteArray());
            byte[] piece = new byte[PIECE];
            long count = 0;
            while (!inflater.finished() && count <= expected) {
                int more = inflater.inflate(piece);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw damaged();
                }
                count += more;
            }
            if (count != expected) {
                throw damaged();
            }
        } catch (DataFormatException e) {
            throw new UnacceptableFile(DAMAGED, e);
        } finally {
            inflater.end();
        }
    }

    private static UnacceptableFile damaged() {
        return new UnacceptableFile(DAMAGED);
    }
}
