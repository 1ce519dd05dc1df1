package id.dukcapil.portal.documents.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, or of text with another separator. */
final class TextRows implements TableRows {

    private static final int LINES_TO_JUDGE = 30;
    /** A field longer than this means that a quotation mark was never closed. */
    private static final int LONGEST_RECORD = 256 * 1024;

    private final CountingInput bytes;
    private final long size;
    private final CloseableIterator<CsvRecord> records;
    private final String understoodAs;

    private TextRows(Path file, TextEncoding encoding, FieldSeparator separator) throws IOException {
        size = Math.max(1, Files.size(file));
        bytes = new CountingInput(Files.newInputStream(file));
        bytes.skipNBytes(encoding.markLength());
        records = CsvReader.builder()
                .fieldSeparator(separator.sign())
                .maxBufferSize(LONGEST_RECORD)
                // Lists by hand are uneven; whether a field is missing is judged by what is in it
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(new InputStreamReader(bytes, encoding.charset()))
                .iterator();
        understoodAs = "CSV, %s, pemisah %s".formatted(encoding.label(), separator.label());
    }

    static TextRows open(Path file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        return new TextRows(file, encoding, FieldSeparator.of(firstLines(file, encoding)));
    }

    private static List<String> firstLines(Path file, TextEncoding encoding) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(encoding.markLength());
            var lines = new ArrayList<String>();
            var reader = new BufferedReader(new InputStreamReader(in, encoding.charset()));
            for (String line = limitedLine(reader);
                    line != null && lines.size() < LINES_TO_JUDGE;
                    line = limitedLine(reader)) {
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
            return lines;
        }
    }

    /** A file without line ends must not be read into memory for the sake of its first line. */
    private static @Nullable String limitedLine(Reader reader) throws IOException {
        var line = new StringBuilder();
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n') {
            if (line.length() > LONGEST_RECORD) {
                throw tooLong();
            }
            line.append((char) character);
            character = reader.read();
        }
        return line.toString();
    }

    @Override
    public @Nullable TableRow next() {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                var row = new TableRow(Math.toIntExact(record.getStartingLineNumber()), texts(record), null);
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException unclosed) {
            throw tooLong();
        } catch (UncheckedIOException e) {
            throw UnreadableTable.broken(e);
        }
    }

    private static String[] texts(CsvRecord record) {
        String[] texts = new String[record.getFieldCount()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = record.getField(i).strip();
        }
        return texts;
    }

    private static UnreadableTable tooLong() {
        return new UnreadableTable(
                "Berkas ini memuat baris yang terlalu panjang; mungkin ada tanda kutip yang tidak ditutup. Simpan ulang sebagai XLSX.");
    }

    @Override
    public String understoodAs() {
        return understoodAs;
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public double progress() {
        return Math.min(1, bytes.count() / (double) size);
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
