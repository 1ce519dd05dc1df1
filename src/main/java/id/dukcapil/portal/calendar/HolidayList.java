package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.PlainText;
import id.dukcapil.portal.common.ui.Formats;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The holidays of one year as somebody typed or pasted them: date, name and kind per line, divided by semicolons,
 * commas or tabs, with or without a heading.
 *
 * @param lines those that can be used
 * @param refused those that cannot, each with its number and the reason
 */
record HolidayList(List<Line> lines, List<HolidayImport.Refused> refused) {

    private static final List<DateTimeFormatter> DATES = Stream.of(
                    "uuuu-MM-dd", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu", "d MMMM uuuu")
            .map(pattern -> new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(Formats.INDONESIAN)
                    .withResolverStyle(ResolverStyle.STRICT))
            .toList();
    private static final int MOST_LINES = 200;

    /** A line that can be used. */
    record Line(LocalDate date, String name, Holiday.Kind kind) {}

    static HolidayList read(int year, String text) {
        var lines = new ArrayList<Line>();
        var refused = new ArrayList<HolidayImport.Refused>();
        var seen = new HashSet<String>();
        int number = 0;
        for (String raw : text.replace("\uFEFF", "").lines().toList()) {
            number++;
            if (raw.isBlank() || number == 1 && isHeading(raw)) {
                continue;
            }
            if (lines.size() + refused.size() >= MOST_LINES) {
                refused.add(new HolidayImport.Refused(number, raw, "Terlalu banyak baris untuk satu tahun."));
                break;
            }
            try {
                Line line = line(year, cells(raw));
                if (!seen.add(line.date() + line.name().toLowerCase(Locale.ROOT))) {
                    throw new IllegalArgumentException("Baris ini sudah ada di atas.");
                }
                lines.add(line);
            } catch (IllegalArgumentException why) {
                refused.add(new HolidayImport.Refused(number, raw.strip(), String.valueOf(why.getMessage())));
            }
        }
        return new HolidayList(lines, refused);
    }

    private static boolean isHeading(String line) {
        return line.strip().toLowerCase(Locale.ROOT).replace("\"", "").startsWith("tanggal");
    }

    private static Line line(int year, List<String> cells) {
        if (cells.size() < 3) {
            throw new IllegalArgumentException("Perlu tiga kolom: tanggal, nama, jenis.");
        }
        LocalDate date = date(cells.getFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Tanggal \"%s\" tidak dikenal; tulis misalnya 2027-01-01.".formatted(cells.getFirst())));
        if (date.getYear() != year) {
            throw new IllegalArgumentException("Tanggal ini bukan dalam tahun %d.".formatted(year));
        }
        String name = cells.get(1);
        if (!PlainText.isName(name, 1, 120)) {
            throw new IllegalArgumentException("Nama wajib diisi, paling banyak 120 huruf.");
        }
        return new Line(date, name, kind(cells.get(2)));
    }

    private static Holiday.Kind kind(String text) {
        return switch (text.toLowerCase(Locale.ROOT).replace('_', ' ')) {
            case "libur nasional", "nasional", "libur" -> Holiday.Kind.NATIONAL;
            case "cuti bersama", "cuti" -> Holiday.Kind.COLLECTIVE_LEAVE;
            case "libur daerah", "daerah", "lokal" -> Holiday.Kind.LOCAL;
            default ->
                throw new IllegalArgumentException(
                        "Jenis \"%s\" tidak dikenal; tulis libur nasional, cuti bersama atau libur daerah."
                                .formatted(text));
        };
    }

    private static Optional<LocalDate> date(String text) {
        for (DateTimeFormatter form : DATES) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeException anotherForm) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** Splits at the first divider that occurs outside quotes; a quote inside quotes is doubled. */
    private static List<String> cells(String line) {
        char divider = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char letter : line.toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == divider && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
