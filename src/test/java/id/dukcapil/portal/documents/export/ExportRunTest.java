package id.dukcapil.portal.documents.export;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.documents.export.ExportRun.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** An export from its first row to its last. */
class ExportRunTest extends ExportRunning {

    @Test
    void aWorkbookHoldsEveryRowWithTheFilterOnTheSheetAndNothingThatComputes() throws IOException {
        ExportId id = asked(ExportFormat.XLSX);
        assertThat(run(line -> {}).run(id, 0, () -> false)).isEqualTo(Result.OVER);
        ExportEntry ready = entry(id);
        assertThat(ready.status()).isEqualTo(ExportStatus.READY);
        assertThat(ready.rows()).isEqualTo(LINES);
        assertThat(ready.size()).isEqualTo(content(ready).length);
        XSSFSheet sheet = sheet(ready);
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).contains("23 November 2026 pukul 09.00 WIB", WORDS);
        assertThat(sheet.getLastRowNum()).isEqualTo(3 + LINES);
        var last = sheet.getRow(3 + LINES);
        assertThat(last.getCell(0).getNumericCellValue()).isEqualTo(LINES);
        assertThat(last.getCell(1).getCellType()).isEqualTo(CellType.STRING);
        assertThat(last.getCell(1).getStringCellValue()).startsWith("=HYPERLINK");
        assertThat(last.getCell(2).getCellType()).isEqualTo(CellType.STRING);
        assertThat(last.getCell(2).getStringCellValue()).isEqualTo(Lines.NIK);
    }

    @Test
    void aTextFileIsHarmlessToo() {
        ExportId id = asked(ExportFormat.CSV);
        run(line -> {}).run(id, 0, () -> false);
        assertThat(new String(content(entry(id)), StandardCharsets.UTF_8).lines())
                .hasSize(LINES + 1)
                .last()
                .asString()
                .isEqualTo("35;\"'=HYPERLINK(\"\"http://contoh.id\"\")\";" + Lines.NIK);
    }

    @Test
    void progressIsTheRowsThatHaveBeenWritten() {
        ExportId id = asked(ExportFormat.CSV);
        var seen = new AtomicInteger();
        run(line -> {
                    if (line == 30) {
                        seen.set(entry(id).rows());
                        assertThat(entry(id).total()).isEqualTo(LINES);
                        assertThat(entry(id).progress()).isBetween(0.5, 0.9);
                    }
                })
                .run(id, 0, () -> false);
        assertThat(seen).hasValue(30);
    }

    @Test
    void whoCancelsInTheMiddleGetsNoFile() {
        ExportId id = asked(ExportFormat.XLSX);
        Result result = run(line -> {
                    if (line == 20) {
                        assertThat(records.askToCancel(id)).isTrue();
                    }
                })
                .run(id, 0, () -> false);
        assertThat(result).isEqualTo(Result.OVER);
        assertThat(entry(id).status()).isEqualTo(ExportStatus.CANCELLED);
        assertThat(files.present()).doesNotContain(id);
    }

    @Test
    void aTaskOfAnEarlierTurnDoesNothing() {
        ExportId id = asked(ExportFormat.CSV);
        records.cancelBeforeStart(id);
        assertThat(records.queueAgain(id)).isTrue();
        assertThat(run(line -> {}).run(id, 0, () -> false)).isEqualTo(Result.OVER);
        assertThat(entry(id).status()).isEqualTo(ExportStatus.QUEUED);
        run(line -> {}).run(id, 1, () -> false);
        assertThat(entry(id).status()).isEqualTo(ExportStatus.READY);
    }

    private XSSFSheet sheet(ExportEntry entry) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(content(entry)))) {
            return Objects.requireNonNull(workbook.getSheetAt(0));
        }
    }
}
