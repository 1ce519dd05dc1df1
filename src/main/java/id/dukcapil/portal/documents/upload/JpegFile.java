package id.dukcapil.portal.documents.upload;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG, segment by segment (ITU-T T.81): the place and the camera (EXIF, XMP), comments, previews and whatever stands
 * behind its end are left out, the colour profile stays. A picture that was only marked as turned is really turned, since
 * the mark goes with the rest.
 */
final class JpegFile {

    static final byte[] SIGNATURE = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    static final String DAMAGED = "Gambar JPEG ini rusak atau terpotong. Pindai atau foto ulang lalu unggah lagi.";

    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int EXIF = 0xE1;

    private static final byte[] JFIF = ascii("JFIF\0");
    private static final byte[] PROFILE = ascii("ICC_PROFILE\0");
    private static final byte[] ADOBE = ascii("Adobe");

    /** Version 1.2, no unit, square pixels, no preview. */
    private static final byte[] PLAIN_JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0
    };

    private final byte[] content;
    private final ByteArrayOutputStream kept;
    private int position = 2;
    private Orientation orientation = Orientation.UPRIGHT;
    private @Nullable PictureSize size;

    JpegFile(byte[] content) {
        this.content = content;
        this.kept = new ByteArrayOutputStream(content.length);
    }

    byte[] cleaned() {
        kept.write(0xFF);
        kept.write(0xD8);
        int marker = marker();
        while (marker != END) {
            segment(marker);
            marker = marker();
        }
        kept.write(0xFF);
        kept.write(END);
        if (size == null) {
            throw damaged();
        }
        return new JpegPixels(kept.toByteArray(), size).whole(orientation);
    }

    /** Size of the picture as its frame says, without unpacking anything. */
    static PictureSize sizeOf(byte[] start) {
        var file = new JpegFile(start);
        while (file.size == null) {
            int marker = file.marker();
            if (marker == END || marker == SCAN) {
                throw damaged();
            }
            file.segment(marker);
        }
        return file.size;
    }

    private int marker() {
        if (position + 1 >= content.length || (content[position] & 0xFF) != 0xFF) {
            throw damaged();
        }
        while (position < content.length && (content[position] & 0xFF) == 0xFF) {
            position++;
        }
        if (position >= content.length) {
            throw damaged();
        }
        return content[position++] & 0xFF;
    }

    private void segment(int marker) {
        int start = position;
        if (start + 2 > content.length) {
            throw damaged();
        }
        int length = ByteBuffer.wrap(content).getShort(start) & 0xFFFF;
        if (length < 2 || start + length > content.length) {
            throw damaged();
        }
        position = start + length;
        if (isFrame(marker)) {
            frame(marker, start);
        }
        switch (marker) {
            case 0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD -> keep(marker, start, length);
            case SCAN -> {
                keep(marker, start, length);
                scan();
            }
            case 0xE0 -> {
                if (has(JFIF, start)) {
                    kept.writeBytes(PLAIN_JFIF);
                }
            }
            case EXIF -> orientation = Orientation.of(Arrays.copyOfRange(content, start + 2, position), orientation);
            case 0xE2 -> keepIf(PROFILE, marker, start, length);
            case 0xEE -> keepIf(ADOBE, marker, start, length);
            default -> requireComment(marker);
        }
    }

    /** Every form of the picture's description, also those that are not taken. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void frame(int marker, int start) {
        if (marker > 0xC2 || size != null) {
            throw new UnacceptableFile(
                    "Bentuk JPEG ini tidak lazim. Simpan ulang sebagai JPEG biasa lalu unggah lagi.");
        }
        if (start + 8 > position) {
            throw damaged();
        }
        ByteBuffer data = ByteBuffer.wrap(content);
        size = new PictureSize(data.getShort(start + 5) & 0xFFFF, data.getShort(start + 3) & 0xFFFF);
    }

    /** Copies the packed picture up to the next marker that is none of its own. */
    private void scan() {
        int start = position;
        while (position + 1 < content.length) {
            int next = content[position + 1] & 0xFF;
            if ((content[position] & 0xFF) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                kept.write(content, start, position - start);
                return;
            }
            position++;
        }
        throw damaged();
    }

    private void keepIf(byte[] name, int marker, int start, int length) {
        if (has(name, start)) {
            keep(marker, start, length);
        }
    }

    private void keep(int marker, int start, int length) {
        kept.write(0xFF);
        kept.write(marker);
        kept.write(content, start, length);
    }

    private boolean has(byte[] name, int start) {
        int from = start + 2;
        return from + name.length <= position && Arrays.equals(content, from, from + name.length, name, 0, name.length);
    }

    /** Comments and data of other programs are left out; anything else is no part of an ordinary picture. */
    private static void requireComment(int marker) {
        if (marker != 0xFE && (marker < 0xE0 || marker > 0xEF)) {
            throw damaged();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static UnacceptableFile damaged() {
        return new UnacceptableFile(DAMAGED);
    }
}
