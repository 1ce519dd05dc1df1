package id.dukcapil.portal.submission.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.signing.SigningRegister;
import id.dukcapil.portal.sla.ClockPauses;
import id.dukcapil.portal.sla.StatedPause;
import id.dukcapil.portal.submission.ReturnReason;
import id.dukcapil.portal.submission.Shortcomings;
import id.dukcapil.portal.submission.SignedCards;
import id.dukcapil.portal.submission.SubmissionClaims;
import id.dukcapil.portal.submission.SubmissionDesk;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionScenario;
import id.dukcapil.portal.submission.SubmissionService;
import id.dukcapil.portal.submission.SubmissionStatus;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/** The page of one request, for who comes by a link: the same file, keys and refusals as beside the inbox. */
@WithUserDetails("operator")
class CaseViewTest extends Screen {

    @Autowired
    SubmissionScenario given;

    @Autowired
    SubmissionService submissions;

    @Autowired
    SubmissionClaims claims;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    ClockPauses pauses;

    @Autowired
    SigningRegister register;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aRequestIsReadUnderAnAddressOfItsOwn() {
        SubmissionDetails request = given.submitted();
        open(request);
        assertThat(getCurrentView()).isInstanceOf(CaseView.class);
        assertThat(page())
                .contains(request.number() + " · " + request.applicant().fullName(), "Diajukan", "sisa")
                .contains("Data SIAK dan yang diajukan", "Lampiran dan surat", "Permohonan diajukan")
                .doesNotContain(request.applicant().nik().value());
    }

    @Test
    void theRequestOfAnotherOfficeIsAnsweredLikeOneThatDoesNotExist() {
        SubmissionDetails request = given.submitted();
        jdbc.sql("UPDATE submission_request SET office_code = '320437' WHERE number = ?")
                .param(request.number().value())
                .update();
        open(request);
        String refused = page();
        UI.getCurrent().navigate("permohonan/KK-TIDAK-ADA");
        assertThat(refused)
                .isEqualTo(page())
                .contains("Permohonan tidak ditemukan", "bukan permohonan kantor Anda", "Buka kotak masuk")
                .doesNotContain(request.applicant().fullName());
        press("a");
        press("1");
        assertThat(now(request).status()).isEqualTo(SubmissionStatus.SUBMITTED);
    }

    @Test
    void theKeysLeadFromTheClaimOverTheChecklistToTheDecision() {
        SubmissionDetails request = given.seenBy(
                "operator",
                given.withPapers(SubmissionScenario.accepted(
                        given.asIkd(() -> submissions.submit(given.requestOf(given.head(), "I.C.1"))))));
        open(request);
        press("Enter");
        assertThat(page()).contains("Anda pegang");
        press("1");
        assertThat(page()).contains("1 dari 2 diperiksa", "Tita Wulandari");
        press("a");
        assertThat(notice()).contains("Daftar periksa belum lengkap");
        assertThat(page()).contains("1 dari 2 diperiksa");
        press("2");
        press("9");
        assertThat(page()).contains("2 dari 2 diperiksa");
        press("l");
        assertThat(now(request).holding()).isNull();
        press("a");
        assertThat(now(request).status()).isEqualTo(SubmissionStatus.CHECKED);
        assertThat(page()).contains("Menunggu verifikasi");
        assertThat(notice()).contains("diteruskan ke verifikator");
    }

    @Test
    void theKeysOfTheDialogsAreTheSameAsBesideTheInbox() {
        SubmissionDetails request = given.submitted();
        open(request);
        press("o");
        assertThat(noDialogIsOpen())
                .as("an operator sends nothing to the operator")
                .isTrue();
        press("p");
        assertThat(dialog().getHeaderTitle()).startsWith("Kembalikan ke pemohon");
        dialog().close();
        press("t");
        assertThat(find(TextArea.class).withLabel("Alasan penolakan").exists()).isTrue();
    }

    @Test
    void afterTheVerificationThePageSaysWhereTheDocumentIs() {
        SubmissionDetails verified = verified(given.submitted());
        open(verified);
        assertThat(page())
                .contains("Tanda tangan dan penyerahan", "menunggu tanda tangan Kepala Dinas")
                .doesNotContain("Pengambilan dokumen");
        jdbc.sql("UPDATE submission_request SET status = 'NOT_COLLECTED' WHERE number = ?")
                .param(verified.number().value())
                .update();
        open(verified);
        assertThat(page()).contains("Bila pemohon datang, terbitkan ulang", "Pengambilan dokumen");
    }

