package id.dukcapil.portal.documents.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes the files that people, programs and attackers bring along. */
public final class TroubleFiles {

    private final Path folder;

    public TroubleFiles(Path folder) {
        this.folder = folder;
    }

    public Path text(String content, Charset charset) throws IOException {
        return bytes(content.getBytes(charset));
    }

    public Path bytes(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "tabel", ".dat"), content);
    }

    /** Every value a text cell of the first sheet. */
    public Path workbook(String[]... rows) throws IOException {
        return workbook((workbook, sheet) -> fill(sheet, rows));
    }

    public Path workbook(BiConsumer<XSSFWorkbook, XSSFSheet> content) throws IOException {
        Path file = Files.createTempFile(folder, "tabel", ".xlsx");
        try (var workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(workbook, workbook.createSheet("Data"));
            workbook.write(out);
        }
        return file;
    }

    public static void fill(XSSFSheet sheet, String[]... rows) {
        for (int r = 0; r < rows.length; r++) {
            var row = sheet.createRow(r);
            for (int c = 0; c < rows[r].length; c++) {
                row.createCell(c).setCellValue(rows[r][c]);
            }
        }
    }

    public Path withPassword(Path workbook) throws Exception {
        Path file = Files.createTempFile(folder, "terkunci", ".xlsx");
        try (var container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("rahasia");
            try (OPCPackage open = OPCPackage.open(workbook.toFile(), PackageAccess.READ_WRITE);
                    OutputStream encrypted = encryptor.getDataStream(container)) {
                open.save(encrypted);
            }
            container.writeFilesystem(out);
        }
        return file;
    }

    public Path oldWorkbook() throws IOException {
        Path file = Files.createTempFile(folder, "lama", ".xls");
        try (var workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("NIK");
            workbook.write(out);
        }
        return file;
    }

    public Path firstHalfOf(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        return bytes(Arrays.copyOf(whole, whole.length / 2));
    }

    /** The workbook with one part exchanged for what the writer gives. */
    public Path replacing(Path workbook, String part, PartWriter content) throws IOException {
        Path file = Files.createTempFile(folder, "diubah", ".xlsx");
        try (var original = new ZipFile(workbook.toFile());
                var changed = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : original.stream().toList()) {
                changed.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(part)) {
                    content.write(changed);
                } else {
                    original.getInputStream(entry).transferTo(changed);
                }
                changed.closeEntry();
            }
        }
        return file;
    }

    /** A sheet of many megabytes of blanks that are a few kilobytes in the archive. */
    public Path zipBomb() throws IOException {
        return replacing(workbook(new String[] {"NIK"}), "xl/worksheets/sheet1.xml", out -> {
            out.write("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
                    .getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                out.write(blanks);
            }
            out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        });
    }

    /** A list of parts that inflates to more than any workbook needs. */
    public Path bombInTheDirectory() throws IOException {
        return replacing(workbook(new String[] {"NIK"}), "xl/styles.xml", out -> {
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 50; i++) {
                out.write(blanks);
            }
        });
    }

    public Path sheet(String xml) throws IOException {
        return replacing(
                workbook(new String[] {"NIK"}),
                "xl/worksheets/sheet1.xml",
                out -> new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)).transferTo(out));
    }

    /** Writes one part of a workbook. */
    @FunctionalInterface
    public interface PartWriter {
        void write(OutputStream out) throws IOException;
    }
}
