package id.dukcapil.portal.documents;

import id.dukcapil.portal.staff.Organisation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Listings as text for other programs: UTF-8 with a byte order mark, semicolons (as Excel expects where the comma is
 * the decimal sign), CRLF, dates as 2026-12-07, times as 07:30. For people an XLSX is better: Excel turns the sixteen
 * digits of a NIK in a CSV into a rounded number.
 */
@Service
@PreAuthorize("permitAll()")
public class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Organisation organisation;

    Csv(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Writes a heading line and all rows; neither the stream of rows nor the output is closed. */
    public <R> void write(Listing<R> listing, Stream<? extends R> rows, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        List<Column<R>> columns = listing.columns();
        writer.write(BYTE_ORDER_MARK);
        writer.write(line(columns.stream().map(Column::heading)));
        Iterator<? extends R> each = rows.iterator();
        while (each.hasNext()) {
            R row = each.next();
            writer.write(line(columns.stream().map(column -> text(column.valueIn(row)))));
        }
        writer.flush();
    }

    private static String line(Stream<String> cells) {
        return cells.map(Csv::quoted).collect(Collectors.joining(";", "", "\r\n"));
    }

    private String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> harmless(text);
            case Double share -> Double.toString(share);
            case Duration length -> Long.toString(length.toSeconds());
            case Number number -> Long.toString(number.longValue());
            case LocalTime time -> TIME.format(time);
            case Instant moment -> MOMENT.format(moment.atZone(organisation.timeZone()));
            default -> value.toString();
        };
    }

    /** A spreadsheet program takes a text that begins like this for a formula (OWASP, CSV injection). */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[;\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
