package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.documents.export.ExportedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithUserDetails;

/** The day's bookings on paper and as a workbook: five bookings, of which one is cancelled and one moved away. */
@IntegrationTest
@WithUserDetails("manajer")
class DayListTest {

    private static final OfficeCode CIPARAY = new OfficeCode("320429");
    private static final OfficeCode PACET = new OfficeCode("320430");

    @Autowired
    DayList dayList;

    @Autowired
    BookingExport export;

    @Autowired
    ApplicationContext portal;

    @Autowired
    BookingService bookings;

    @Autowired
    BookingScenario given;

    @Test
    void thePaperListsEveryNumberMaskedWithTheSums() throws IOException {
        LocalDate day = LocalDate.of(2026, 12, 7);
        List<BookingDetails> booked = fiveBookings(CIPARAY, day);

        String text = text(dayList.pdf(CIPARAY, day));

        assertThat(text)
                .contains("DAFTAR PEMESANAN CETAK KTP-el", "UKL Kecamatan Ciparay", "Senin, 7 Desember 2026")
                .contains("3 terpesan, 0 hadir, 2 dibatalkan, dipindahkan atau digantikan")
                .contains("23 November 2026, 09.00 WIB");
        for (BookingDetails booking : booked) {
            assertThat(text)
                    .contains(
                            "%03d".formatted(booking.queueNumber()),
                            booking.code().value())
                    .contains(booking.nik().masked())
                    .doesNotContain(booking.nik().value());
        }
    }

    @Test
    void anEmptyDayIsAnEmptyList() throws IOException {
        assertThat(text(dayList.pdf(CIPARAY, LocalDate.of(2026, 12, 8))))
                .contains("0 terpesan, 0 hadir, 0 dibatalkan, dipindahkan atau digantikan");
    }

    @Test
    void theWorkbookHasOneTypedRowPerNumber() throws IOException {
        LocalDate day = LocalDate.of(2026, 12, 9);
        List<BookingDetails> booked = fiveBookings(CIPARAY, day);

        XSSFSheet sheet = sheet(BookingFilter.day(CIPARAY, day));

        assertThat(text(sheet.getRow(1), 0)).contains("saringan: UKL Kecamatan Ciparay; 9 Desember 2026");
        assertThat(IntStream.range(0, 10).mapToObj(column -> text(sheet.getRow(3), column)))
                .containsExactly(
                        "Tanggal",
                        "Kantor",
                        "Nomor",
                        "Kode booking",
                        "Nama pemohon",
                        "NIK",
                        "Asal",
                        "Status",
                        "Dipesan",
                        "Hadir");
        assertThat(sheet.getLastRowNum()).isEqualTo(8);
        for (int i = 0; i < booked.size(); i++) {
            Row row = sheet.getRow(4 + i);
            BookingDetails booking = booked.get(i);
            assertThat(row.getCell(0).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(day);
            assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(booking.queueNumber());
            assertThat(text(row, 3)).isEqualTo(booking.code().value());
            assertThat(text(row, 4)).isEqualTo(booking.fullName());
            assertThat(row.getCell(5).getCellType()).isEqualTo(CellType.STRING);
            assertThat(text(row, 5)).isEqualTo(booking.nik().masked());
            assertThat(row.getCell(8).getLocalDateTimeCellValue().toString()).isEqualTo("2026-11-23T09:00");
            assertThat(row.getCell(9)).isNull();
        }
        assertThat(IntStream.rangeClosed(4, 8).mapToObj(row -> text(sheet.getRow(row), 7)))
                .containsExactly("Dibatalkan", "Dipindahkan", "Terpesan", "Terpesan", "Terpesan");
    }

    @Test
    void aFilterByStatusIsWrittenOnTheSheetAndApplied() throws IOException {
        LocalDate day = LocalDate.of(2026, 12, 11);
        fiveBookings(CIPARAY, day);
        var filter = new BookingFilter(
                List.of(CIPARAY, PACET), day, day, Set.of(BookingStatus.CANCELLED, BookingStatus.MOVED), "");
        XSSFSheet sheet = sheet(filter);
        assertThat(text(sheet.getRow(1), 0)).contains("2 kantor", "11 Desember 2026", "status Dibatalkan, Dipindahkan");
        assertThat(sheet.getLastRowNum()).isEqualTo(5);
    }

    @Test
    void whatWasSearchedForIsNotWrittenOnTheSheet() throws IOException {
        BookingDetails booking = given.booked(PACET, LocalDate.of(2026, 12, 14));
        var filter = new BookingFilter(
                List.of(PACET), null, null, Set.of(), booking.nik().value());
        XSSFSheet sheet = sheet(filter);
        assertThat(text(sheet.getRow(1), 0))
                .contains("dengan pencarian")
                .doesNotContain(booking.nik().value());
        assertThat(sheet.getLastRowNum()).isEqualTo(4);
    }

    @Test
    @WithUserDetails("operator")
    void anOperatorGetsNothingOfOtherOffices() throws IOException {
        given.booked(PACET, LocalDate.of(2026, 12, 15));
        assertThat(sheet(BookingFilter.day(PACET, LocalDate.of(2026, 12, 15))).getLastRowNum())
                .isEqualTo(3);
        assertThat(text(dayList.pdf(PACET, LocalDate.of(2026, 12, 15)))).contains("0 terpesan");
    }

    @Test
    @WithUserDetails("cetak")
    void whoMayNotExportGetsNothing() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> dayList.pdf(PACET, LocalDate.of(2026, 12, 15)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> sheet(BookingFilter.day(PACET, LocalDate.of(2026, 12, 15))));
    }

    private List<BookingDetails> fiveBookings(OfficeCode office, LocalDate day) {
        List<BookingDetails> booked =
                IntStream.range(0, 5).mapToObj(i -> given.booked(office, day)).toList();
        given.asBds(() -> bookings.cancel(booked.get(0).code(), "berhalangan").orElseThrow());
        given.asBds(() -> given.moved(booked.get(1).code().value(), PACET, day));
        return booked;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String text(Row row, int column) {
        return Objects.requireNonNull(row.getCell(column)).getStringCellValue();
    }

    private XSSFSheet sheet(BookingFilter filter) throws IOException {
        byte[] file = ExportedFile.of(portal, export.ask(filter));
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheetAt(0);
        }
    }
}
