package id.dukcapil.portal.submission.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.documents.Paper;
import id.dukcapil.portal.documents.upload.BroughtFiles;
import id.dukcapil.portal.submission.ReturnReason;
import id.dukcapil.portal.submission.Shortcomings;
import id.dukcapil.portal.submission.SubmissionDesk;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.SubmissionScenario;
import id.dukcapil.portal.submission.attachment.AttachmentKind;
import id.dukcapil.portal.submission.attachment.Attachments;
import id.dukcapil.portal.submission.attachment.NewAttachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What the office prints about a request: receipt, letter of return, disposition sheet, and a first look at the card. */
@IntegrationTest
class SubmissionPapersTest {

    private static final Pattern LETTER = Pattern.compile("400\\.12\\.2\\.1/(\\d+)/DINAS/2026");
    private static final RowMapper<String> ACTION = (row, number) -> row.getString(1);

    @Autowired
    SubmissionPapers papers;

    @Autowired
    Attachments attachments;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    SubmissionScenario given;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void backToMonday() {
        clock.reset();
    }

    @Test
    void theReceiptNamesWhatWasHandedInAndWhatIsMissing() throws Exception {
        SubmissionDetails request = given.submittedWithoutPapers();
        bring(request.number(), AttachmentKind.OLD_FAMILY_CARD);
        promise(request, "2026-11-23 04:15:00");
        Paper receipt = printed("receipt", request.number(), papers::receipt);
        assertThat(words(receipt))
                .containsSubsequence(
                        "TANDA TERIMA PERMOHONAN KARTU KELUARGA",
                        request.number().value(),
                        "Pemohon",
                        request.applicant().fullName(),
                        "Dijanjikan selesai",
                        "23 November 2026",
                        "KK lama/rusak",
                        "Diterima",
                        "Surat keterangan/bukti perubahan",
                        "Kurang",
                        "tidak dipungut biaya");
        assertThat(words(receipt)).doesNotContainPattern("\\d{16}");
        assertThat(receipt.scan(BarcodeFormat.QR_CODE, 200))
                .isEqualTo(request.number().value());
        assertThat(receipt.scan(BarcodeFormat.CODE_128, 200))
                .isEqualTo(request.number().value());
        assertThat(receipt.pages()).isEqualTo(1);
    }

    @Test
    void aLetterOfReturnKeepsItsNumberHoweverOftenItIsPrinted() throws Exception {
        SubmissionDetails first = returned(given.submittedWithoutPapers(), "Akta kelahiran anak kedua belum ada");
        SubmissionDetails second = returned(given.submitted(), "Foto KK tidak terbaca");
        String number = letterNumber(printed("letter", first.number(), papers::returnLetter));
        assertThat(letterNumber(printed("letter", first.number(), papers::returnLetter)))
                .isEqualTo(number);
        String next = letterNumber(printed("letter", second.number(), papers::returnLetter));
        assertThat(Integer.parseInt(next)).isEqualTo(Integer.parseInt(number) + 1);
    }

    @Test
    void theLetterSaysWhatIsMissingUntilWhenAndWhoSigns() throws Exception {
        SubmissionDetails request = returned(given.submittedWithoutPapers(), "Akta kelahiran anak kedua belum ada");
        assertThat(words(printed("letter", request.number(), papers::returnLetter)))
                .contains(
                        request.number().value(), "Sdr. " + request.applicant().fullName())
                .contains("1. Lampiran belum lengkap", "Akta kelahiran anak kedua belum ada")
                .contains("Belum ada: KK lama/rusak", "paling lambat")
                .contains("Dra. Hj. Ratna Komala, M.Si.", "NIP 19700817")
                .doesNotContainPattern("\\d{16}");
    }

    @Test
    void fifteenShortcomingsAndALongNameFitOnTheLetter() throws Exception {
        String many = IntStream.rangeClosed(1, 15)
                .mapToObj(point -> "butir ke-" + point + " perlu diperbaiki")
                .reduce((all, one) -> all + "; " + one)
                .orElseThrow();
        SubmissionDetails request = given.submitted();
        jdbc.sql("UPDATE submission_request SET applicant_name = ? WHERE id = ?")
                .param(
                        "RADEN AJENG SITI NURHASANAH KUSUMAWARDHANI BINTI SURYAKUSUMAH ADIWINATA NINGRAT ABDURRAHMAN WIJAYA")
                .param(request.id().value())
                .update();
        returned(request, many);
        Paper letter = printed("letter-long", request.number(), papers::returnLetter);
        assertThat(words(letter)).contains("15. butir ke-15", "NINGRAT ABDURRAHMAN WIJAYA", "Dra. Hj. Ratna Komala");
        assertThat(letter.pages()).isLessThanOrEqualTo(2);
    }

