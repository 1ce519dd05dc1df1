package id.dukcapil.portal.documents.upload;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How a camera was held: what has to be done with the picture so that it stands upright (EXIF tag 0x0112). */
enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    UPSIDE_DOWN_MIRRORED,
    LEFT_MIRRORED,
    TURN_RIGHT,
    RIGHT_MIRRORED,
    TURN_LEFT;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /** @param known kept when the segment says nothing that can be understood */
    static Orientation of(byte[] segment, Orientation known) {
        if (segment.length < EXIF.length + 8 || !Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length)) {
            return known;
        }
        ByteBuffer tiff = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                .slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return known;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int at = directory + 2; entries > 0 && at <= tiff.limit() - ENTRY; at += ENTRY, entries--) {
            int value = tiff.getShort(at + 8);
            if (tiff.getShort(at) == TAG && value >= 1 && value <= values().length) {
                return values()[value - 1];
            }
        }
        return known;
    }

    boolean liesOnItsSide() {
        return ordinal() >= LEFT_MIRRORED.ordinal();
    }

    /** From the pixels as they are stored to those of the upright picture. */
    AffineTransform upright(int width, int height) {
        return switch (this) {
            case UPRIGHT -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
            case UPSIDE_DOWN_MIRRORED -> new AffineTransform(1, 0, 0, -1, 0, height);
            case LEFT_MIRRORED -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case TURN_RIGHT -> new AffineTransform(0, 1, -1, 0, height, 0);
            case RIGHT_MIRRORED -> new AffineTransform(0, -1, -1, 0, height, width);
            case TURN_LEFT -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
