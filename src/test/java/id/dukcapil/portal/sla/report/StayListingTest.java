package id.dukcapil.portal.sla.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.WaitingFor;
import id.dukcapil.portal.documents.Listing;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.sla.stay.Tally;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.support.TransactionOperations;

/** The performance report of a month of invented requests as a workbook. */
@IntegrationTest
@WithUserDetails("manajer")
class StayListingTest {

    private static final ReportFilter MONTH =
            new ReportFilter(LocalDate.of(2033, 3, 1), LocalDate.of(2033, 3, 31), null, null);
    private static final Path OFFICE_PROGRAM = Path.of("/usr/bin/soffice");
    private static final int ACCENT = 0x0b5d66;

    @Autowired
    StayListing listing;

    @Autowired
    PerformanceReports reports;

    @Autowired
    Spreadsheet spreadsheet;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @TempDir
    Path folder;

    @BeforeEach
    void aMonthOfRequests() {
        if (reports.answer(MONTH).cases().count() > 0) {
            return;
        }
        var moves = new ArrayList<CaseMoved>();
        for (int i = 0; i < 40; i++) {
            Instant begun = Instant.parse("2033-03-%02dT02:00:00Z".formatted(1 + i % 4));
            UUID id = UUID.randomUUID();
            moves.add(moved(id, "=1+1 " + id, null, 6, begun));
            moves.add(moved(id, "=1+1 " + id, 6, 7, begun.plusSeconds(20L * i)));
            moves.add(moved(id, "=1+1 " + id, 7, null, begun.plusSeconds(20L * i + 75)));
        }
        transaction.executeWithoutResult(done -> events.publishEvent(new PastCases(moves)));
    }

    private static CaseMoved moved(
            UUID id, String number, @Nullable Integer ended, @Nullable Integer begun, Instant at) {
        return new CaseMoved(
                id,
                "bandung-31-2023",
                number,
                new OfficeCode("DINAS"),
                ended,
                begun,
                begun == null ? WaitingFor.NOBODY : WaitingFor.OFFICE,
                at,
                Actor.PORTAL);
    }

    @Test
    void sumsOnTheScreenAreSumsInTheFile() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(written()))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(8);
            assertThat(workbook.getSheet("Sampul")).anySatisfy(row -> {
                assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Edisi kalender");
                assertThat(row.getCell(1).getStringCellValue()).matches("[0-9a-f]{8}");
            });
            int steps = reports.answer(MONTH).steps().values().stream()
                    .mapToInt(Tally::count)
                    .sum();
            assertThat(sum(workbook.getSheet("Langkah"), 1)).isEqualTo(steps);
            assertThat(sum(workbook.getSheet("Prosedur"), 1))
                    .isEqualTo(reports.answer(MONTH).cases().count());
            Sheet detail = workbook.getSheetAt(7);
            assertThat(detail.getLastRowNum() - 3).isEqualTo(steps).isEqualTo(80);
            assertThat(listing.count(MONTH)).hasValue(80);
            // A formula in a number of a case stays text, a length of time is a number
            assertThat(detail.getRow(4).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(detail.getRow(5).getCell(7).getNumericCellValue() * 86_400)
                    .isEqualTo(75.0, within(0.01));
            assertThat(detail.getPaneInformation().isFreezePane()).isTrue();
        }
    }

    @Test
    void aPeriodWithoutCasesIsAWorkbookWithoutRows() {
        var empty = new ReportFilter(LocalDate.of(2042, 1, 1), LocalDate.of(2042, 1, 31), null, null);
        assertThat(listing.page(empty, null, 100)).isEmpty();
        assertThat(listing.front(empty)).hasSize(7);
        assertThat(spreadsheet.bytes(new Listing<>("Kosong", "", listing.columns()), List.of()))
                .isNotEmpty();
    }

    @Test
    void aPageGoesOnBehindTheLastRowOfTheOneBefore() {
        List<StayListing.Line> first = listing.page(MONTH, null, 50);
        List<StayListing.Line> second = listing.page(MONTH, first.getLast(), 50);
        assertThat(first).hasSize(50);
        assertThat(second).hasSize(30).doesNotContainAnyElementsOf(first);
    }

    @Test
    void libreOfficeOpensTheFileAndDrawsTheBars() throws Exception {
        assumeTrue(Files.isExecutable(OFFICE_PROGRAM), "LibreOffice is not installed");
        Path file = folder.resolve("laporan.xlsx");
        Files.write(file, written());
        Process conversion = new ProcessBuilder(
                        OFFICE_PROGRAM.toString(),
                        "--headless",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(conversion.waitFor(90, TimeUnit.SECONDS)).isTrue();
        try (var pdf = Loader.loadPDF(folder.resolve("laporan.pdf").toFile())) {
            var renderer = new PDFRenderer(pdf);
            int drawn = 0;
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                drawn += accented(renderer.renderImageWithDPI(page, 50)) > 100 ? 1 : 0;
            }
            assertThat(drawn).as("pages with bars").isEqualTo(4);
        }
    }

    private byte[] written() throws IOException {
        var out = new ByteArrayOutputStream();
        spreadsheet.write(
                new Listing<>(listing.title(), "Maret 2033", listing.columns()),
                listing.front(MONTH),
                listing.page(MONTH, null, 1_000).stream(),
                out);
        return out.toByteArray();
    }

    private static double sum(Sheet sheet, int column) {
        double sum = 0;
        for (int row = 3; row <= sheet.getLastRowNum(); row++) {
            sum += sheet.getRow(row).getCell(column).getNumericCellValue();
        }
        return sum;
    }

    private static int accented(BufferedImage picture) {
        int pixels = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                pixels += (picture.getRGB(x, y) & 0xffffff) == ACCENT ? 1 : 0;
            }
        }
        return pixels;
    }
}