    @Test
    void aLetterWaitsUntilTheDecisionStands() {
        SubmissionDetails request = given.submitted();
        SubmissionNumber number = request.number();
        assertThatThrownBy(() -> given.asStaff("operator", () -> papers.returnLetter(number)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("tidak sedang menunggu kelengkapan");
        sendBack(request, "Belum jelas");
        int issued = issued();
        assertThatThrownBy(() -> given.asStaff("operator", () -> papers.returnLetter(number)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("masih dapat ditarik");
        assertThat(issued()).isEqualTo(issued);
    }

    @Test
    void theDispositionSheetTellsEveryStepWithItsTime() throws Exception {
        SubmissionDetails request = given.submitted();
        clock.advance(Duration.ofMinutes(42));
        SubmissionDetails checked = given.asStaff(
                "operator",
                () -> desk.check(request.number(), request.version()).orElseThrow());
        clock.advance(Duration.ofHours(26));
        given.asStaff(
                "verifikator",
                () -> desk.returnToOperator(request.number(), checked.version(), "Bandingkan nama ayah"));
        assertThat(words(printed("disposition", request.number(), papers::dispositionSheet)))
                .contains("LEMBAR DISPOSISI DAN KENDALI", "SOP Nomor 31 Tahun 2023")
                .contains("Permohonan diajukan", "42 mnt", "1 hari 2 jam", "Bandingkan nama ayah")
                .containsPattern("Langkah \\d+, .*: 42 mnt dari 5 mnt, terlampaui")
                .containsPattern("Seluruhnya: .* menunggu pemohon 0 mnt")
                .doesNotContainPattern("\\d{16}");
    }

    @Test
    void aLongHistoryGoesOnOnTheNextPage() throws Exception {
        SubmissionDetails request = given.submitted();
        for (int round = 0; round < 14; round++) {
            SubmissionDetails checked = given.asStaff(
                    "operator",
                    () -> desk.check(request.number(), seen(request)).orElseThrow());
            given.asStaff(
                    "verifikator",
                    () -> desk.returnToOperator(
                            request.number(), checked.version(), "Pindai ulang halaman kedua karena tidak terbaca"));
        }
        Paper sheet = printed("disposition-long", request.number(), papers::dispositionSheet);
        assertThat(sheet.pages()).isEqualTo(2);
        assertThat(words(sheet)).contains("29.");
    }

    @Test
    void theCardIsShownBeforehandAndMarkedAsNoDocument() throws Exception {
        SubmissionDetails request = given.submitted();
        Paper card = printed("verifikator", "card-preview", request.number(), papers::familyCardPreview);
        assertThat(words(card))
                .contains("KARTU KELUARGA", SubmissionPapers.PREVIEW, SubmissionPapers.NOT_SIGNED)
                .doesNotContain("telah ditandatangani")
                .contains(request.applicant().family().value());
    }

    @Test
    void everyPrintingIsRecorded() throws Exception {
        SubmissionNumber number = given.submitted().number();
        printed("receipt", number, papers::receipt);
        printed("disposition", number, papers::dispositionSheet);
        assertThat(jdbc.sql("SELECT action FROM audit_inbox WHERE reference = :number"
                                + " UNION ALL SELECT action FROM audit_trail WHERE reference = :number")
                        .param("number", number.value())
                        .query(ACTION)
                        .list())
                .contains("Tanda terima dicetak", "Lembar disposisi dicetak");
    }

    @Test
    void whoDoesNotWorkOnRequestsPrintsNothing() {
        SubmissionNumber number = given.submitted().number();
        for (Function<SubmissionNumber, Optional<byte[]>> paper : List.<Function<SubmissionNumber, Optional<byte[]>>>of(
                papers::receipt, papers::returnLetter, papers::dispositionSheet, papers::familyCardPreview)) {
            assertThatThrownBy(() -> given.asStaff("manajer", () -> paper.apply(number)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> given.asIkd(() -> paper.apply(number))).isInstanceOf(AccessDeniedException.class);
        }
    }

    private void bring(SubmissionNumber number, AttachmentKind kind) {
        given.asStaff(
                "operator",
                () -> attachments.add(attachments.examine(
                        number, new NewAttachment(kind.name(), "kk.pdf", new ByteArrayResource(BroughtFiles.pdf(1))))));
    }

    private void promise(SubmissionDetails request, String until) {
        jdbc.sql("UPDATE submission_request SET whole_due_at = ? WHERE id = ?")
                .param(until)
                .param(request.id().value())
                .update();
    }

    /** Sent back, and the time for taking the decision back is over. */
    private SubmissionDetails returned(SubmissionDetails request, String note) {
        sendBack(request, note);
        clock.advance(Duration.ofSeconds(11));
        return request;
    }

    private void sendBack(SubmissionDetails request, String note) {
        var shortcomings = new Shortcomings(EnumSet.of(ReturnReason.ATTACHMENT_MISSING, ReturnReason.OTHER), note);
        given.asStaff(
                "operator",
                () -> desk.returnToApplicant(request.number(), request.version(), shortcomings)
                        .orElseThrow());
    }

    private long seen(SubmissionDetails request) {
        return jdbc.sql("SELECT version FROM submission_request WHERE id = ?")
                .param(request.id().value())
                .query(Long.class)
                .single();
    }

    private int issued() {
        return jdbc.sql("SELECT COUNT(*) FROM submission_return_letter")
                .query(Integer.class)
                .single();
    }

    private Paper printed(String name, SubmissionNumber number, Function<SubmissionNumber, Optional<byte[]>> paper)
            throws IOException {
        return printed("operator", name, number, paper);
    }

    /** Also laid down where somebody can look at it. */
    private Paper printed(
            String who, String name, SubmissionNumber number, Function<SubmissionNumber, Optional<byte[]>> paper)
            throws IOException {
        byte[] pdf = given.asStaff(who, () -> paper.apply(number).orElseThrow());
        Path folder = Files.createDirectories(Path.of("target", "papers"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        return new Paper(pdf);
    }

    private static String letterNumber(Paper letter) throws IOException {
        Matcher number = LETTER.matcher(letter.text());
        assertThat(number.find()).as(letter.text()).isTrue();
        return number.group(1);
    }

    private static String words(Paper paper) throws IOException {
        return paper.text().replaceAll("\\s+", " ");
    }
}
