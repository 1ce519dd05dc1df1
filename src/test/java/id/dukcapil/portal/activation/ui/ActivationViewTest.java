package id.dukcapil.portal.activation.ui;

import static id.dukcapil.portal.activation.process.ActivationScenario.DINAS;
import static id.dukcapil.portal.activation.process.ActivationScenario.MPP;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.ActivationScenario;
import id.dukcapil.portal.activation.process.ActivationStatus;
import id.dukcapil.portal.activation.process.DropOut;
import id.dukcapil.portal.common.MailEnded;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.ScanAnswer;
import id.dukcapil.portal.common.ui.ScanField;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The counter of the head office, worked with one field and one key. */
@WithUserDetails("ikd")
class ActivationViewTest extends Screen {

    @Autowired
    ActivationScenario given;

    private void scan(String text) {
        find(ScanField.class).single().scan(text);
    }

    private String answer() {
        return textOf(find(ScanAnswer.class).single());
    }

    private void press(String key) {
        find(KeyHelp.class).single().press(key);
    }

    @Test
    void somebodyIsServedWithOneFieldAndSixKeys() {
        Nik nik = given.somebody();
        open(ActivationView.class, Map.of());
        scan(nik.value());
        assertThat(answer()).startsWith("Dimulai");
        String number = address().replaceFirst(".*nomor=", "");
        press("Enter");
        assertThat(given.now(number).status()).isEqualTo(ActivationStatus.FILLING);
        press("Enter");
        test(find(EmailField.class).withLabel("Surel").single()).setValue("dewi@contoh.id");
        type("Nomor ponsel", "0812 3456 7890");
        clickLast("Data sesuai");
        press("Enter");
        assertThat(given.now(number).status()).isEqualTo(ActivationStatus.FACE_MATCHED);
        press("Enter");
        assertThat(page()).contains("d•••@contoh.id", "kirim ulang 0/3");
        press("Enter");
        press("Enter");
        assertThat(given.now(number).status()).isEqualTo(ActivationStatus.ARCHIVED);
    }

    @Test
    void aScannedTelephoneIsAnsweredAndTheSameQrCodeIsRefusedTheSecondTime() {
        ActivationDetails activation = given.registered(DINAS);
        String qr = given.qrOf(activation);
        open(ActivationView.class, Map.of());
        scan(qr);
        assertThat(answer()).startsWith("QR cocok").contains("Kode dikirim ke surelnya");
        assertThat(page())
                .contains(activation.nik().masked())
                .doesNotContain(activation.nik().value());
        scan(qr);
        assertThat(answer()).startsWith("QR sudah dipakai").contains("Kode dikirim");
        scan("https://contoh.id/qr");
        assertThat(answer()).startsWith("QR tidak dikenal");
        ActivationDetails slow = given.registered(DINAS);
        String old = given.qrOf(slow);
        clock.advance(Duration.ofMinutes(2));
        scan(old);
        assertThat(answer()).startsWith("QR terlalu lama");
    }

    @Test
    void aTelephoneOfAnotherOfficeIsTakenOverByOneKey() {
        ActivationDetails elsewhere = given.registered(MPP);
        String qr = given.qrOf(elsewhere);
        open(ActivationView.class, Map.of());
        scan(qr);
        assertThat(answer()).startsWith("QR kantor lain").contains("Mal Pelayanan Publik", "Ambil alih");
        press("a");
        assertThat(answer()).startsWith("QR cocok");
        assertThat(given.now(elsewhere.number()).office()).isEqualTo(DINAS);
    }

    @Test
    void aLetterThatComesBackTurnsTheStripRedAndAsksForAnotherAddress() {
        ActivationDetails activation = given.scanned(DINAS, "ikd");
        given.mailEnds(activation.number(), MailEnded.End.BOUNCED);
        open(ActivationView.class, Map.of("nomor", activation.number()));
        assertThat(page()).contains("surel kembali", "550 kotak surat tidak ada", "Ganti surel");
        press("Enter");
        assertThat(dialog().getHeaderTitle()).startsWith("Ganti surel");
    }

    @Test
    void whoIsNotEligibleIsToldWhyAndCounted() {
        open(ActivationView.class, Map.of());
        scan(given.somebodyWho("birth_date > '2017-01-01'").value());
        assertThat(answer()).startsWith("Belum 17 tahun, belum kawin");
        assertThat(page()).contains("Keluar sebelum aktif");
        scan("3204370000000000");
        assertThat(answer()).startsWith("NIK tidak sah");
    }

    @Test
    void whoLeavesIsCountedWithAReasonOfTheStep() {
        String number = given.begun(given.somebody(), "ikd").number();
        open(ActivationView.class, Map.of("nomor", number));
        press("g");
        clickLast("Catat keluar");
        assertThat(given.now(number).dropOut()).extracting(DropOut::label).isEqualTo("Ponsel tidak mendukung");
    }

    @Test
    void anEventIsPlannedChangedWithAReasonAndCalledOffFromTheCounter() {
        open(ActivationView.class, Map.of());
        click("Jemput bola …");
        assertThat(textOf(dialog())).contains("Belum ada yang direncanakan");
        clickLast("Rencanakan …");
        assertThat(textOf(dialog())).contains("jemput bola sebelumnya");
        clickLast("Rencanakan");
        assertThat(field("Tempat").isInvalid()).isTrue();
        type("Tempat", "Aula Uji Layar");
        type("Petugas", "Fitri, Ujang");
        clickLast("Rencanakan");
        assertThat(notice()).contains("Jemput bola Aula Uji Layar direncanakan.");
        assertThat(textOf(dialog())).contains("Aula Uji Layar", "Senin, 23 November 2026, 09.00–12.00 · Fitri, Ujang");
        assertThat(find(ComboBox.class).all()).as("places of today").hasSize(1);

        click("Ubah …");
        type("Petugas", "Fitri saja");
        clickLast("Simpan perubahan");
        assertThat(field("Alasan perubahan").isInvalid()).isTrue();
        type("Alasan perubahan", "Ujang cuti");
        clickLast("Simpan perubahan");
        assertThat(textOf(dialog())).contains("09.00–12.00 · Fitri saja", "Alasan: Ujang cuti");

        click("Batalkan …");
        giveReason("Hujan deras");
        clickLast("Batalkan jemput bola");
        assertThat(textOf(dialog())).contains("Dibatalkan", "Alasan: Hujan deras");
        assertThat(find(ComboBox.class).all()).isEmpty();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    @Test
    void theReportOfTheDayIsClosedFromHereAndCannotBeClosedTwice() {
        given.active(DINAS, "ikd");
        clock.advance(Duration.ofDays(22));
        given.active(DINAS, "ikd");
        open(ReportView.class, Map.of());
        assertThat(page()).contains("masih berjalan", "2. Langkah SOP", "Kabupaten Bandung", "semester 2024-2");
        click("Tutup hari …");
        clickLast("Tutup dan kunci");
        open(ReportView.class, Map.of());
        assertThat(page()).contains("Ditutup dan dikunci", "SHA-256");
        assertThat(buttons()).contains("Catat koreksi …").doesNotContain("Tutup hari …");
        click("Catat koreksi …");
        giveReason("Satu orang dihitung dua kali");
        clickLast("Catat koreksi");
        assertThat(page()).contains("Satu orang dihitung dua kali");
    }
}
