package id.dukcapil.portal.documents;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * QR codes with the mask that ISO/IEC 18004 (7.8.3) asks for: of eight the one that leaves least of what misleads readers.
 * ZXing builds and judges all eight module by module, which takes as long as a signature. What one mask makes different from
 * another is the same for all texts of a size, so it is kept, and a line of modules is judged as one number.
 */
final class QrMask {

    private static final int MASKS = 8;

    /** More modules a side do not fit into a number; no text of the portal needs them. */
    private static final int LARGEST = Long.SIZE;

    private final ErrorCorrectionLevel resilience;

    /** Between the first mask and each, by the version of the symbol. */
    private final Map<Integer, List<Lines>> differences = new ConcurrentHashMap<>();

    QrMask(ErrorCorrectionLevel resilience) {
        this.resilience = resilience;
    }

    /** @throws WriterException when the text is too long for a QR code */
    ByteMatrix matrix(String text) throws WriterException {
        QRCode code = encoded(text, 0);
        ByteMatrix matrix = code.getMatrix();
        if (matrix.getWidth() > LARGEST) {
            return Encoder.encode(text, resilience, hints()).getMatrix();
        }
        int version = code.getVersion().getVersionNumber();
        List<Lines> differing = differences.get(version);
        if (differing == null) {
            differing = differences(text, matrix);
            differences.put(version, differing);
        }
        differing.get(best(Lines.of(matrix), differing)).turn(matrix);
        return matrix;
    }

    private QRCode encoded(String text, int mask) throws WriterException {
        Map<EncodeHintType, Object> hints = hints();
        hints.put(EncodeHintType.QR_MASK_PATTERN, mask);
        return Encoder.encode(text, resilience, hints);
    }

    private static Map<EncodeHintType, Object> hints() {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        return hints;
    }

    private List<Lines> differences(String text, ByteMatrix first) throws WriterException {
        List<Lines> all = new ArrayList<>();
        for (int mask = 0; mask < MASKS; mask++) {
            all.add(Lines.of(first).with(Lines.of(encoded(text, mask).getMatrix())));
        }
        return List.copyOf(all);
    }

    /** The first one with the smallest penalty. */
    private static int best(Lines first, List<Lines> differing) {
        int best = 0;
        int smallest = Integer.MAX_VALUE;
        for (int mask = 0; mask < MASKS; mask++) {
            int penalty = first.with(differing.get(mask)).penalty();
            if (penalty < smallest) {
                smallest = penalty;
                best = mask;
            }
        }
        return best;
    }

    /** Rows and columns of modules, the first one in the lowest bit; dark is set. */
    private record Lines(long[] rows, long[] columns) {

        static Lines of(ByteMatrix matrix) {
            int side = matrix.getWidth();
            var lines = new Lines(new long[side], new long[side]);
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    long dark = matrix.get(column, row);
                    lines.rows[row] |= dark << column;
                    lines.columns[column] |= dark << row;
                }
            }
            return lines;
        }

        Lines with(Lines other) {
            int side = rows.length;
            var both = new Lines(new long[side], new long[side]);
            for (int line = 0; line < side; line++) {
                both.rows[line] = rows[line] ^ other.rows[line];
                both.columns[line] = columns[line] ^ other.columns[line];
            }
            return both;
        }

        void turn(ByteMatrix matrix) {
            for (int row = 0; row < rows.length; row++) {
                for (long rest = rows[row]; rest != 0; rest &= rest - 1) {
                    int column = Long.numberOfTrailingZeros(rest);
                    matrix.set(column, row, 1 - matrix.get(column, row));
                }
            }
        }

        int penalty() {
            int sum = blocks() + imbalance();
            for (int line = 0; line < rows.length; line++) {
                sum += runs(rows[line]) + runs(columns[line]) + finders(rows[line]) + finders(columns[line]);
            }
            return sum;
        }

        /** Five and more modules of one colour in a line: three, and one for each that is more. */
        private int runs(long line) {
            long alike = alike(line);
            long fifth = alike & alike >>> 1 & alike >>> 2 & alike >>> 3;
            return Long.bitCount(fifth) + 2 * Long.bitCount(fifth & ~(fifth << 1));
        }

        /** Modules of the colour of the next one. */
        private long alike(long line) {
            return ~(line ^ line >>> 1) & inside() >>> 1;
        }

        private long inside() {
            return -1L >>> (Long.SIZE - rows.length);
        }

        /** Three for every two by two modules of one colour. */
        private int blocks() {
            int count = 0;
            for (int row = 1; row < rows.length; row++) {
                long above = rows[row - 1];
                count += Long.bitCount(alike(above) & alike(rows[row]) & ~(above ^ rows[row]));
            }
            return 3 * count;
        }

        /** Forty for whatever looks like the corner of a QR code (1:1:3:1:1) with four light modules before or behind it. */
        private int finders(long line) {
            long light = ~line & inside();
            long corner = line & light >>> 1 & line >>> 2 & line >>> 3 & line >>> 4 & light >>> 5 & line >>> 6;
            long four = light & light >>> 1 & light >>> 2 & light >>> 3;
            return 40 * Long.bitCount(corner & (four << 4 | four >>> 7));
        }

        /** Ten for every five per cent by which dark modules are more or less than half of all. */
        private int imbalance() {
            int dark = 0;
            for (long row : rows) {
                dark += Long.bitCount(row);
            }
            int all = rows.length * rows.length;
            return 10 * (Math.abs(2 * dark - all) * 10 / all);
        }
    }
}
