package id.dukcapil.portal.recording.book;

import static id.dukcapil.portal.recording.process.RecordingScenario.REGISTRATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.recording.book.Diary.DiaryFilter;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingScenario;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The diary keeps itself, is printed, and is corrected by further lines only. */
@IntegrationTest
class DiaryTest {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    @Autowired
    RecordingScenario given;

    @Autowired
    Diary diary;

    @Autowired
    SettableClock clock;

    private DiaryFilter today() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), WIB);
        return new DiaryFilter(new OfficeCode("320437"), day, day, WIB);
    }

    private List<DiaryLine> linesOf(RecordingDetails recording) {
        return given.as(REGISTRATION, () -> diary.page(today(), null, 0, 500)).stream()
                .filter(line -> line.recording().equals(recording.number()))
                .sorted(Comparator.comparing(DiaryTest::ordinal))
                .toList();
    }

    private static int ordinal(DiaryLine line) {
        return Integer.parseInt(line.number().replaceFirst("/.*", ""));
    }

    @Test
    void aRecordingLeavesTheFileAndItsOutcomeNumberedWithoutGaps() {
        RecordingDetails recorded = given.recorded();
        List<DiaryLine> lines = linesOf(recorded);
        assertThat(lines)
                .extracting(DiaryLine::event)
                .containsExactly("Berkas perekaman KTP-el diterima", "Perekaman KTP-el berhasil");
        assertThat(ordinal(lines.getLast())).isEqualTo(ordinal(lines.getFirst()) + 1);
        assertThat(lines.getFirst().born()).contains(",");
        assertThat(lines.getFirst().officer()).isEqualTo("Deden Suryana");
    }

    @Test
    void aCorrectionIsANewLineThatNamesTheOldOne() {
        DiaryLine wrong = linesOf(given.received()).getFirst();
        assertThatThrownBy(() -> given.as(REGISTRATION, () -> diary.correct(wrong.number(), " ")))
                .isInstanceOf(InvalidInput.class);
        DiaryLine correction = given.as(REGISTRATION, () -> diary.correct(wrong.number(), "Alamat keliru"))
                .orElseThrow();
        assertThat(correction.corrects()).isEqualTo(wrong.number());
        assertThat(given.as(REGISTRATION, () -> diary.find(wrong.number()))).contains(wrong);
        assertThatThrownBy(
                        () -> given.as(RecordingScenario.RECORDING, () -> diary.correct(wrong.number(), "Bukan saya")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theDayIsPrintedOnPaperAndAsWorkbook() throws IOException {
        RecordingDetails received = given.received();
        byte[] pdf = given.as(REGISTRATION, () -> diary.pdf(today()));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("BUKU HARIAN PERISTIWA PENTING", received.name(), "UKL Kecamatan Soreang");
        }
        byte[] workbook = given.as(REGISTRATION, () -> {
            var out = new ByteArrayOutputStream();
            try {
                diary.xlsx(today(), out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        });
        try (var sheets = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(sheets.getSheetAt(0).getLastRowNum()).isPositive();
        }
    }

    @Test
    void anotherOfficeDoesNotReadTheBook() {
        DiaryLine line = linesOf(given.received()).getFirst();
        String elsewhere = given.operator("registrasi", "320408");
        assertThat(given.as(elsewhere, () -> diary.find(line.number()))).isEmpty();
        assertThat(given.as(elsewhere, () -> diary.count(today()))).isZero();
    }
}
