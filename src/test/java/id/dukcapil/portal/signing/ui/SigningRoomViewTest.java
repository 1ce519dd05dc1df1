package id.dukcapil.portal.signing.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.NativeButton;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.PdfPreview;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.signing.RoomScenario;
import id.dukcapil.portal.signing.SigningBatchId;
import id.dukcapil.portal.signing.SigningDocumentId;
import id.dukcapil.portal.signing.SigningDocumentStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.context.support.WithUserDetails;

/** Ratna Komala is the head and signs; each test has documents of a kind of its own. */
@WithUserDetails("kadis")
class SigningRoomViewTest extends Screen {

    private static final String RIGHT = "demo-tte";
    private static final String CHECK = "Periksa dan tanda tangani";

    @Autowired
    RoomScenario given;

    @Autowired
    WaitingSearch search;

    @Autowired
    Pulse pulse;

    @Autowired
    SecurityContextHolderStrategy security;

    @Autowired
    UserDetailsService accounts;

    private final String kind = RoomScenario.aKind();

    @BeforeEach
    void nothingIsBeingSigned() {
        given.nothingIsBeingSigned();
    }

    @Test
    void theSearchBoxFindsWhatWaitsAndNamesThePerson() {
        SigningDocumentId document = given.waiting(kind);
        String reference = given.details(document).reference();
        assertThat(search.find(reference, 5)).singleElement().satisfies(hit -> {
            assertThat(hit.detail()).startsWith("RINA KARLINA · diverifikasi");
            assertThat(hit.path()).isEqualTo("ruang-tanda-tangan?dokumen=" + document);
        });
        assertThat(search.find("karlina rin", 5)).isNotEmpty();
    }

    @Test
    void everythingThatMatchesIsChosenOverPagesAndOneIsTakenOut() {
        given.waiting(kind, 60);
        open();
        assertThat(all().getLabel()).isEqualTo("Pilih semua (60)");
        tickAll(true);
        assertThat(all().getLabel()).isEqualTo("Pilih semua (60 dari 60)");
        assertThat(page()).contains("60 dokumen dipilih");
        grid().deselect(grid().getLazyDataView().getItem(3));
        assertThat(all().getLabel()).isEqualTo("Pilih semua (59 dari 60)");
        assertThat(page()).contains("59 dokumen dipilih");
        assertThat(all().isIndeterminate()).isTrue();
        click("Batalkan pilihan");
        assertThat(buttons()).doesNotContain(CHECK);
        assertThat(address()).as("what is ticked stands in no address").doesNotContain("pilih");
    }

    @Test
    void whatWasCheckedIsSignedWithOnePassphrase() {
        List<SigningDocumentId> folder = given.waiting(kind, 3);
        open();
        until("Sertifikat aktif");
        tickAll(true);
        click(CHECK);
        until("3 dokumen utuh dan sama dengan yang diverifikasi");
        assertThat(page()).contains("Dra. Hj. Ratna Komala, M.Si.", "penyedia contoh: tanda tangannya tidak sah");
        sign(RIGHT);
        until("3 dari 3 dokumen ditandatangani");
        assertThat(folder).allSatisfy(document -> assertThat(status(document)).isEqualTo(SigningDocumentStatus.SIGNED));
        assertThat(address()).contains("sesi=");
        click("Tutup");
        assertThat(address()).doesNotContain("sesi=");
        assertThat(page()).contains("Tidak ada dokumen yang menunggu");
    }

    @Test
    void whatIsNotInOrderIsLeftOutAndSaysWhy() {
        SigningDocumentId good = given.waiting(kind);
        SigningDocumentId lost = given.waiting(kind);
        SigningDocumentId own = given.checkedBy(kind, "kadis");
        given.lose(lost);
        open();
        tickAll(true);
        click(CHECK);
        until("1 dokumen utuh");
        assertThat(page())
                .contains(
                        "2 dokumen tidak ikut",
                        "Berkas dokumen hilang dari penyimpanan.",
                        "Anda ikut memeriksa atau memverifikasi dokumen ini.");
        sign(RIGHT);
        until("1 dari 1 dokumen ditandatangani");
        assertThat(status(good)).isEqualTo(SigningDocumentStatus.SIGNED);
        assertThat(status(lost)).isEqualTo(SigningDocumentStatus.AWAITING);
        assertThat(status(own)).isEqualTo(SigningDocumentStatus.AWAITING);
    }

    @Test
    void aWrongPassphraseLosesNothingAndIsAskedAgain() {
        List<SigningDocumentId> folder = given.waiting(kind, 2);
        open();
        tickAll(true);
        click(CHECK);
        until("2 dokumen utuh");
        sign("keliru");
        until("penyedia TTE mengunci akun");
        assertThat(page()).contains("semuanya menunggu lagi", "2 dokumen utuh").doesNotContain("keliru");
        assertThat(folder)
                .allSatisfy(document -> assertThat(status(document)).isEqualTo(SigningDocumentStatus.AWAITING));
        sign(RIGHT);
        until("2 dari 2 dokumen ditandatangani");
    }

