package id.dukcapil.portal.documents.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;

/** The rows of the first sheet of an XLSX workbook, read as events: the sheet is never in memory as a whole. */
final class WorkbookRows implements TableRows {

    /** A million rows of thirty columns stay far below. */
    private static final long LARGEST_SHEET = 3L << 30;

    private final OPCPackage archive;
    private final SharedTexts texts;
    private final CountingInput bytes;
    private final long size;
    private final SheetEvents sheet;
    private final String name;
    private final List<String> remarks;

    private WorkbookRows(OPCPackage archive, XSSFReader reader, SharedTexts texts)
            throws IOException, OpenXML4JException, XMLStreamException {
        this.archive = archive;
        this.texts = texts;
        var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        if (!sheets.hasNext()) {
            throw new UnreadableTable("Buku kerja ini tidak punya lembar yang berisi tabel.");
        }
        bytes = new CountingInput(sheets.next(), LARGEST_SHEET);
        name = sheets.getSheetName();
        size = Math.max(1, sheets.getSheetPart().getSize());
        remarks = remarks(sheets);
        sheet = new SheetEvents(bytes, texts, CellDates.of(reader));
    }

    static WorkbookRows open(Path file) throws IOException {
        WorkbookArchive.requireHarmless(file);
        OPCPackage archive = null;
        SharedTexts texts = null;
        try {
            archive = OPCPackage.open(file.toFile(), PackageAccess.READ);
            var reader = new XSSFReader(archive);
            texts = SharedTexts.of(reader.getSharedStringsData());
            return new WorkbookRows(archive, reader, texts);
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException e) {
            close(archive, texts);
            throw refusal(e);
        }
    }

    /** Names the sheets that are not read, so that nobody believes they were. */
    private List<String> remarks(XSSFReader.SheetIterator sheets) throws IOException {
        var others = new ArrayList<String>();
        while (sheets.hasNext()) {
            sheets.next().close();
            others.add("\"" + sheets.getSheetName() + "\"");
        }
        return others.isEmpty()
                ? List.of()
                : List.of("Hanya lembar pertama, \"%s\", yang dibaca; lembar %s tidak."
                        .formatted(name, String.join(", ", others)));
    }

    @Override
    public @Nullable TableRow next() {
        try {
            TableRow row = sheet.next();
            while (row != null && row.isBlank()) {
                row = sheet.next();
            }
            return row;
        } catch (XMLStreamException | RuntimeException e) {
            throw refusal(e);
        }
    }

    /** What the libraries throw, as a sentence; POI recognises entries that inflate beyond reason while it reads them. */
    private static UnreadableTable refusal(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableTable known) {
                return known;
            }
            if (String.valueOf(cause.getMessage()).startsWith("Zip bomb detected")) {
                return UnreadableTable.inflating();
            }
        }
        return UnreadableTable.broken(failure);
    }

    @Override
    public String understoodAs() {
        return "XLSX, lembar \"%s\"".formatted(name);
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public double progress() {
        return Math.min(1, bytes.count() / (double) size);
    }

    @Override
    public void close() {
        try (InputStream sheetBytes = bytes) {
            close(archive, texts);
        } catch (IOException e) {
            throw UnreadableTable.broken(e);
        }
    }

    private static void close(@Nullable OPCPackage archive, @Nullable SharedTexts texts) {
        if (texts != null) {
            texts.close();
        }
        if (archive != null) {
            try {
                // Opened for reading only: nothing to save
                archive.revert();
            } catch (OpenXML4JRuntimeException alreadyUnusable) {
                // It could not be opened properly; whatever is wrong with it has been said
            }
        }
    }
}