    @Test
    @WithUserDetails("verifikator")
    void whyTheSignatoryHasSentItBackStandsAboveEverythingElse() {
        SubmissionDetails verified = verified(given.submitted());
        given.asStaff("kadis", () -> {
            var waiting =
                    register.of(SignedCards.KIND, verified.number().value()).getLast();
            return register.refuse(waiting.id(), waiting.version(), "Nama ibu salah ketik");
        });
        open(verified);
        assertThat(page()).contains("Ratna Komala, M.Si.: \"Nama ibu salah ketik\"", "Dikembalikan ke verifikator");
        assertThat(buttons()).contains("Setujui, lanjut", "Ke operator");
    }

    private SubmissionDetails verified(SubmissionDetails request) {
        SubmissionDetails checked = given.asStaff(
                "operator",
                () -> desk.check(request.number(), request.version()).orElseThrow());
        return given.asStaff(
                "verifikator",
                () -> desk.verify(checked.number(), checked.version()).orElseThrow());
    }

    @Test
    void whoeverWasTooLateIsToldWhoHoldsItAndHowToGoOn() {
        SubmissionDetails request = given.seenBy("operator", given.submitted());
        open(request);
        String colleague = given.colleagueOf("operator", "Nandang Kosasih");
        given.asStaff(colleague, () -> claims.claim(request.number()));
        press("a");
        assertThat(notice()).contains("sedang dikerjakan Nandang Kosasih");
        assertThat(page()).contains("Nandang Kosasih sedang mengerjakan permohonan ini", "minta atasan mengambil alih");
        assertThat(buttons()).doesNotContain("Teruskan ke verifikator", "Pegang", "Ambil alih");
        assertThat(now(request).status()).isEqualTo(SubmissionStatus.SUBMITTED);
    }

    @Test
    @WithUserDetails("manajer")
    void aManagerTakesItOutOfTheHandsOfItsHolder() {
        SubmissionDetails request = given.submitted();
        given.asStaff("operator", () -> claims.claim(request.number()));
        open(request);
        click("Ambil alih");
        clickLast("Ambil alih");
        assertThat(now(request).holding()).isNull();
    }

    /** By hand: the last 2 minutes of Friday, 1 on Monday until it went back, 1 after it was complete; the breakdown counts for nobody. */
    @Test
    void thePageShowsWhatTheOfficeAndWhatTheApplicantHasCost() {
        clock.set(at("2026-12-11T16:28"));
        SubmissionDetails request = given.submitted();
        clock.set(at("2026-12-14T07:31"));
        given.asStaff(
                "operator",
                () -> desk.returnToApplicant(
                        request.number(),
                        request.version(),
                        new Shortcomings(Set.of(ReturnReason.ATTACHMENT_UNREADABLE), "")));
        open(request);
        assertThat(page())
                .contains("Waktu kantor3 mnt dari 30 mnt", "Jam kantorberhenti, menunggu pemohon")
                .contains("Batas seluruhnyabelum dapat ditentukan", "Dikembalikan ke pemohon")
                .doesNotContain("Jeda kerusakan teknis");

        clock.set(at("2026-12-15T10:00"));
        given.asIkd(() -> submissions.complete(request.number()));
        clock.set(at("2026-12-15T10:01"));
        breakdown(at("2026-12-15T10:01"), at("2026-12-15T10:21"));
        clock.set(at("2026-12-15T10:24"));
        open(request);
        assertThat(page())
                .contains("Waktu kantor7 mnt dari 30 mnt", "Langkah 67 mnt dari 5 mntterlampaui")
                .contains("Waktu pemohon1 hari 2 jam", "Jeda kerusakan teknis20 mnt", "Jam kantorberjalan")
                .contains("Batas seluruhnya15 Desember 2026, 10.47 WIB", "terlambat 2 mnt", "Dilengkapi pemohon");
    }

    private void breakdown(Instant from, Instant to) {
        given.asStaff("manajer", () -> {
            clock.set(to);
            pauses.state(new OfficeCode("DINAS"), from, to, "SIAK tidak dapat diakses");
            StatedPause stated = pauses.latest().getFirst();
            assertThat(stated.reason()).isEqualTo("SIAK tidak dapat diakses");
            return true;
        });
    }

    private static Instant at(String wib) {
        return LocalDateTime.parse(wib).atZone(ZoneId.of("Asia/Jakarta")).toInstant();
    }

    private void open(SubmissionDetails request) {
        UI.getCurrent().navigate("permohonan/" + request.number());
    }

    private SubmissionDetails now(SubmissionDetails request) {
        return given.asStaff("kadis", () -> submissions.find(request.number()).orElseThrow());
    }

    private void press(String key) {
        find(KeyHelp.class).single().press(key);
    }
}
