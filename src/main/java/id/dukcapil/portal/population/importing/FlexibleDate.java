package id.dukcapil.portal.population.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates as lists have them: 1990-01-31, 31-01-1990, 31/1/1990, 31.01.1990, 31 Januari 1990, 31-JAN-1990, 19900131, 31011990. The
 * day always comes before the month, and a year of two digits is not guessed.
 */
final class FlexibleDate {

    private static final Pattern BETWEEN = Pattern.compile("[\\s/.,-]+");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("JAN", 1),
            Map.entry("FEB", 2),
            Map.entry("PEB", 2),
            Map.entry("MAR", 3),
            Map.entry("APR", 4),
            Map.entry("MEI", 5),
            Map.entry("MAY", 5),
            Map.entry("JUN", 6),
            Map.entry("JUL", 7),
            Map.entry("AGU", 8),
            Map.entry("AGS", 8),
            Map.entry("AUG", 8),
            Map.entry("SEP", 9),
            Map.entry("OKT", 10),
            Map.entry("OCT", 10),
            Map.entry("NOV", 11),
            Map.entry("NOP", 11),
            Map.entry("DES", 12),
            Map.entry("DEC", 12));

    private FlexibleDate() {}

    static Optional<LocalDate> parse(String raw) {
        String text = withoutTime(raw);
        try {
            if (text.length() == 8 && isNumber(text)) {
                return compact(text);
            }
            String[] parts = BETWEEN.split(text);
            if (parts.length != 3) {
                return Optional.empty();
            }
            return parts[0].length() == 4
                    ? date(parts[0], month(parts[1]), parts[2])
                    : date(parts[2], month(parts[1]), parts[0]);
        } catch (DateTimeException | NumberFormatException impossible) {
            return Optional.empty();
        }
    }

    /** Databases write birth dates as moments: "1990-01-31 00:00:00". */
    private static String withoutTime(String raw) {
        int colon = raw.indexOf(':');
        if (colon < 0) {
            return raw.strip();
        }
        int end = Math.max(raw.lastIndexOf(' ', colon), raw.lastIndexOf('T', colon));
        return end < 0 ? raw : raw.substring(0, end).strip();
    }

    private static Optional<LocalDate> compact(String digits) {
        boolean yearFirst = digits.startsWith("19") || digits.startsWith("20");
        if (yearFirst && Integer.parseInt(digits.substring(4, 6)) <= 12) {
            return date(digits.substring(0, 4), Integer.parseInt(digits.substring(4, 6)), digits.substring(6));
        }
        return date(digits.substring(4), Integer.parseInt(digits.substring(2, 4)), digits.substring(0, 2));
    }

    private static Optional<LocalDate> date(String year, int month, String day) {
        return year.length() != 4
                ? Optional.empty()
                : Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
    }

    private static int month(String text) {
        if (isNumber(text)) {
            return Integer.parseInt(text);
        }
        String letters = text.toUpperCase(Locale.ROOT);
        return MONTHS.getOrDefault(letters.length() < 3 ? letters : letters.substring(0, 3), 0);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }
}
