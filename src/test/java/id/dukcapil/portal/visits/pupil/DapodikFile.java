package id.dukcapil.portal.visits.pupil;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes workbooks as Dapodik exports them: four lines, a heading of two rows with merged cells, 66 columns. */
public final class DapodikFile {

    private static final Path COLUMNS = Path.of("src/test/resources/visits/dapodik_kolom.csv");
    private static final List<String> PARENTS = List.of("Data Ayah", "Data Ibu", "Data Wali");

    private DapodikFile() {}

    /** @param pupils cells by heading; numbers become numeric cells, as after editing in Excel */
    public static byte[] of(String school, List<Map<String, Object>> pupils) {
        List<String> columns = columns();
        try (var workbook = new SXSSFWorkbook(200);
                var out = new ByteArrayOutputStream()) {
            SXSSFSheet sheet = workbook.createSheet("Daftar Peserta Didik");
            List.of(
                            "Daftar Peserta Didik",
                            school,
                            "Kec. Paseh, Kab. Bandung, Prov. Jawa Barat",
                            "Tanggal Unduh: 2026-11-20")
                    .forEach(text -> sheet.createRow(sheet.getLastRowNum() + 1)
                            .createCell(0)
                            .setCellValue(text));
            SXSSFRow first = sheet.createRow(4);
            SXSSFRow second = sheet.createRow(5);
            for (int i = 0; i < columns.size(); i++) {
                heading(sheet, first, second, columns.get(i), i);
            }
            for (int i = 0; i < pupils.size(); i++) {
                SXSSFRow row = sheet.createRow(6 + i);
                row.createCell(0).setCellValue(i + 1);
                pupil(row, columns, pupils.get(i));
            }
            sheet.createRow(7 + pupils.size()).createCell(1).setCellValue("Jumlah");
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void heading(SXSSFSheet sheet, SXSSFRow first, SXSSFRow second, String column, int place) {
        String parent = PARENTS.stream().filter(column::startsWith).findFirst().orElse("");
        if (parent.isEmpty()) {
            first.createCell(place).setCellValue(column);
            sheet.addMergedRegionUnsafe(new CellRangeAddress(4, 5, place, place));
            return;
        }
        String below = column.substring(parent.length()).strip();
        if (below.equals("Nama")) {
            first.createCell(place).setCellValue(parent);
            sheet.addMergedRegionUnsafe(new CellRangeAddress(4, 4, place, place + 5));
        }
        second.createCell(place).setCellValue(below);
    }

    private static void pupil(SXSSFRow row, List<String> columns, Map<String, Object> cells) {
        cells.forEach((heading, value) -> {
            SXSSFCell cell = row.createCell(columns.indexOf(heading));
            if (value instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else {
                cell.setCellValue(value.toString());
            }
        });
        row.createCell(columns.indexOf("Data Ayah Nama")).setCellValue("AYAH");
        row.createCell(columns.indexOf("Data Ayah NIK")).setCellValue("3204350101700001");
    }

    private static List<String> columns() {
        try {
            return Files.readAllLines(COLUMNS).stream()
                    .skip(1)
                    .map(line -> line.split(",")[5])
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