    @Test
    void aDoubleClickBeginsOneBatchAndThePassphraseStaysNowhere() {
        SigningDocumentId document = given.waiting(kind);
        open();
        tickAll(true);
        click(CHECK);
        until("1 dokumen utuh");
        PassphraseField field = find(PassphraseField.class).single();
        hand(field, RIGHT);
        hand(field, RIGHT);
        until("1 dari 1 dokumen ditandatangani");
        assertThat(given.batchesOf(document)).isEqualTo(1);
        assertThat(field.getElement().getOuterHTML()).doesNotContain(RIGHT);
        assertThat(((Component) getCurrentView()).getElement().getOuterHTML()).doesNotContain(RIGHT);
    }

    @Test
    void aDocumentIsReadLeafByLeafAndOneGoesBackToItsVerifier() {
        List<SigningDocumentId> folder = given.waiting(kind, 3);
        open(Map.of("dokumen", folder.getFirst().toString()));
        assertThat(panel()).contains(reference(folder.get(0)), "1 dari 3", "Neneng Aisyah");
        assertThat(find(PdfPreview.class).all()).hasSize(1);
        press("ArrowRight");
        assertThat(panel()).contains(reference(folder.get(1)), "2 dari 3");
        press("x");
        assertThat(panel()).contains("Dipilih");
        assertThat(page()).contains("1 dokumen dipilih");
        press("r");
        clickLast("Kembalikan");
        assertThat(reason().getErrorMessage()).isEqualTo("Alasan harus diisi.");
        giveReason("Nama ibu salah");
        clickLast("Kembalikan");
        assertThat(status(folder.get(1))).isEqualTo(SigningDocumentStatus.REFUSED);
        assertThat(given.details(folder.get(1)).history().getLast().reason()).isEqualTo("Nama ibu salah");
        assertThat(panel()).contains(reference(folder.get(2)), "2 dari 2");
        press("k");
        assertThat(panel()).contains(reference(folder.get(0)));
    }

    @Test
    void aDocumentWhoseBytesAreGoneIsRefusedInASentence() {
        SigningDocumentId document = given.waiting(kind);
        given.lose(document);
        open(Map.of("dokumen", document.toString()));
        assertThat(panel()).contains("Tidak dapat dibuka", "Berkas dokumen hilang dari penyimpanan.");
        assertThat(find(PdfPreview.class).all()).isEmpty();
    }

    @Test
    void aBatchOfAnotherDeviceIsShownAndStopped() {
        List<SigningDocumentId> folder = given.waiting(kind, 3);
        RoomScenario.Elsewhere batch = given.batchElsewhere(folder);
        open();
        assertThat(address()).contains("sesi=" + batch.id());
        assertThat(page()).contains("Menandatangani 3 dokumen");
        click("Berhenti");
        assertThat(page()).contains("Menghentikan: menunggu dokumen yang sudah dikirim");
        batch.ends();
        beat();
        assertThat(page())
                .contains(
                        "0 dari 3 dokumen ditandatangani",
                        "3 tidak dikerjakan",
                        "Dihentikan oleh penanda tangan. Yang belum",
                        "tidak ada yang hilang");
        assertThat(buttons()).contains("Lanjutkan 3 yang belum").doesNotContain("Berhenti");
    }

    @Test
    void onlyWhatFailedIsTriedAgain() {
        List<SigningDocumentId> folder = given.waiting(kind, 3);
        SigningBatchId batch = given.batchWith(folder, 2, RoomScenario.rejected("PDF tidak dapat dibaca penyedia."));
        open(Map.of("sesi", batch.toString()));
        assertThat(page()).contains("2 dari 3 dokumen ditandatangani", "1 gagal", "PDF tidak dapat dibaca penyedia.");
        click("Coba lagi 1 yang gagal");
        until("1 dokumen utuh");
        sign(RIGHT);
        until("1 dari 1 dokumen ditandatangani");
        assertThat(given.batchesOf(folder.get(0))).isEqualTo(1);
        assertThat(given.batchesOf(folder.get(1))).isEqualTo(2);
    }

    @Test
    void whatIsUnknownIsLookedForAndDeclaredWithAReason() {
        SigningDocumentId document = given.waiting(kind);
        SigningBatchId batch =
                given.batchWith(List.of(document), 1, RoomScenario.unknown("Jawaban penyedia tidak sampai."));
        open(Map.of("sesi", batch.toString()));
        assertThat(page()).contains("belum pasti ditandatangani", "Jawaban penyedia tidak sampai.");
        clickLast("Periksa lagi");
        assertThat(notice()).contains("belum ditemukan bertanda tangan");
        clickLast("Nyatakan tidak ditandatangani");
        giveReason("Tidak ada di portal BSrE");
        clickLast("Nyatakan");
        assertThat(status(document)).isEqualTo(SigningDocumentStatus.AWAITING);
        assertThat(notice()).contains("menunggu tanda tangan lagi");
    }

