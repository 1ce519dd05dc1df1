package id.dukcapil.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

    private record Row(
            String nik,
            String name,
            int number,
            LocalDate date,
            LocalTime time,
            @Nullable Instant arrived) {}

    private static final Listing<Row> LISTING = new Listing<>(
            "Daftar pemesanan cetak KTP-el",
            "tanggal 7 Desember 2026, semua status",
            List.of(
                    Column.text("NIK", Row::nik),
                    Column.text("Nama", Row::name),
                    Column.integer("Nomor antrean", Row::number),
                    Column.date("Tanggal", Row::date),
                    Column.time("Jam", Row::time),
                    Column.dateTime("Datang", Row::arrived)));

    private final SettableClock clock = new SettableClock();
    private final Spreadsheet spreadsheet = new Spreadsheet(clock, Paper.ORGANISATION);
    private final Csv csv = new Csv(Paper.ORGANISATION);

    @Test
    void theSheetSaysWhatItIsWhenItWasPrintedAndWhatWasSelected() throws IOException {
        XSSFSheet sheet = sheet(row("Siti"));

        assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Daftar pemesanan cetak KTP-el");
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                .isEqualTo("Dicetak 23 November 2026 pukul 09.00 WIB, saringan: tanggal 7 Desember 2026, semua status");
    }

    @Test
    void aNikIsATextCell() throws IOException {
        var cell = sheet(row("Siti")).getRow(4).getCell(0);

        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo("3204374101900007");
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+62", "-1", "@SUM(A1)", "\t=1+1"})
    void aTextThatLooksLikeAFormulaStaysText(String name) throws IOException {
        var cell = sheet(row(name)).getRow(4).getCell(1);

        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(name);
    }

    @Test
    void numbersDatesAndTimesAreTyped() throws IOException {
        var cells = sheet(row("Siti")).getRow(4);
        var shown = new DataFormatter(Locale.of("id", "ID"));

        assertThat(cells.getCell(2).getNumericCellValue()).isEqualTo(55);
        assertThat(DateUtil.isCellDateFormatted(cells.getCell(3))).isTrue();
        assertThat(cells.getCell(3).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 12, 7, 0, 0));
        assertThat(cells.getCell(5).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 12, 7, 8, 12));
        assertThat(shown.formatCellValue(cells.getCell(3))).isEqualTo("07 Des 2026");
        assertThat(shown.formatCellValue(cells.getCell(4))).isEqualTo("07.30");
        assertThat(shown.formatCellValue(cells.getCell(5))).isEqualTo("07 Des 2026 08.12");
    }

    @Test
    void nothingLeavesTheCellEmpty() throws IOException {
        var absent = new Row("3204374101900007", "Siti", 1, LocalDate.EPOCH, LocalTime.NOON, null);

        assertThat(sheet(absent).getRow(4).getCell(5)).isNull();
    }

    @Test
    void theHeadingStaysInViewAndFilters() throws IOException {
        XSSFSheet sheet = sheet(row("Siti"), row("Asep"));

        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 4);
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A4:F6");
        assertThat(sheet.getRow(3).getCell(0).getCellStyle().getFont().getBold())
                .isTrue();
        assertThat(sheet.getColumnWidth(0)).isGreaterThanOrEqualTo(17 * 256);
    }

    @Test
    void itPrintsOnA4LandscapeAsWideAsThePaper() throws IOException {
        XSSFSheet sheet = sheet(row("Siti"));

        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:4");
    }

    @Test
    void moreRowsThanASheetHoldsContinueOnTheNext() throws IOException {
        var small = new Spreadsheet(clock, Paper.ORGANISATION, 1000);
        var rows = IntStream.range(0, 2500).mapToObj(i -> row("Nama " + i)).toList();

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(small.bytes(LISTING, rows)))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(1003);
            assertThat(workbook.getSheetAt(2).getLastRowNum()).isEqualTo(503);
            assertThat(workbook.getSheetAt(2).getRow(4).getCell(1).getStringCellValue())
                    .isEqualTo("Nama 2000");
        }
    }

    @Test
    void anEmptyListingStillHasItsHeading() throws IOException {
        assertThat(sheet().getRow(3).getCell(2).getStringCellValue()).isEqualTo("Nomor antrean");
    }

    @Test
    void aCsvEscapesWhatASpreadsheetWouldCalculate() throws IOException {
        assertThat(csv(row("=HYPERLINK(\"x\")")))
                .isEqualTo("\uFEFFNIK;Nama;Nomor antrean;Tanggal;Jam;Datang\r\n"
                        + "3204374101900007;\"'=HYPERLINK(\"\"x\"\")\";55;2026-12-07;07:30;2026-12-07 08:12\r\n");
        assertThat(csv(row("-5; dua\nbaris"))).contains(";\"'-5; dua\nbaris\";");
    }

    private static Row row(String name) {
        return new Row(
                "3204374101900007",
                name,
                55,
                LocalDate.of(2026, 12, 7),
                LocalTime.of(7, 30),
                Instant.parse("2026-12-07T01:12:00Z"));
    }

    private XSSFSheet sheet(Row... rows) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(spreadsheet.bytes(LISTING, List.of(rows))))) {
            return workbook.getSheetAt(0);
        }
    }

    private String csv(Row row) throws IOException {
        var bytes = new ByteArrayOutputStream();
        csv.write(LISTING, List.of(row).stream(), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
