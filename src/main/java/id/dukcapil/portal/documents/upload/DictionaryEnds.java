package id.dukcapil.portal.documents.upload;

/**
 * Finds where dictionaries of a PDF end. It knows texts, numbers in angle brackets and nesting, and refuses what
 * ordinary programs do not write into a dictionary, remarks among it.
 */
final class DictionaryEnds {

    static final int NOWHERE = -1;

    /** Far more than any file of five megabytes needs, and soon reached by one that is made to be read again and again. */
    private static final long MOST_STEPS = 300_000_000;

    private final byte[] content;
    private long steps;

    DictionaryEnds(byte[] content) {
        this.content = content;
    }

    /**
     * The first position behind the dictionary that begins there, after blanks; {@link #NOWHERE} when none begins.
     *
     * @param limit the dictionary ends before it
     * @throws UnacceptableFile when it does not end, or holds what makes its end doubtful
     */
    int after(int from, int limit) {
        int at = skipWhite(from, limit);
        if (!isPair(at, '<', limit)) {
            return NOWHERE;
        }
        int depth = 0;
        while (at < limit) {
            step();
            if (isPair(at, '<', limit)) {
                depth++;
                at += 2;
            } else if (isPair(at, '>', limit)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return at;
                }
            } else {
                at = behind(at, limit);
            }
        }
        throw PackedStream.unusual();
    }

    private int behind(int at, int limit) {
        return switch (content[at]) {
            case '(' -> behindText(at, limit);
            case '<' -> behindDigits(at, limit);
            case '%', ')', '>', '\\' -> throw PackedStream.unusual();
            default -> at + 1;
        };
    }

    private int behindText(int from, int limit) {
        int depth = 0;
        for (int at = from; at < limit; at++) {
            step();
            switch (content[at]) {
                case '\\' -> at++;
                case '(' -> depth++;
                case ')' -> {
                    depth--;
                    if (depth == 0) {
                        return at + 1;
                    }
                }
                default -> {
                    // A letter of the text
                }
            }
        }
        throw PackedStream.unusual();
    }

    private int behindDigits(int from, int limit) {
        for (int at = from + 1; at < limit; at++) {
            step();
            if (content[at] == '>') {
                return at + 1;
            }
        }
        throw PackedStream.unusual();
    }

    int skipWhite(int from, int limit) {
        int at = from;
        while (at < limit && isWhite(content[at])) {
            at++;
        }
        return at;
    }

    private boolean isPair(int at, char sign, int limit) {
        return at + 1 < limit && content[at] == sign && content[at + 1] == sign;
    }

    private void step() {
        steps++;
        if (steps > MOST_STEPS) {
            throw PackedStream.unusual();
        }
    }

    static boolean isWhite(byte sign) {
        return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t' || sign == '\f' || sign == 0;
    }
}
