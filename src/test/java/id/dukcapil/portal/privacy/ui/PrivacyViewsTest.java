package id.dukcapil.portal.privacy.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.privacy.Decision;
import id.dukcapil.portal.privacy.IncidentDetails;
import id.dukcapil.portal.privacy.IncidentFacts;
import id.dukcapil.portal.privacy.IncidentRegister;
import id.dukcapil.portal.privacy.NewRequest;
import id.dukcapil.portal.privacy.RequestDetails;
import id.dukcapil.portal.privacy.RequestKind;
import id.dukcapil.portal.privacy.RequestRegister;
import id.dukcapil.portal.privacy.RetentionRules;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The officer Sri Lestari at the screen; today is Monday 23 November 2026, 09.00. */
@WithUserDetails("pdp")
class PrivacyViewsTest extends Screen {

    private static final String NIK = "3204376501900001";
    private static final IncidentFacts LAPTOP =
            new IncidentFacts("Laptop hilang", "Tertinggal di kendaraan", "NIK dan nama", 12, "", "Kunci diganti");

    @Autowired
    RequestRegister requests;

    @Autowired
    IncidentRegister incidents;

    @Autowired
    RetentionRules rules;

    @Autowired
    PrivacyDesk desk;

    @Test
    void aRequestIsWrittenDownAndAnsweredAtTheScreen() {
        open(RequestsView.class, Map.of());
        clickLast("Catat permintaan");
        clickLast("Catat");
        assertThat(field("NIK pemohon").isInvalid()).isTrue();
        assertThat(field("Nama lengkap").getErrorMessage()).contains("harus diisi");

        select("Jenis permintaan").setValue(RequestKind.ACCESS);
        test(field("NIK pemohon")).setValue(NIK);
        test(field("Nama lengkap")).setValue("Siti Rahmawati");
        test(field("Jawaban disampaikan ke")).setValue("siti@contoh.id");
        test(area("Isi permintaan")).setValue("Minta salinan data saya");
        clickLast("Catat");
        assertThat(notice()).contains("dicatat; dijawab paling lambat 26 November 2026, 09.00 WIB");
        assertThat(panel())
                .contains("Siti Rahmawati", "Akses dan salinan data", "sisa 3 hari", "s•••@contoh.id")
                .doesNotContain(NIK);
        assertThat(address()).doesNotContain(NIK);
        assertThat(links()).doesNotContain("Salinan data PDF");

        clickLast("Periksa identitas");
        test(area("Bukti identitas")).setValue("KTP-el asli");
        clickLast("Identitas cocok");
        assertThat(panel()).contains("Dikerjakan", "KTP-el asli");
        assertThat(links()).contains("Salinan data PDF", "Salinan data Excel", "Salinan data JSON");

        clickLast("Jawab");
        clickLast("Simpan jawaban");
        assertThat(area("Jawaban dan alasannya").getErrorMessage()).isEqualTo("Harus diisi.");
        test(area("Jawaban dan alasannya")).setValue("Salinan terlampir.");
        clickLast("Simpan jawaban");
        assertThat(panel()).contains("Dijawab", "Jawaban: Dipenuhi", "tepat waktu");
        assertThat(buttons()).contains("Jawaban disampaikan", "Kerjakan lagi").doesNotContain("Jawab");
    }

    @Test
    void aCorrectionAsksForWhatIsWrongAndWhatProvesIt() {
        open(RequestsView.class, Map.of());
        clickLast("Catat permintaan");
        assertThat(find(TextField.class).withLabel("Bukti").all()).isEmpty();
        select("Jenis permintaan").setValue(RequestKind.CORRECTION);
        clickLast("Catat");
        assertThat(field("Bukti").getErrorMessage()).contains("Sebutkan buktinya");
    }

    @Test
    void whoeverCannotProveWhoTheyAreIsOfferedARefusalOnly() {
        RequestDetails request = asked(RequestKind.ERASURE, null);
        open(RequestsView.class, Map.of("nomor", request.number()));
        assertThat(buttons())
                .contains("Periksa identitas", "Tolak", "Ditarik pemohon")
                .doesNotContain("Jawab");
        clickLast("Tolak");
        assertThat(select("Keputusan").getValue()).isEqualTo(Decision.REFUSED);
    }

    @Test
    void whoAnswersWhatWasJustWithdrawnIsToldSo() {
        RequestDetails request = asked(RequestKind.ACCESS, null);
        open(RequestsView.class, Map.of("nomor", request.number()));
        clickLast("Periksa identitas");
        test(area("Bukti identitas")).setValue("KTP-el");
        requests.withdraw(request.number(), "tidak jadi");
        clickLast("Identitas cocok");
        assertThat(notice()).contains("berstatus \"Ditarik\" sehingga tidak dapat dikerjakan");
        assertThat(panel()).contains("Ditarik", "tidak jadi");
        assertThat(find(Dialog.class).all()).noneMatch(Dialog::isOpened);
    }

    @Test
    void theFilterStandsInTheAddressAndNonsenseInItIsIgnored() {
        asked(RequestKind.RESTRICTION, clock.instant().minus(Duration.ofDays(4)));
        open(RequestsView.class, Map.of("daftar", "LATE", "jenis", "RESTRICTION"));
        assertThat(page()).contains(" cocok");
        assertThat(select("Jenis").getValue()).isEqualTo(RequestKind.RESTRICTION);
        open(RequestsView.class, Map.of("daftar", "APA", "jenis", "SAJA", "nomor", "PD-1999-0001"));
        assertThat(select("Jenis").getValue()).isNull();
        assertThat(find(RequestPanel.class).all()).isEmpty();
    }

