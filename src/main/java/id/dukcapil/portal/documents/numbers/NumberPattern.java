package id.dukcapil.portal.documents.numbers;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an office writes its numbers: {@code 400.12.2.1/{n}/{office}/{year}}. Placeholders are {@code {n}}, or {@code
 * {n:5}} with leading zeros to five digits; {@code {office}}, its code; {@code {year}}; and {@code {month}} in Roman
 * numerals. Number, office and year must all be there: a number without one of them would come again.
 *
 * @param text the pattern as configured; letters, digits and {@code . - _ /} outside the placeholders
 */
public record NumberPattern(String text) {

    static final int LONGEST_NUMBER = 60;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(n(?::[1-9])?|office|year|month)}");
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9./_-]*");
    private static final Pattern SEPARATED = Pattern.compile(".*[./_-].*");
    private static final List<String> ROMAN =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");
    private static final int LONGEST_OFFICE = 16;
    private static final int LARGEST_NUMBER = Integer.MAX_VALUE;

    /** @throws IllegalArgumentException saying in Indonesian what is wrong with the pattern */
    public NumberPattern {
        List<String> names = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        int end = 0;
        while (placeholder.find()) {
            requireLiteral(text, text.substring(end, placeholder.start()), !names.isEmpty());
            names.add(placeholder.group(1).replaceFirst(":.*", ""));
            end = placeholder.end();
        }
        requireLiteral(text, text.substring(end), false);
        for (String name : List.of("n", "office", "year")) {
            if (names.stream().filter(name::equals).count() != 1) {
                throw bad(text, "harus memuat {%s} tepat satu kali".formatted(name));
            }
        }
        if (write(text, LARGEST_NUMBER, "X".repeat(LONGEST_OFFICE), LocalDate.of(2026, 8, 1))
                        .length()
                > LONGEST_NUMBER) {
            throw bad(text, "menghasilkan nomor yang lebih panjang dari %d huruf".formatted(LONGEST_NUMBER));
        }
    }

    /**
     * @param number from 1
     * @param day the day at the office
     */
    String write(int number, OfficeCode office, LocalDate day) {
        return write(text, number, office.value(), day);
    }

    private static String write(String pattern, int number, String office, LocalDate day) {
        return PLACEHOLDER.matcher(pattern).replaceAll(placeholder -> switch (placeholder.group(1)) {
            case "office" -> office;
            case "year" -> Integer.toString(day.getYear());
            case "month" -> Objects.requireNonNull(ROMAN.get(day.getMonthValue() - 1));
            case "n" -> Integer.toString(number);
            default -> ("%0" + placeholder.group(1).charAt(2) + "d").formatted(number);
        });
    }

    /** Two placeholders need a sign between them: office 12 with number 3 must not read like office 1 with number 23. */
    private static void requireLiteral(String pattern, String literal, boolean between) {
        if (!LITERAL.matcher(literal).matches()) {
            throw bad(
                    pattern,
                    "hanya boleh berisi huruf, angka, tanda . / - _ dan {n}, {n:5}, {office}, {year}, {month}");
        }
        if (between && !SEPARATED.matcher(literal).matches()) {
            throw bad(pattern, "memerlukan tanda . / - atau _ di antara dua bagian");
        }
    }

    private static IllegalArgumentException bad(String pattern, String why) {
        return new IllegalArgumentException("Pola nomor \"%s\" %s.".formatted(pattern, why));
    }
}
