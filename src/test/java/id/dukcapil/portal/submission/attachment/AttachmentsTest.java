package id.dukcapil.portal.submission.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.PoisonedRow;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.upload.BroughtFiles;
import id.dukcapil.portal.submission.Rejection;
import id.dukcapil.portal.submission.ReturnReason;
import id.dukcapil.portal.submission.Shortcomings;
import id.dukcapil.portal.submission.SubmissionDesk;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.SubmissionScenario;
import id.dukcapil.portal.submission.attachment.AttachmentDecision.Accepted;
import id.dukcapil.portal.submission.attachment.AttachmentDecision.Kind;
import id.dukcapil.portal.submission.attachment.AttachmentDecision.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Papers come with a request, are looked at, completed and finally forgotten. */
@IntegrationTest
class AttachmentsTest {

    private static final RowMapper<String> ACTION = (row, number) -> row.getString(1);

    @Autowired
    Attachments attachments;

    @Autowired
    SubmissionScenario given;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    AttachmentContents contents;

    @Autowired
    Retention attachmentRetention;

    @Autowired
    AttachmentsOfPerson ofPerson;

    @Autowired
    DocumentStore store;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void backToMonday() {
        clock.reset();
    }

    @Test
    void aRequestSaysWhichPapersAreMissingUntilTheyAreThere() {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        assertThat(missing(number)).containsExactly("KK lama/rusak", "Surat keterangan/bukti perubahan");
        bring(number, AttachmentKind.OLD_FAMILY_CARD, "kk lama");
        assertThat(missing(number)).containsExactly("Surat keterangan/bukti perubahan");
        bring(number, AttachmentKind.PROOF_OF_CHANGE, "ijazah");
        assertThat(missing(number)).isEmpty();
    }

    @Test
    void theNameOfAFileIsOnlyALabel() {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        byte[] photograph = BroughtFiles.photograph(64, 48, 6);
        Attachment attachment = accepted(
                counter(number, AttachmentKind.OLD_FAMILY_CARD, "C:\\foto\\..\\KK\u202Egpj.exe.pdf", photograph));
        assertThat(attachment.label()).isEqualTo("KKgpj.exe.pdf");
        assertThat(attachment.file().mediaType()).isEqualTo("image/jpeg");
    }

    @Test
    void theSamePaperTwiceIsThereOnce() {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        byte[] paper = BroughtFiles.pdfSaying("sama");
        Attachment first = accepted(counter(number, AttachmentKind.OLD_FAMILY_CARD, "sama.pdf", paper));
        Attachment again = accepted(counter(number, AttachmentKind.OLD_FAMILY_CARD, "lagi.pdf", paper));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(papers(number).present()).hasSize(1);
    }

    @Test
    void aHarmfulFileLeavesNothingBehind() {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        Refused refused = refused(counter(
                number, AttachmentKind.OLD_FAMILY_CARD, "kk.pdf", "<html></html>".getBytes(StandardCharsets.UTF_8)));
        assertThat(refused.kind()).isEqualTo(Kind.UNFIT);
        assertThat(refused.message()).contains("bukan PDF");
        assertThat(papers(number).present()).isEmpty();
    }

    @Test
    void papersComeOnlyWhileTheRequestIsOpen() {
        SubmissionDetails request = given.submittedWithoutPapers();
        SubmissionNumber number = request.number();
        SubmissionDetails checked = given.asStaff(
                "operator",
                () -> desk.check(number, request.version(), "Asli dilihat").orElseThrow());
        Refused refused = refused(counter(number, AttachmentKind.OLD_FAMILY_CARD, "kk", BroughtFiles.pdfSaying("a")));
        assertThat(refused.kind()).isEqualTo(Kind.NOT_OPEN);
        assertThat(refused.message()).contains("Menunggu verifikasi");
        SubmissionDetails back = given.asStaff(
                "verifikator",
                () -> desk.returnToOperator(number, checked.version(), "Pindai ulang")
                        .orElseThrow());
        bring(number, AttachmentKind.OLD_FAMILY_CARD, "dari loket");
        assertThat(refused(given.asIkd(() -> submit(number, AttachmentKind.PROOF_OF_CHANGE, "kk", BroughtFiles.pdf(1))))
                        .kind())
                .isEqualTo(Kind.NOT_OPEN);
        given.asStaff(
                "operator",
                () -> desk.returnToApplicant(
                        number, back.version(), new Shortcomings(Set.of(ReturnReason.ATTACHMENT_MISSING), "")));
        accepted(given.asIkd(() -> submit(number, AttachmentKind.PROOF_OF_CHANGE, "kk", BroughtFiles.pdf(1))));
    }