    @Test
    @WithUserDetails("manajer")
    void theManagerSeesWhatWaitsButNeitherTicksNorReads() {
        SigningDocumentId document = given.waiting(kind);
        open(Map.of("dokumen", document.toString()));
        assertThat(panel()).contains(reference(document), "Isi dokumen hanya ditampilkan kepada yang menandatangani");
        assertThat(find(PdfPreview.class).all()).isEmpty();
        assertThat(find(SignerCard.class).all()).isEmpty();
        press("x");
        press("a");
        press("s");
        press("r");
        assertThat(noDialogIsOpen()).isTrue();
        assertThat(buttons()).doesNotContain(CHECK, "Kembalikan ke verifikator");
    }

    @Test
    void aDeputySignsWithTheNumberOfTheMandate() {
        clock.set(SettableClock.MONDAY_MORNING.minus(Duration.ofDays(33)));
        given.waiting(kind);
        signIn("manajer");
        open();
        until("mandat 800/1187/Disdukcapil");
        assertThat(page()).contains("Plh. Kepala Dinas");
        tickAll(true);
        click(CHECK);
        until("1 dokumen tidak ikut");
        assertThat(page()).contains("Tidak ada yang dapat mencetak ulang dokumen ini atas nama Anda.");
        assertThat(find(PassphraseField.class).all()).isEmpty();
    }

    @Test
    void whileADeputySignsTheHeadIsToldSo() {
        given.waiting(kind);
        clock.set(SettableClock.MONDAY_MORNING.plus(Duration.ofDays(25)));
        signIn("kadis");
        open();
        until("Saat ini Anda bukan penanda tangan dinas");
        assertThat(page()).contains("terhalang");
    }

    @Test
    void newArrivalsAreToldAndWhatHasGoneMovesNoLine() {
        List<SigningDocumentId> folder = given.waiting(kind, 2);
        open();
        grid().select(grid().getLazyDataView().getItem(0));
        given.waiting(kind);
        threeBeats();
        assertThat(buttons()).contains("1 baru · muat");
        given.batchElsewhere(List.of(folder.getFirst())).ends();
        threeBeats();
        assertThat(page())
                .as("a document that is signed elsewhere is no longer ticked")
                .doesNotContain("1 dokumen dipilih");
        click("1 baru · muat");
        assertThat(all().getLabel()).isEqualTo("Pilih semua (2)");
    }

    @Test
    void theAddressBringsBackTheFilter() {
        SigningDocumentId document = given.waiting(kind);
        given.waitingAt(kind, "320430");
        open(Map.of("kantor", "320430"));
        assertThat(page()).contains("1 cocok");
        open(Map.of("cari", reference(document)));
        assertThat(page()).contains("1 cocok");
        test(find(NativeButton.class)
                        .withCondition(chip -> chip.getText().startsWith("Hari ini"))
                        .single())
                .click();
        assertThat(address()).contains("umur=TODAY", "jenis=" + kind);
    }

    @Test
    void theDeskSaysHowMuchWaits() {
        given.waiting(kind);
        open();
        UI.getCurrent().navigate("");
        assertThat(page()).contains("dokumen menunggu tanda tangan", "hari ini", "Periksa, tanda tangani");
    }

    private void open() {
        open(Map.of());
    }

    private void open(Map<String, String> more) {
        var address = new HashMap<>(more);
        address.put("jenis", kind);
        open(SigningRoomView.class, address);
    }

    private WaitingGrid grid() {
        return find(WaitingGrid.class).single();
    }

    private Checkbox all() {
        return find(Checkbox.class)
                .withCondition(box -> box.getLabel() != null && box.getLabel().startsWith("Pilih semua"))
                .single();
    }

    private void tickAll(boolean ticked) {
        if (all().getValue() != ticked) {
            test(all()).click();
        }
    }

    private void press(String key) {
        find(KeyHelp.class).single().press(key);
    }

    private String panel() {
        return textOf(find(Aside.class).single());
    }

    private void sign(String passphrase) {
        hand(find(PassphraseField.class).single(), passphrase);
    }

    private static void hand(PassphraseField field, String passphrase) {
        ComponentUtil.fireEvent(field, new PassphraseField.GivenEvent(field, true, passphrase));
    }

    /** What is done behind the page has been shown on it. */
    private void until(String text) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            runPendingTasks();
            assertThat(page()).contains(text);
        });
    }

    private void beat() {
        pulse.beat();
        runPendingTasks();
    }

    private void threeBeats() {
        beat();
        beat();
        beat();
    }

    private void runPendingTasks() {
        UI.getCurrent()
                .getSession()
                .getService()
                .runPendingAccessTasks(UI.getCurrent().getSession());
    }

    /** In a new window: the session of the old one belongs to whoever it was opened for. */
    private void signIn(String username) {
        var account = accounts.loadUserByUsername(username);
        var context = security.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        cleanVaadinEnvironment();
        security.setContext(context);
        initVaadinEnvironment();
    }

    private SigningDocumentStatus status(SigningDocumentId document) {
        return given.details(document).status();
    }

    private String reference(SigningDocumentId document) {
        return given.details(document).reference();
    }
}
