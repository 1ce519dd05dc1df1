package id.dukcapil.portal.submission.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataChangeEvent;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.procedure.Claim;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.submission.ReturnReason;
import id.dukcapil.portal.submission.SubmissionClaims;
import id.dukcapil.portal.submission.SubmissionDesk;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.SubmissionScenario;
import id.dukcapil.portal.submission.SubmissionService;
import id.dukcapil.portal.submission.SubmissionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/** Tita Wulandari is the operator and Neneng Aisyah the verifier of the head office. */
@WithUserDetails("operator")
class InboxViewTest extends Screen {

    @Autowired
    SubmissionScenario given;

    @Autowired
    SubmissionService submissions;

    @Autowired
    SubmissionClaims claims;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Pulse pulse;

    @Test
    void aNikFindsItsRequestAndStaysOutOfTheAddress() {
        SubmissionDetails request = given.submitted();
        open(InboxView.class, Map.of());
        search(request.applicant().nik().value());
        assertThat(address()).doesNotContain(request.applicant().nik().value()).doesNotContain("cari");
        assertThat(grid().getLazyDataView().getItem(0).row().number()).isEqualTo(request.number());
        assertThat(page()).contains("1 cocok");

        search(request.number().value());
        assertThat(address()).contains("cari=" + request.number());
    }

    @Test
    void theFileSaysEverythingButNoNumberOfThePerson() {
        SubmissionDetails request = given.submitted();
        open(request);
        assertThat(panel())
                .contains(request.number() + " · " + request.applicant().fullName(), "Diajukan")
                .contains("Perubahan Elemen Data yang Tercantum dalam KK (I.B.3)", "Pekerjaan ayah berubah", "Aplikasi")
                .contains(request.applicant().nik().masked(), "Data SIAK", "Keluarga menurut SIAK", "pemohon")
                .contains("Keluarga ini tidak mempunyai permohonan lain.", "Uji IKD")
                .doesNotContain(request.applicant().nik().value())
                .doesNotContain(request.applicant().family().value());
        assertThat(buttons())
                .contains("Teruskan ke verifikator", "Ke pemohon", "Tolak", "Pegang", "Batalkan")
                .doesNotContain("Ke operator", "Lepas", "Ambil alih");
    }

    @Test
    void aDifferenceFromTheRegisterIsMarked() {
        SubmissionDetails request = given.submitted();
        jdbc.sql("UPDATE submission_request SET applicant_name = 'NAMA LAMA' WHERE number = ?")
                .param(request.number().value())
                .update();
        open(request);
        assertThat(panel()).contains("NAMA LAMA (berbeda)", "berbeda dari data kependudukan hari ini");
    }

    @Test
    void theOperatorWorksByKeyFromTheClaimToTheDecisionAndCanTakeItBack() {
        SubmissionDetails request = given.seenBy("operator", lostCard());
        open(request);
        press("Enter");
        assertThat(panel()).contains("Anda pegang");
        press("a");
        assertThat(notice()).contains("Daftar periksa belum lengkap");
        press("1");
        press("2");
        assertThat(panel()).contains("2 dari 2 diperiksa", "Tita Wulandari");
        press("a");
        assertThat(now(request).status()).isEqualTo(SubmissionStatus.CHECKED);
        assertThat(notice()).contains("diteruskan ke verifikator");

        clickLast("Urungkan");
        assertThat(now(request).status()).isEqualTo(SubmissionStatus.SUBMITTED);
        assertThat(notice()).contains("ditarik kembali");
    }

    @Test
    void whatIsMissingHasToBeAnsweredBeforeItPasses() {
        SubmissionDetails request = given.submittedWithoutPapers();
        open(request);
        press("a");
        assertThat(textOf(dialog())).contains("Lampiran wajib belum ada: KK lama/rusak");
        clickLast("Teruskan dengan alasan");
        TextArea why = find(TextArea.class).withLabel("Alasan tetap meneruskan").single();
        assertThat(why.getErrorMessage()).startsWith("Alasan harus diisi");
        assertThat(now(request).status()).isEqualTo(SubmissionStatus.SUBMITTED);
        test(why).setValue("Asli dilihat di loket");
        clickLast("Teruskan dengan alasan");
        assertThat(noDialogIsOpen()).isTrue();
        assertThat(notice()).contains("diteruskan ke verifikator");
        assertThat(now(request).history().getLast().reason()).endsWith("Diteruskan karena: Asli dilihat di loket");
    }

