package id.dukcapil.portal.recording.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.ScanAnswer;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingPhase;
import id.dukcapil.portal.recording.process.RecordingScenario;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The list and the page of one person, as the two operators and a reader use them. */
class RecordingViewTest extends Screen {

    @Autowired
    RecordingScenario given;

    @Autowired
    BookingScenario bookings;

    private void scan(String text) {
        find(ScanField.class).single().scan(text);
    }

    private String answer() {
        return textOf(find(ScanAnswer.class).single());
    }

    private void press(String key) {
        find(KeyHelp.class).all().getLast().press(key);
    }

    private String number() {
        return address().replaceFirst(".*/", "");
    }

    @Test
    @WithUserDetails(RecordingScenario.REGISTRATION)
    void theRegistrationOperatorBringsAPersonToTheRecordingWithKeys() {
        Nik nik = given.somebody();
        open(RecordingsView.class, Map.of());
        scan(nik.value());
        String number = number();
        assertThat(number).startsWith("PRK-320437-");
        assertThat(page())
                .contains("Langkah 1 · Serahkan berkas", "tidak diwakili", nik.masked())
                .doesNotContain(nik.value());
        press("1");
        assertThat(given.now(number).phase()).isEqualTo(RecordingPhase.CHECKING);
        press("Enter");
        assertThat(given.now(number).phase()).isEqualTo(RecordingPhase.CHECKING);
    }

    @Test
    @WithUserDetails(RecordingScenario.REGISTRATION)
    void aScannedBookingIsExplainedAndOpensNoFile() {
        BookingDetails booking = bookings.booked(new OfficeCode("MPP"), LocalDate.of(2026, 11, 26));
        open(RecordingsView.class, Map.of());
        scan(booking.code().value());
        assertThat(answer()).contains("Ini tiket pemesanan", "Kamis, 26 November 2026", "Mal Pelayanan Publik");
        assertThat(address()).isEqualTo("perekaman");
    }

    @Test
    @WithUserDetails(RecordingScenario.REGISTRATION)
    void aFileThatAnotherPersonBringsIsNotTaken() {
        RecordingDetails opened = given.opened(given.somebody());
        visit(opened);
        press("2");
        assertThat(given.now(opened.number()).phase()).isEqualTo(RecordingPhase.LEFT);
        assertThat(given.now(opened.number()).last().reason()).contains("datang sendiri");
    }

    @Test
    @WithUserDetails(RecordingScenario.REGISTRATION)
    void bothForksOfTheRegistrationAreEqualButtons() {
        RecordingDetails checked = given.checked();
        visit(checked);
        assertThat(page()).contains("Hasil cek di BcardManagement?", "Belum rekam", "Sudah rekam");
        press("k");
        assertThat(dialog().getHeaderTitle()).isEqualTo("Persyaratan tidak benar, kembalikan");
        test(find(TextArea.class).withLabel("Keterangan untuk penduduk").single())
                .setValue("KK bukan miliknya");
        clickLast("Kembalikan berkas");
        assertThat(given.now(checked.number()).phase()).isEqualTo(RecordingPhase.RETURNED);
    }

    @Test
    @WithUserDetails(RecordingScenario.RECORDING)
    void aScanIsTheHandOverAndTheOutcomeIsShutBeforeIt() {
        RecordingDetails forwarded = given.forwarded();
        visit(forwarded);
        assertThat(page()).contains("terbuka setelah serah terima");
        press("1");
        assertThat(given.now(forwarded.number()).phase()).isEqualTo(RecordingPhase.FORWARDED);
        scan("PRK-320437-2026-99999");
        assertThat(answer()).contains("Ini bukan berkas " + forwarded.number());
        scan(forwarded.number());
        assertThat(given.now(forwarded.number()).phase()).isEqualTo(RecordingPhase.RECORDING);
        press("1");
        assertThat(page()).contains("Langkah 4", "Tanda bukti 400.12.2.2/");
        press("b");
        assertThat(dialog().getHeaderTitle()).startsWith("Tanda bukti perekaman");
    }

    @Test
    @WithUserDetails(RecordingScenario.RECORDING)
    void anUnsuccessfulRecordingNeedsAReason() {
        RecordingDetails recording = given.recording();
        visit(recording);
        press("2");
        clickLast("Kembalikan ke registrasi");
        assertThat(given.now(recording.number()).phase()).isEqualTo(RecordingPhase.RECORDING);
    }

    @Test
    @WithUserDetails("operator")
    void whoOnlyReadsSeesNoButtons() {
        open(RecordingsView.class, Map.of());
        assertThat(page()).contains("Perekaman KTP-el");
        assertThat(buttons()).doesNotContain("Gangguan teknis (G)");
    }

    private void visit(RecordingDetails recording) {
        UI.getCurrent().navigate(RecordingNavigation.recording(recording.number()));
    }
}
