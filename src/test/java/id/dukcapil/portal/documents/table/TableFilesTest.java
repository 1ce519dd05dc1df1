package id.dukcapil.portal.documents.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.documents.table.TableRow.Nature;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilesTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private final TableFiles tables = new TableFiles();
    private TroubleFiles files;

    @BeforeEach
    void prepare() {
        files = new TroubleFiles(folder);
    }

    @Test
    void aCsvFromWindowsWithSemicolonsKeepsItsAccents() throws IOException {
        Path file = files.text("NIK;NAMA\r\n3204370101900001;JOSÉ \"O\"; X\r\n", WINDOWS);
        try (TableRows rows = tables.open(file)) {
            assertThat(rows.understoodAs()).isEqualTo("CSV, Windows-1252, pemisah titik koma");
            assertThat(texts(rows))
                    .containsExactly(List.of("NIK", "NAMA"), List.of("3204370101900001", "JOSÉ \"O\"", "X"));
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,''", "UTF-8,\uFEFF", "UTF-16LE,\uFEFF", "UTF-16BE,\uFEFF", "UTF-16LE,''"})
    void theEncodingIsFoundWithAndWithoutItsMark(String charset, String mark) throws IOException {
        String text = mark + "NIK,NAMA LENGKAP\n3204370101900001,\"SITI, ÉLOK\"\n";
        try (TableRows rows = tables.open(files.text(text, Charset.forName(charset)))) {
            assertThat(texts(rows))
                    .containsExactly(List.of("NIK", "NAMA LENGKAP"), List.of("3204370101900001", "SITI, ÉLOK"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsTheOneThatMakesEvenColumns(String separator) throws IOException {
        String text = "NIK|NAMA|ALAMAT\n1|\"A|B\"|\"JL. SUKA; MAJU, NO 1\"\n2|C|X\n".replace("|", separator);
        try (TableRows rows = tables.open(files.text(text, StandardCharsets.UTF_8))) {
            assertThat(texts(rows)).allMatch(row -> row.size() == 3);
        }
    }

    @Test
    void aRowKeepsTheLineOnWhichItBeginsWhateverIsBlankOrQuotedBeforeIt() throws IOException {
        Path file = files.text("NIK,ALAMAT\n\n1,\"dua\nbaris\"\n,\n2,x\n", StandardCharsets.UTF_8);
        try (TableRows rows = tables.open(file)) {
            assertThat(all(rows)).extracting(TableRow::number).containsExactly(1, 3, 6);
            assertThat(rows.progress()).isEqualTo(1);
        }
    }

    @Test
    void aQuotationMarkThatIsNeverClosedIsNotReadIntoMemory() throws IOException {
        Path file = files.text("NIK,NAMA\n1,\"A\n" + "2,B\n".repeat(200_000), StandardCharsets.UTF_8);
        assertRefused(file, "tanda kutip yang tidak ditutup");
    }

    @Test
    void aWorkbookGivesTextsNumbersAndDatesAsPeopleSeeThem() throws IOException {
        Path file = files.workbook((workbook, sheet) -> {
            var row = sheet.createRow(4);
            row.createCell(0).setCellValue("3204370101900001");
            row.createCell(2).setCellValue(7);
            var date = row.createCell(3);
            date.setCellValue(LocalDate.of(1990, 1, 31));
            var style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            date.setCellStyle(style);
            row.createCell(4).setCellValue(true);
            row.createCell(5).setCellValue(0.5);
        });
        try (TableRows rows = tables.open(file)) {
            TableRow row = all(rows).getFirst();
            assertThat(row.number()).isEqualTo(5);
            assertThat(textsOf(row)).containsExactly("3204370101900001", "", "7", "1990-01-31", "TRUE", "0.5");
            assertThat(row.nature(3)).isEqualTo(Nature.DATE);
            assertThat(row.nature(2)).isEqualTo(Nature.NUMBER);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3204370101900000, 3204370101900000, ROUNDED", // what Excel leaves of sixteen digits
        "3204370101900001, 3204370101900001, NUMBER", // another program wrote it, exactly
        "9801010101900001, 9801010101900000, ROUNDED", // beyond what a double holds
        "320437010190, 320437010190, NUMBER"
    })
    void sixteenDigitsInANumberCellAreTrustedOnlyWhenTheyCanBeRight(String entered, String text, Nature nature)
            throws IOException {
        Path file = files.workbook(
                (workbook, sheet) -> sheet.createRow(0).createCell(0).setCellValue(Double.parseDouble(entered)));
        try (TableRows rows = tables.open(file)) {
            TableRow row = all(rows).getFirst();
            assertThat(row.text(0)).isEqualTo(text);
            assertThat(row.nature(0)).isEqualTo(nature);
        }
    }

    @Test
    void aFormulaIsNotCalculatedAndAnErrorIsNoText() throws IOException {
        Path file = files.workbook((workbook, sheet) -> {
            var row = sheet.createRow(0);
            var calculated = row.createCell(0);
            calculated.setCellFormula("CONCATENATE(\"AS\",\"EP\")");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(calculated);
            row.createCell(1).setCellFormula("HYPERLINK(\"http://contoh.id\",\"x\")");
            row.createCell(2).setCellErrorValue(FormulaError.NA.getCode());
        });
        try (TableRows rows = tables.open(file)) {
            TableRow row = all(rows).getFirst();
            assertThat(row.text(0)).isEqualTo("ASEP");
            assertThat(List.of(row.nature(0), row.nature(1), row.nature(2)))
                    .containsExactly(Nature.FORMULA, Nature.ERROR, Nature.ERROR);
        }
    }

    @Test
    void furtherSheetsAreNamedBecauseTheyAreNotRead() throws IOException {
        Path file = files.workbook((workbook, sheet) -> {
            TroubleFiles.fill(sheet, new String[] {"NIK"});
            workbook.createSheet("Lampiran");
        });
        try (TableRows rows = tables.open(file)) {
            assertThat(rows.remarks())
                    .containsExactly("Hanya lembar pertama, \"Data\", yang dibaca; lembar \"Lampiran\" tidak.");
        }
    }

    @Test
    void aPasswordIsRecognised() throws Exception {
        assertRefused(files.withPassword(files.workbook(new String[] {"NIK"})), "dikunci dengan kata sandi");
    }

    @Test
    void anOldWorkbookIsRefusedWithTheWayOut() throws IOException {
        assertRefused(files.oldWorkbook(), "Format Excel lama (.xls)");
    }

    @Test
    void aTruncatedWorkbookIsBroken() throws IOException {
        assertRefused(files.firstHalfOf(files.workbook(new String[] {"NIK"})), "rusak atau tidak lengkap");
        assertRefused(
                files.bytes(HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(600))),
                "rusak atau tidak lengkap");
    }

    @Test
    void aSheetThatBreaksOffIsBroken() throws IOException {
        assertRefused(files.sheet("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1"), "rusak atau tidak lengkap");
        assertRefused(
                files.sheet(
                        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row></sheetData></worksheet>"),
                "rusak atau tidak lengkap");
    }

    @Test
    @Timeout(20)
    void aZipBombIsRefusedBeforeItUnfolds() throws IOException {
        assertRefused(files.zipBomb(), "bom zip");
        assertRefused(files.bombInTheDirectory(), "bom zip");
    }

    @Test
    @Timeout(20)
    void entitiesAreNeitherFetchedNorMultiplied() throws IOException {
        String cell = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&%s;</t></is></c></row>"
                + "</sheetData></worksheet>";
        assertRefused(
                files.sheet("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + cell.formatted("x")),
                "rusak atau tidak lengkap");
        assertRefused(
                files.sheet("<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
                        + cell.formatted("b")),
                "rusak atau tidak lengkap");
    }

    @Test
    void aCellThatFillsTheMemoryIsRefused() throws IOException {
        assertRefused(
                files.sheet("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"
                        + "xy".repeat(20_000) + "</t></is></c></row></sheetData></worksheet>"),
                "32.767 huruf");
        assertRefused(
                files.sheet(
                        "<worksheet><sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>"),
                "1.000 kolom");
    }

    @Test
    void anotherKindOfFileIsNamed() throws IOException {
        assertRefused(files.bytes(new byte[0]), "Berkas kosong");
        assertRefused(files.text("%PDF-1.7 ...", StandardCharsets.UTF_8), "berkas PDF");
        assertRefused(files.text("<html><table><tr><td>NIK", StandardCharsets.UTF_8), "halaman web");
        assertRefused(files.bytes(new byte[] {1, 2, 3, 0, 5, 6, 7, (byte) 0x81}), "bukan tabel yang dikenal");
    }

    @Test
    void aHeadingIsUnderstoodInAnyOrderAndSpelling() throws IOException {
        Path file = files.text("no,Nama_Lengkap , n.i.k,NIK,Catatan\n", StandardCharsets.UTF_8);
        try (TableRows rows = tables.open(file)) {
            Map<String, Set<String>> names =
                    Map.of("nik", Set.of("NIK"), "name", Set.of("NAMA LENGKAP", "NÁMA"), "kk", Set.of("NO KK"));
            Heading<String> heading =
                    Heading.of(all(rows).getFirst(), names.keySet(), column -> names.getOrDefault(column, Set.of()));
            assertThat(heading.places()).isEqualTo(Map.of("nik", 2, "name", 1));
            assertThat(heading.unknown()).containsExactly("no", "Catatan");
            assertThat(heading.repeated()).containsExactly("NIK");
        }
    }

    private void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> {
                    try (TableRows rows = tables.open(file)) {
                        all(rows);
                    }
                })
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining(reason);
    }

    private static List<TableRow> all(TableRows rows) {
        var all = new ArrayList<TableRow>();
        for (TableRow row = rows.next(); row != null; row = rows.next()) {
            all.add(row);
        }
        return all;
    }

    private static List<List<String>> texts(TableRows rows) {
        return all(rows).stream().map(TableFilesTest::textsOf).toList();
    }

    private static List<String> textsOf(TableRow row) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < row.width(); i++) {
            texts.add(row.text(i));
        }
        return texts;
    }
}