    @Test
    @WithUserDetails("kadis")
    void theHeadSeesTheClocksAndIsOfferedNothingToDo() {
        open(RequestsView.class, Map.of());
        assertThat(buttons()).doesNotContain("Catat permintaan");
        open(IncidentsView.class, Map.of());
        assertThat(buttons()).doesNotContain("Catat insiden");
        open(RetentionView.class, Map.of("data", "booking"));
        assertThat(panel()).contains("2 tahun");
        assertThat(buttons()).doesNotContain("Ubah masa simpan");
        assertThat(onTheDesk())
                .extracting(work -> work.title().replaceFirst("\\d+ ", ""))
                .containsExactly("permintaan subjek data terbuka", "insiden data pribadi terbuka");
    }

    @Test
    @WithUserDetails("operator")
    void theCounterHasNoSuchWork() {
        assertThat(onTheDesk()).isEmpty();
    }

    @Test
    void theDeskSaysWhatIsLate() {
        asked(RequestKind.ACCESS, clock.instant().minus(Duration.ofDays(4)));
        UrgentWork work = onTheDesk().getFirst();
        assertThat(work.urgency()).isEqualTo(UrgentWork.Urgency.LATE);
        assertThat(work.tone()).isEqualTo(Tone.LATE);
        assertThat(work.reason()).contains("lewat 3 × 24 jam");
        assertThat(work.link()).isEqualTo("pelindungan-data?daftar=LATE");
    }

    @Test
    void anIncidentIsWrittenDownCompletedAndTold() {
        open(IncidentsView.class, Map.of());
        clickLast("Catat insiden");
        test(field("Judul")).setValue("Berkas terkirim ke alamat salah");
        test(area("Kapan dan bagaimana terjadi")).setValue("Tadi pagi lewat e-mail");
        test(area("Data apa saja")).setValue("nama dan nomor telepon");
        clickLast("Catat");
        assertThat(notice()).contains("pemberitahuan paling lambat 26 November 2026, 09.00 WIB");
        assertThat(panel()).contains("Jumlah orang belum diketahui.", "sisa 3 hari");
        assertThat(buttons()).doesNotContain("Surat: subjek data");

        clickLast("Lembaga sudah diberi tahu");
        test(field("Nomor surat atau cara")).setValue("surat 12");
        clickLast("Simpan");
        assertThat(notice()).contains("Lengkapi dahulu penanganan");
        clickLast("Batal");

        clickLast("Lengkapi uraian");
        test(area("Penanganan dan pemulihan")).setValue("Penerima menghapus berkas");
        test(find(IntegerField.class).single()).setValue(41);
        clickLast("Simpan");
        assertThat(panel()).contains("Paling banyak 41 orang.", "Penerima menghapus berkas");
        assertThat(buttons()).contains("Surat: subjek data", "Surat: lembaga pelindungan data pribadi");

        clickLast("Lembaga sudah diberi tahu");
        test(field("Nomor surat atau cara")).setValue("surat 12");
        clickLast("Simpan");
        assertThat(panel()).contains("Lembaga diberi tahu");
        assertThat(buttons()).contains("Subjek data sudah diberi tahu").doesNotContain("Lembaga sudah diberi tahu");
    }

    @Test
    void theLetterIsShownAsItWillBePrinted() {
        IncidentDetails incident = incidents.report(LAPTOP, null);
        open(IncidentsView.class, Map.of("nomor", incident.number()));
        clickLast("Surat: subjek data");
        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Surat pemberitahuan " + incident.number());
    }

    @Test
    void aPeriodIsChangedAfterSeeingWhatItMeans() {
        open(RetentionView.class, Map.of("data", "staff-reveal"));
        assertThat(panel()).contains("1 tahun", "Akan dihapus sekarang");
        clickLast("Ubah masa simpan");
        test(find(IntegerField.class).single()).setValue(3);
        assertThat(textOf(dialog())).contains("pada malam pertama akan dihapus");
        clickLast("Simpan masa simpan");
        assertThat(field("Alasan").getErrorMessage()).isEqualTo("Harus diisi.");
        test(field("Alasan")).setValue("JRA 7/2026");
        clickLast("Simpan masa simpan");
        assertThat(panel()).contains("3 tahun", "Sri Lestari", "JRA 7/2026");
        rules.change("staff-reveal", Period.ofYears(1), "kembali ke standar");
    }

    @Test
    void whatIsPromisedToOthersCannotBeChanged() {
        open(RetentionView.class, Map.of("data", "channel-answers"));
        assertThat(panel()).contains("7 hari");
        assertThat(buttons()).doesNotContain("Ubah masa simpan");
    }

    @Test
    void onePageSaysWhatIsStoredWhereAndWhy() {
        open(RecordView.class, Map.of());
        assertThat(page())
                .contains("Data penduduk (salinan SIAK)", "Pemesanan antrean cetak KTP-el", "Permintaan subjek data")
                .contains("Pasal 58", "2 tahun");
        clickLast("Cetak");
        assertThat(find(Dialog.class).single().isOpened()).isTrue();
    }

    private RequestDetails asked(RequestKind kind, @Nullable Instant receivedAt) {
        return requests.register(
                new NewRequest(kind, NIK, "Asep Mulyana", "08123456789", "permintaan saya", null, receivedAt));
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private Select<Object> select(String label) {
        return find(Select.class).withLabel(label).single();
    }

    private List<String> links() {
        return find(Anchor.class).all().stream().map(Anchor::getText).toList();
    }

    private String panel() {
        return textOf(find(Aside.class).single());
    }

    private List<UrgentWork> onTheDesk() {
        var filled = new Desk();
        desk.fill(filled);
        return filled.work();
    }
}
