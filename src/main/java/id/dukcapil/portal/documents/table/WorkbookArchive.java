package id.dukcapil.portal.documents.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks into a ZIP before it is opened as a workbook. The parts that are read as a whole must be small in truth, whatever the
 * directory of the archive says about them; the sheet and its texts are read as a stream and limited there.
 */
final class WorkbookArchive {

    private static final long LARGEST_SMALL_PART = 8L << 20;
    private static final int MOST_PARTS = 1_000;

    private WorkbookArchive() {}

    static void requireHarmless(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            requireWorkbook(zip);
            if (zip.size() > MOST_PARTS) {
                throw UnreadableTable.inflating();
            }
            for (ZipEntry part : zip.stream().toList()) {
                if (isReadWhole(part.getName().toLowerCase(Locale.ROOT))) {
                    requireSmall(zip, part);
                }
            }
        } catch (ZipException | IllegalArgumentException broken) {
            throw UnreadableTable.broken(broken);
        }
    }

    private static void requireWorkbook(ZipFile zip) {
        if (zip.getEntry("xl/workbook.bin") != null) {
            throw new UnreadableTable(
                    "Format Excel biner (.xlsb) tidak dibaca. Simpan sebagai \"Buku Kerja Excel (.xlsx)\".");
        }
        if (zip.getEntry("content.xml") != null) {
            throw new UnreadableTable("Format OpenDocument (.ods) tidak dibaca. Simpan sebagai XLSX atau CSV.");
        }
        if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
            throw new UnreadableTable(
                    "Ini arsip ZIP, bukan buku kerja Excel. Ekstrak dahulu, lalu unggah XLSX atau CSV-nya.");
        }
    }

    private static boolean isReadWhole(String name) {
        return name.endsWith(".rels")
                || name.equals("[content_types].xml")
                || name.equals("xl/workbook.xml")
                || name.equals("xl/styles.xml")
                || name.startsWith("docprops/");
    }

    private static void requireSmall(ZipFile zip, ZipEntry part) throws IOException {
        try (InputStream in = new CountingInput(zip.getInputStream(part), LARGEST_SMALL_PART)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