    @Test
    void whoeverHasNotOpenedARequiredPaperIsAskedByItsName() {
        SubmissionDetails request = given.submitted();
        open(request);
        press("a");
        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("message"))
                .isEqualTo("Lampiran wajib yang belum Anda buka: KK lama/rusak; Surat keterangan/bukti perubahan.");
        clickLast("Batal");
        assertThat(now(request).status()).isEqualTo(SubmissionStatus.SUBMITTED);
        press("a");
        clickLast("Teruskan tanpa membuka");
        assertThat(now(request).status()).isEqualTo(SubmissionStatus.CHECKED);
    }

    @Test
    void theEvidenceLiesOpenAndTheNextPaperIsAKeyAway() {
        SubmissionDetails request = given.submitted();
        open(request);
        assertThat(currentPapers()).containsExactly("true", "false");
        press("b");
        assertThat(currentPapers()).containsExactly("false", "true");
        press("b");
        assertThat(currentPapers()).containsExactly("true", "false");
        given.seenBy("operator", request);
        open(InboxView.class, Map.of());
        open(request);
        assertThat(panel()).contains("✓ sudah Anda buka");
    }

    @Test
    void whatTheReasonTouchesIsComparedFirst() {
        SubmissionDetails request = SubmissionScenario.accepted(given.asIkd(() -> submissions.submit(
                given.requestOf(given.head(), "I.B.3", Map.of("OCCUPATION", "Guru", "ADDRESS", "Jl. Melati 4")))));
        open(request);
        assertThat(panel())
                .containsSubsequence(
                        "Unsur", "Pekerjaan", "GURU", "Alamat", "Pendidikan", "tidak disebut", "Nama", "sama");
    }

    @Test
    void aBoxIsTickedByMouseToo() {
        SubmissionDetails request = lostCard();
        open(request);
        test(find(Checkbox.class)
                        .withCondition(box -> box.getLabel().startsWith("Identitas"))
                        .single())
                .click();
        assertThat(panel()).contains("1 dari 2 diperiksa");
        press("1");
        assertThat(panel()).contains("0 dari 2 diperiksa");
    }

    @Test
    @SuppressWarnings("unchecked")
    void goingBackToTheApplicantNeedsAReason() {
        SubmissionDetails request = given.submitted();
        open(request);
        press("p");
        clickLast("Kembalikan ke pemohon");
        assertThat(find(CheckboxGroup.class).single().getErrorMessage()).isEqualTo("Pilih paling sedikit satu alasan.");

        ((CheckboxGroup<ReturnReason>) find(CheckboxGroup.class).single())
                .setValue(Set.of(ReturnReason.ATTACHMENT_MISSING));
        test(find(TextArea.class).withLabel("Keterangan untuk pemohon").single())
                .setValue("Kutipan akta kelahiran");
        clickLast("Kembalikan ke pemohon");
        assertThat(noDialogIsOpen()).isTrue();
        assertThat(now(request).history().getLast().reason())
                .isEqualTo("Lampiran belum lengkap. Kutipan akta kelahiran");
        open(request);
        assertThat(buttons()).contains("Kelengkapan diterima");
        click("Kelengkapan diterima");
        assertThat(now(request).status()).isEqualTo(SubmissionStatus.SUBMITTED);
    }

    @Test
    void aRejectionNeedsAReasonAndALegalBasis() {
        SubmissionDetails request = given.submitted();
        open(request);
        press("t");
        test(find(TextArea.class).withLabel("Alasan penolakan").single()).setValue("Bukti bukan milik keluarga ini");
        clickLast("Tolak permohonan");
        assertThat(find(ComboBox.class).withLabel("Dasar hukum").single().getErrorMessage())
                .startsWith("Dasar hukum harus diisi");
        test(find(ComboBox.class).withLabel("Dasar hukum").single()).selectItem("Perpres 96/2018 Pasal 12");
        clickLast("Tolak permohonan");
        assertThat(now(request).status()).isEqualTo(SubmissionStatus.REJECTED);
        assertThat(now(request).history().getLast().legalBasis()).isEqualTo("Perpres 96/2018 Pasal 12");
    }

    @Test
    void whatAColleagueHoldsIsSaidByName() {
        SubmissionDetails request = given.submitted();
        String colleague = given.colleagueOf("operator", "Eko Prasetyo");
        given.asStaff(colleague, () -> claims.claim(request.number()));
        open(request);
        assertThat(panel()).contains("Eko Prasetyo sedang mengerjakan permohonan ini");
        assertThat(buttons()).doesNotContain("Teruskan ke verifikator", "Pegang", "Batalkan");
        press("a");
        assertThat(now(request).status()).isEqualTo(SubmissionStatus.SUBMITTED);
    }

    @Test
    void whoeverDecidesOnAnOldStateIsToldWhoWasFaster() {
        SubmissionDetails request = given.seenBy("operator", given.submitted());
        open(request);
        String colleague = given.colleagueOf("operator", "Rina Marlina");
        given.asStaff(colleague, () -> desk.check(request.number(), request.version()));
        press("a");
        assertThat(notice()).contains("baru saja diubah oleh Rina Marlina", "Menunggu verifikasi");
        assertThat(panel()).contains("Menunggu verifikasi");
    }

    @Test
    @WithUserDetails("verifikator")
    void theVerifierApprovesOrSendsBackToTheOperator() {
        SubmissionDetails first = checked();
        SubmissionDetails second = given.seenBy("verifikator", checked());
        open(first);
        press("o");
        test(find(TextArea.class).withLabel("Alasan").single()).setValue("Nama ibu berbeda");
        clickLast("Kembalikan");
        assertThat(now(first).status()).isEqualTo(SubmissionStatus.RETURNED_TO_OPERATOR);
        open(second);
        assertThat(buttons()).contains("Setujui, lanjut").doesNotContain("Batalkan");
        click("Setujui, lanjut");
        assertThat(now(second).status()).isEqualTo(SubmissionStatus.AWAITING_SIGNATURE);
        assertThat(notice()).contains("menunggu tanda tangan");
    }

    @Test
    @WithUserDetails("manajer")
    void theManagerLooksOnAndTakesOver() {
        SubmissionDetails request = given.submitted();
        given.asStaff("operator", () -> claims.claim(request.number()));
        open(request);
        assertThat(panel()).contains("Data kependudukan tidak ditampilkan untuk peran Anda");
        assertThat(buttons()).contains("Ambil alih").doesNotContain("Ambil berikutnya", "Teruskan ke verifikator");
        click("Ambil alih");
        clickLast("Ambil alih");
        assertThat(now(request).holding()).isNull();
    }

    @Test
    void theRequestOfAnotherOfficeIsRefusedLikeOneThatDoesNotExist() {
        SubmissionDetails request = given.submitted();
        jdbc.sql("UPDATE submission_request SET office_code = '320437' WHERE number = ?")
                .param(request.number().value())
                .update();
        UI.getCurrent().navigate("permohonan/" + request.number());
        String refused = page();
        UI.getCurrent().navigate("permohonan/KK-TIDAK-ADA");
        assertThat(refused).isEqualTo(page()).contains("Permohonan tidak ditemukan");
    }

    @Test
    void aRequestHasAnAddressOfItsOwn() {
        SubmissionDetails request = given.seenBy("operator", given.submitted());
        UI.getCurrent().navigate("permohonan/" + request.number());
        assertThat(page())
                .contains(request.number() + " · " + request.applicant().fullName(), "Riwayat");
        click("Teruskan ke verifikator");
        assertThat(page()).contains("Menunggu verifikasi", "Diperiksa");
    }

    @Test
    void newWorkIsToldWithoutMovingAnyLine() {
        open(InboxView.class, Map.of());
        int before = grid().getGenericDataView().getItems().toList().size();
        given.submitted();
        threeBeats();
        assertThat(buttons()).contains("1 baru · muat");
        assertThat(find(Tab.class).all().getFirst().getElement().getTextRecursively())
                .contains("Baru");
        click("1 baru · muat");
        assertThat(grid().getGenericDataView().getItems().toList()).hasSize(before + 1);
    }

    @Test
    void aColleaguesClaimShowsOnTheLineThatStaysWhereItIs() {
        SubmissionDetails request = given.submitted();
        open(InboxView.class, Map.of("cari", request.number().value()));
        assertThat(line().row().holding()).isNull();
        String colleague = given.colleagueOf("operator", "Yayah Rokayah");
        given.asStaff(colleague, () -> claims.claim(request.number()));
        threeBeats();
        assertThat(refreshed.getLast().row().holding())
                .isNotNull()
                .extracting(Claim.Holding::name)
                .isEqualTo("Yayah Rokayah");
        assertThat(buttons()).noneMatch(button -> button.contains("muat"));
        threeBeats();
        assertThat(refreshed)
                .as("a line on which nothing has changed is left alone")
                .hasSize(1);
    }

    @Test
    void whatAColleagueHasPassedOnStaysInItsPlaceAndSaysSo() {
        SubmissionDetails request = given.submitted();
        open(InboxView.class, Map.of("antrean", "NEW", "urut", "NEWEST"));
        List<SubmissionNumber> before = lines();
        assertThat(before).contains(request.number());
        press("j");
        grid().select(InboxLine.listed(line().row(), null));
        String colleague = given.colleagueOf("operator", "Endang Lesmana");
        given.asStaff(colleague, () -> desk.check(request.number(), request.version()));
        threeBeats();
        assertThat(refreshed).singleElement().satisfies(line -> {
            assertThat(line.left()).isTrue();
            assertThat(line.row().status()).isEqualTo(SubmissionStatus.CHECKED);
        });
        assertThat(grid().getSelectedItems()).hasSize(1);
        assertThat(buttons()).contains("Daftar berubah · muat");
        click("Daftar berubah · muat");
        assertThat(lines()).doesNotContain(request.number());
    }

    @Test
    void theOpenFileSaysThatSomebodyElseHasTakenIt() {
        SubmissionDetails request = given.submitted();
        open(
                InboxView.class,
                Map.of(
                        "cari",
                        request.number().value(),
                        "nomor",
                        request.number().value()));
        line();
        String colleague = given.colleagueOf("operator", "Titin Kartini");
        given.asStaff(colleague, () -> claims.claim(request.number()));
        threeBeats();
        assertThat(panel()).contains("Titin Kartini kini memegang permohonan ini.");
        assertThat(buttons()).contains("Teruskan ke verifikator");
        SubmissionDetails checked = given.asStaff(
                colleague, () -> desk.check(request.number(), request.version()).orElseThrow());
        threeBeats();
        assertThat(panel())
                .contains("Permohonan ini kini berstatus \"Menunggu verifikasi\".")
                .doesNotContain("kini memegang");
        assertThat(refreshed.getLast().moved()).isTrue();
        given.asStaff(colleague, () -> desk.takeBack(checked.number(), checked.version()));
        click("Muat keadaan terbaru");
        assertThat(panel()).contains("Titin Kartini sedang mengerjakan permohonan ini");
        assertThat(buttons()).doesNotContain("Teruskan ke verifikator");
    }

    @Test
    void openingAnotherLineReadsNoListAndKeepsWhatIsMarked() {
        given.submitted();
        given.submitted();
        open(InboxView.class, Map.of("antrean", "NEW"));
        lines();
        press("j");
        press("x");
        given.submitted();
        press("ArrowDown");
        assertThat(grid().getSelectedItems()).hasSize(1);
        press("ArrowUp");
        press("x");
        assertThat(grid().getSelectedItems()).isEmpty();
    }

    private final List<InboxLine> refreshed = new ArrayList<>();

    private InboxLine line() {
        grid().getDataProvider().addDataProviderListener(change -> {
            if (change instanceof DataChangeEvent.DataRefreshEvent<InboxLine> one) {
                refreshed.add(one.getItem());
            }
        });
        return grid().getLazyDataView().getItem(0);
    }

    private List<SubmissionNumber> lines() {
        return grid().getGenericDataView()
                .getItems()
                .map(line -> line.row().number())
                .toList();
    }

    private void threeBeats() {
        for (int beat = 0; beat < 3; beat++) {
            pulse.beat();
            runPendingTasks();
        }
    }

    private void runPendingTasks() {
        UI.getCurrent()
                .getSession()
                .getService()
                .runPendingAccessTasks(UI.getCurrent().getSession());
    }

    private SubmissionDetails lostCard() {
        return given.withPapers(SubmissionScenario.accepted(
                given.asIkd(() -> submissions.submit(given.requestOf(given.head(), "I.C.1")))));
    }

    private SubmissionDetails checked() {
        SubmissionDetails request = given.submitted();
        return given.asStaff(
                "operator",
                () -> desk.check(request.number(), request.version()).orElseThrow());
    }

    private SubmissionDetails now(SubmissionDetails request) {
        return given.asStaff("kadis", () -> submissions.find(request.number()).orElseThrow());
    }

    private void open(SubmissionDetails request) {
        open(InboxView.class, Map.of("antrean", "ALL", "nomor", request.number().value()));
    }

    private List<String> currentPapers() {
        return find(NativeButton.class).all().stream()
                .filter(button -> button.getElement().hasAttribute("aria-current"))
                .map(button -> button.getElement().getAttribute("aria-current"))
                .toList();
    }

    private void press(String key) {
        find(KeyHelp.class).single().press(key);
    }

    private void search(String text) {
        test(find(TextField.class).withLabel("Cari").single()).setValue(text);
    }

    private InboxGrid grid() {
        return find(InboxGrid.class).single();
    }

    private String panel() {
        return textOf(find(Aside.class).single());
    }
}