    @Test
    void aPaperExaminedInTimeIsRefusedWhenTheRequestHasMovedOn() {
        SubmissionDetails request = given.submittedWithoutPapers();
        Examined examined = given.asStaff(
                "operator",
                () -> attachments.examine(
                        request.number(),
                        upload(AttachmentKind.OLD_FAMILY_CARD, "kk", BroughtFiles.pdfSaying("terlambat"))));
        given.asStaff("operator", () -> desk.check(request.number(), request.version(), "Asli dilihat"));
        assertThat(refused(given.asStaff("operator", () -> attachments.add(examined)))
                        .kind())
                .isEqualTo(Kind.NOT_OPEN);
    }

    @Test
    void twoHundredPapersAtOnceDoNotExceedTheLimit() throws Exception {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        List<Future<AttachmentDecision>> running = new ArrayList<>();
        try (ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int paper = 0; paper < 200; paper++) {
                byte[] content = BroughtFiles.pdfSaying("lembar " + paper);
                running.add(clerks.submit(() -> counter(number, AttachmentKind.PROOF_OF_CHANGE, "lembar", content)));
            }
        }
        int accepted = 0;
        for (Future<AttachmentDecision> decision : running) {
            switch (decision.get()) {
                case Accepted taken -> accepted++;
                case Refused refused -> assertThat(refused.kind()).isEqualTo(Kind.TOO_MUCH);
            }
        }
        assertThat(accepted).isEqualTo(AttachmentLimits.MOST_FILES);
        assertThat(papers(number).present()).hasSize(AttachmentLimits.MOST_FILES);
    }

    @Test
    void openingAPaperIsRecorded() {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        Attachment attachment = bring(number, AttachmentKind.OLD_FAMILY_CARD, "dibuka");
        OpenedAttachment opened = given.asStaff(
                "verifikator", () -> attachments.open(attachment.id()).orElseThrow());
        assertThat(ContentHash.of(opened.content())).isEqualTo(attachment.content());
        assertThat(opened.toString()).doesNotContain(number.value()).doesNotContain("PDF-");
        assertThat(told(number)).contains("Lampiran ditambahkan", "Lampiran dibuka");
    }

    @Test
    void whatTheReasonNeedsCountsAsUnopenedUntilThePersonHasOpenedIt() {
        SubmissionDetails request = given.submitted();
        SubmissionNumber number = request.number();
        bring(number, AttachmentKind.TRAVEL_DOCUMENT, "tidak diperlukan");
        AttachmentId oldCard = papers(number).present().stream()
                .filter(paper -> paper.kind() == AttachmentKind.OLD_FAMILY_CARD)
                .findFirst()
                .orElseThrow()
                .id();
        given.asStaff("operator", () -> attachments.open(oldCard));
        assertThat(unopened("operator", number)).containsExactly(AttachmentKind.PROOF_OF_CHANGE);
        assertThat(unopened("verifikator", number))
                .containsExactly(AttachmentKind.OLD_FAMILY_CARD, AttachmentKind.PROOF_OF_CHANGE);
        given.seenBy("operator", request);
        assertThat(unopened("operator", number)).isEmpty();
        assertThat(papers(number).opened()).hasSize(3);
    }

    @Test
    void whatComesBackFromTheApplicantIsOpenedAnew() {
        SubmissionDetails request = given.seenBy("operator", given.submitted());
        SubmissionDetails returned = given.asStaff(
                "operator",
                () -> desk.returnToApplicant(
                                request.number(),
                                request.version(),
                                new Shortcomings(Set.of(ReturnReason.ATTACHMENT_UNREADABLE), ""))
                        .orElseThrow());
        clock.advance(Duration.ofMinutes(1));
        given.asStaff("operator", () -> desk.complete(request.number(), returned.version()));
        assertThat(unopened("operator", request.number())).hasSize(2);
    }

    @Test
    void everyPaperHasASmallPictureThatIsNoOpening() throws Exception {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        Attachment scan = bring(number, AttachmentKind.OLD_FAMILY_CARD, "kecil");
        Attachment photo = accepted(
                counter(number, AttachmentKind.PROOF_OF_CHANGE, "foto.jpg", BroughtFiles.photograph(1280, 960, 1)));
        for (Attachment paper : List.of(scan, photo)) {
            byte[] small = given.asStaff(
                    "verifikator", () -> attachments.thumbnail(paper.id()).orElseThrow());
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(small));
            assertThat(Math.max(picture.getWidth(), picture.getHeight())).isEqualTo(200);
        }
        assertThat(told(number)).doesNotContain("Lampiran dibuka");
        assertThatThrownBy(() -> given.asStaff("manajer", () -> attachments.thumbnail(scan.id())))
                .isInstanceOf(AccessDeniedException.class);
    }

    private List<AttachmentKind> unopened(String who, SubmissionNumber number) {
        return given.asStaff(who, () -> attachments.unopened(number)).stream()
                .map(Attachment::kind)
                .toList();
    }

    @Test
    void whoOnlySeesListsOpensNothing() {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        Attachment attachment = bring(number, AttachmentKind.OLD_FAMILY_CARD, "tertutup");
        assertThatThrownBy(() -> given.asStaff("manajer", () -> attachments.open(attachment.id())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> given.asIkd(() -> attachments.open(attachment.id())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void onlyWhoBroughtAPaperTakesItAwayAndOnlyInTime() {
        SubmissionDetails request = given.submittedWithoutPapers();
        SubmissionNumber number = request.number();
        Attachment ofApplicant = accepted(given.asIkd(
                () -> submit(number, AttachmentKind.OLD_FAMILY_CARD, "kk", BroughtFiles.pdfSaying("pemohon"))));
        Attachment ofCounter = bring(number, AttachmentKind.PROOF_OF_CHANGE, "loket");
        assertThatThrownBy(() -> given.asStaff("operator", () -> attachments.remove(ofApplicant.id())))
                .isInstanceOf(AccessDeniedException.class);
        given.asStaff("operator", () -> attachments.remove(ofCounter.id()));
        assertThat(papers(number).present()).containsExactly(ofApplicant);
        assertThat(given.asStaff("operator", () -> attachments.remove(ofCounter.id())))
                .isEmpty();
        assertThat(told(number)).contains("Lampiran dihapus");
        Attachment kept = bring(number, AttachmentKind.PROOF_OF_CHANGE, "tetap");
        given.asStaff("operator", () -> desk.check(number, request.version()));
        assertThat(refused(given.asStaff(
                                "operator", () -> attachments.remove(kept.id()).orElseThrow()))
                        .kind())
                .isEqualTo(Kind.NOT_OPEN);
    }

    @Test
    void contentLeavesTheStoreADayAfterItsLastReference() {
        SubmissionNumber first = given.submittedWithoutPapers().number();
        SubmissionNumber second = given.submittedWithoutPapers().number();
        byte[] paper = BroughtFiles.pdfSaying("dipakai dua kali");
        Attachment here = accepted(counter(first, AttachmentKind.OLD_FAMILY_CARD, "a.pdf", paper));
        Attachment there = accepted(counter(second, AttachmentKind.OLD_FAMILY_CARD, "b.pdf", paper));
        assertThat(there.content()).isEqualTo(here.content());
        given.asStaff("operator", () -> attachments.remove(here.id()));
        clock.advance(Duration.ofDays(2));
        contents.clean();
        assertThat(store.contains(there.content())).isTrue();
        given.asStaff("operator", () -> attachments.remove(there.id()));
        contents.clean();
        assertThat(store.contains(there.content())).isFalse();
    }

    @Test
    void whatWasLookedAtAndNeverAddedIsForgotten() {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        byte[] content = BroughtFiles.pdfSaying("ditinggalkan");
        given.asStaff(
                "operator", () -> attachments.examine(number, upload(AttachmentKind.OLD_FAMILY_CARD, "x", content)));
        contents.clean();
        assertThat(store.contains(ContentHash.of(content))).isTrue();
        clock.advance(Duration.ofDays(2));
        contents.clean();
        assertThat(store.contains(ContentHash.of(content))).isFalse();
    }

    @Test
    void contentThatCannotBeForgottenKeepsNoOtherInTheStore() {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        byte[] first = BroughtFiles.pdfSaying("pertama ditinggalkan");
        byte[] second = BroughtFiles.pdfSaying("kedua ditinggalkan");
        for (byte[] content : List.of(first, second)) {
            given.asStaff(
                    "operator",
                    () -> attachments.examine(number, upload(AttachmentKind.OLD_FAMILY_CARD, "x", content)));
        }
        clock.advance(Duration.ofDays(2));
        try (var poisoned = PoisonedRow.againstDeleting(
                jdbc, "submission_attachment_content", "content_hash", ContentHash.of(first))) {
            contents.clean();
            poisoned.hasFailed(AttachmentContents.TASK, 1);
            assertThat(store.contains(ContentHash.of(second))).isFalse();
            poisoned.close();
            clock.advance(Duration.ofHours(1));
            contents.clean();
            poisoned.hasFailed(AttachmentContents.TASK, 0);
        }
        assertThat(store.contains(ContentHash.of(first))).isFalse();
    }

    @Test
    void papersOfARejectedRequestGoWhenTheirTimeIsOver() {
        SubmissionDetails request = given.submittedWithoutPapers();
        Attachment paper = bring(request.number(), AttachmentKind.OLD_FAMILY_CARD, "ditolak");
        given.asStaff(
                "operator",
                () -> desk.reject(
                        request.number(),
                        request.version(),
                        new Rejection("Data berbeda", "Perpres 96/2018 Pasal 12")));
        attachmentRetention.removeEndedBefore(clock.instant(), 1_000);
        assertThat(papers(request.number()).present()).containsExactly(paper);
        attachmentRetention.removeEndedBefore(clock.instant().plusSeconds(1), 1_000);
        assertThat(papers(request.number()).present()).isEmpty();
    }

    @Test
    void thePersonReadsWhichPapersAreHeld() {
        SubmissionDetails request = given.submittedWithoutPapers();
        bring(request.number(), AttachmentKind.OLD_FAMILY_CARD, "untuk dibaca");
        Nik nik = request.applicant().nik();
        assertThat(ofPerson.about(nik))
                .extracting(PersonalDataSource.Item::values)
                .singleElement()
                .satisfies(values -> assertThat(values)
                        .containsEntry("Permohonan", request.number().value())
                        .containsEntry("Jenis", "KK lama/rusak"));
    }

    private List<String> missing(SubmissionNumber number) {
        return papers(number).missing().stream().map(Requirement::label).toList();
    }

    private Papers papers(SubmissionNumber number) {
        return given.asStaff("operator", () -> attachments.of(number).orElseThrow());
    }

    /** The counter scans a paper that says so. */
    private Attachment bring(SubmissionNumber number, AttachmentKind kind, String word) {
        return accepted(counter(number, kind, word + ".pdf", BroughtFiles.pdfSaying(word)));
    }

    private AttachmentDecision counter(SubmissionNumber number, AttachmentKind kind, String name, byte[] content) {
        return given.asStaff("operator", () -> submit(number, kind, name, content));
    }

    private AttachmentDecision submit(SubmissionNumber number, AttachmentKind kind, String name, byte[] content) {
        return attachments.add(attachments.examine(number, upload(kind, name, content)));
    }

    private static NewAttachment upload(AttachmentKind kind, String name, byte[] content) {
        return new NewAttachment(kind.name(), name, new ByteArrayResource(content));
    }

    private static Attachment accepted(AttachmentDecision decision) {
        return switch (decision) {
            case Accepted accepted -> accepted.attachment();
            case Refused refused -> throw new AssertionError(refused.message());
        };
    }

    private static Refused refused(AttachmentDecision decision) {
        return switch (decision) {
            case Accepted accepted -> throw new AssertionError("accepted");
            case Refused refused -> refused;
        };
    }

    private List<String> told(SubmissionNumber number) {
        return jdbc.sql("SELECT action FROM audit_inbox WHERE reference = :number"
                        + " UNION ALL SELECT action FROM audit_trail WHERE reference = :number")
                .param("number", number.value())
                .query(ACTION)
                .list();
    }
}
