package id.dukcapil.portal.documents.upload;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Ways in which PDF packs its streams (ISO 32000-1, 7.4), undone byte by byte so that whoever reads can stop. */
final class PdfDecoders {

    private static final int END = -1;

    private PdfDecoders() {}

    /** Like the readers of PDFs, which ignore the two bytes in front and the sum at the end. */
    static final class Flate extends InflaterInputStream {

        private boolean begun;

        Flate(InputStream packed) {
            super(packed, new Inflater(true));
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (!begun) {
                begun = true;
                in.readNBytes(2);
            }
            return super.read(target, offset, length);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }

    /** Five signs stand for four bytes; z stands for four zeros. */
    static final class Ascii85 extends InputStream {

        private final InputStream text;
        private final int[] group = new int[4];
        private int ready;
        private int next;
        private boolean over;

        Ascii85(InputStream text) {
            this.text = text;
        }

        @Override
        public int read() throws IOException {
            if (next == ready) {
                fill();
            }
            return next < ready ? group[next++] : END;
        }

        private void fill() throws IOException {
            next = 0;
            ready = 0;
            long value = 0;
            int signs = 0;
            while (!over && signs < 5) {
                int sign = significant(text);
                if (sign == 'z' && signs == 0) {
                    signs = 5;
                } else if (sign >= '!' && sign <= 'u') {
                    value = value * 85 + sign - '!';
                    signs++;
                } else {
                    over = true;
                }
            }
            if (signs < 2) {
                return;
            }
            for (int missing = signs; missing < 5; missing++) {
                value = value * 85 + 84;
            }
            ready = signs - 1;
            for (int index = 0; index < 4; index++) {
                group[index] = (int) (value >> (24 - 8 * index)) & 0xFF;
            }
        }
    }

    /** Two digits stand for a byte. */
    static final class AsciiHex extends InputStream {

        private final InputStream text;

        AsciiHex(InputStream text) {
            this.text = text;
        }

        @Override
        public int read() throws IOException {
            int high = Character.digit(significant(text), 16);
            if (high < 0) {
                return END;
            }
            int low = Character.digit(significant(text), 16);
            return high * 16 + Math.max(low, 0);
        }
    }

    /** A length and either so many bytes or one byte so many times. */
    static final class RunLength extends InputStream {

        private final InputStream packed;
        private int left;
        private boolean repeating;
        private int repeated;

        RunLength(InputStream packed) {
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                int length = packed.read();
                if (length < 0 || length == 128) {
                    return END;
                }
                repeating = length > 128;
                left = repeating ? 257 - length : length + 1;
                repeated = repeating ? packed.read() : 0;
            }
            left--;
            return repeating ? repeated : packed.read();
        }
    }

    private static int significant(InputStream text) throws IOException {
        int sign = text.read();
        while (sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t' || sign == '\f' || sign == 0) {
            sign = text.read();
        }
        return sign;
    }
}
