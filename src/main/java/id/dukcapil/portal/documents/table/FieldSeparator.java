package id.dukcapil.portal.documents.table;

import java.util.List;

/** What stands between the fields of a text file: whichever of the usual signs occurs most evenly in its first lines. */
enum FieldSeparator {
    SEMICOLON(';', "titik koma"),
    COMMA(',', "koma"),
    TAB('\t', "tab"),
    PIPE('|', "garis tegak");

    private final char sign;
    private final String label;

    FieldSeparator(char sign, String label) {
        this.sign = sign;
        this.label = label;
    }

    char sign() {
        return sign;
    }

    String label() {
        return label;
    }

    /** A file of one column has none; the comma does no harm there. */
    static FieldSeparator of(List<String> lines) {
        FieldSeparator best = COMMA;
        long bestScore = 0;
        for (FieldSeparator candidate : values()) {
            long score = candidate.score(lines);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** How many fields it makes, and how many lines agree on that: commas in names and addresses agree on nothing. */
    private long score(List<String> lines) {
        long[] counts = lines.stream().mapToLong(this::outsideQuotes).toArray();
        long most = 0;
        for (long count : counts) {
            long agreeing = 0;
            for (long other : counts) {
                agreeing += other == count ? 1 : 0;
            }
            most = Math.max(most, count * agreeing * agreeing);
        }
        return most;
    }

    private long outsideQuotes(String line) {
        long count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == sign && !quoted) {
                count++;
            }
        }
        return count;
    }
}
