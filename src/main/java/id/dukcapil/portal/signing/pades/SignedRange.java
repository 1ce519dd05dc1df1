package id.dukcapil.portal.signing.pades;

/**
 * The bytes of a PDF that a signature is about (ISO 32000-1, 12.8.1): all up to the gap in which the signature stands, and
 * all behind it.
 *
 * @param from first byte of the first part
 * @param gapFrom first byte of the gap
 * @param gapTo first byte of the second part
 * @param to first byte after the second part
 */
record SignedRange(int from, int gapFrom, int gapTo, int to) {

    /** @param parts begin and length of the first part, begin and length of the second */
    static SignedRange of(int[] parts) {
        return parts.length == 4
                ? new SignedRange(parts[0], parts[0] + parts[1], parts[2], parts[2] + parts[3])
                : new SignedRange(-1, 0, 0, 0);
    }

    /** From the first byte to the last, leaving out nothing but the signature itself between {@code <} and {@code >}. */
    boolean coversWhole(byte[] pdf) {
        if (from != 0 || to != pdf.length || gapFrom < 0 || gapFrom >= gapTo || gapTo > pdf.length) {
            return false;
        }
        if (pdf[gapFrom] != '<' || pdf[gapTo - 1] != '>') {
            return false;
        }
        for (int i = gapFrom + 1; i < gapTo - 1; i++) {
            if (Character.digit(pdf[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
