package id.dukcapil.portal.population;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Parsed;
import java.util.List;

/**
 * What someone typed to find a person: a NIK or family card number (whole or its beginning), or the beginning of a
 * name.
 *
 * @param value digits only, or the name with single spaces
 * @param kind by what to search
 */
public record SearchText(String value, Kind kind) {

    private static final int REGION_DIGITS = 6;
    private static final int ALL_DIGITS = 16;
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 120;

    public enum Kind {
        NUMBER,
        NAME
    }

    public static Parsed<SearchText> parse(String raw) {
        String digits = raw.replaceAll("[\\s.\\-]", "");
        boolean number = digits.matches("\\d+");
        String value = number ? digits : raw.strip().replaceAll("\\s+", " ");
        List<Finding> findings = number ? checkNumber(value) : checkName(value);
        var kind = number ? Kind.NUMBER : Kind.NAME;
        return new Parsed<>(raw, findings.isEmpty() ? new SearchText(value, kind) : null, findings);
    }

    private static List<Finding> checkNumber(String digits) {
        if (digits.length() < REGION_DIGITS || digits.length() > ALL_DIGITS) {
            return List.of(Finding.error(
                    "q", "Ketik NIK atau nomor KK, 16 angka; sedikitnya %d angka pertama.".formatted(REGION_DIGITS)));
        }
        return List.of();
    }

    private static List<Finding> checkName(String name) {
        if (name.length() < SHORTEST_NAME || name.length() > LONGEST_NAME) {
            return List.of(Finding.error("q", "Ketik sedikitnya dua huruf pertama nama."));
        }
        return List.of();
    }

    /** Whether the text can stand in an address or history: nothing that holds a digit can, it may be part of a NIK. */
    public boolean harmless() {
        return value.chars().noneMatch(Character::isDigit);
    }

    /** A pattern for {@code LIKE … ESCAPE '!'}. */
    String prefixPattern() {
        return escaped(value) + "%";
    }

    /** Without meaning of its own in {@code LIKE … ESCAPE '!'}. */
    static String escaped(String text) {
        return text.replaceAll("([!%_])", "!$1");
    }
}
