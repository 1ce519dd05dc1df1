package id.dukcapil.portal.submission.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.submission.InboxFilter;
import id.dukcapil.portal.submission.InboxOrder;
import id.dukcapil.portal.submission.InboxQueue;
import id.dukcapil.portal.submission.InboxWindow;
import id.dukcapil.portal.submission.SubmissionInbox;
import id.dukcapil.portal.submission.SubmissionScenario;
import id.dukcapil.portal.submission.SubmissionScenario.Someone;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The operator takes a request in for whoever stands at the counter. */
@WithUserDetails("operator")
class CounterViewTest extends Screen {

    @Autowired
    SubmissionScenario given;

    @Autowired
    SubmissionInbox inbox;

    @BeforeEach
    void openTheForm() {
        open(CounterView.class, Map.of());
    }

    @Test
    void aRequestIsTakenInAndItsNumberGivenOut() {
        Someone head = given.head();
        type("NIK pemohon", head.nik());
        assertThat(page()).contains(head.name(), "KEPALA KELUARGA").doesNotContain(head.family());
        fill(head, "I.B.3");
        click("Terima permohonan");
        assertThat(page()).contains("Permohonan diterima dan menunggu pemeriksaan", "KK-DINAS-2026-", head.name());
        assertThat(requestsOf(head)).isEqualTo(1);

        click("Permohonan berikutnya");
        assertThat(find(TextField.class).withLabel("NIK pemohon").single().getValue())
                .isEmpty();
    }

    @Test
    void theFamilyIsToldOfItsOtherRequest() {
        Someone head = given.head();
        fill(head, "I.B.3");
        click("Terima permohonan");
        click("Permohonan berikutnya");
        fill(head, "I.B.3");
        click("Terima permohonan");
        assertThat(page()).contains("Permohonan keluarga ini dengan alasan yang sama masih diproses");
        choose("I.C.2");
        click("Terima permohonan");
        assertThat(page()).contains("masih memiliki permohonan KK-DINAS-2026-", "dengan alasan lain");
        assertThat(requestsOf(head)).isEqualTo(2);
    }

    @Test
    void aReasonIsChosenByTypingItsCode() {
        typeReason("ib3");
        assertThat(reasons().getValue()).isEqualTo("I.B.3");
        typeReason("Z.9");
        assertThat(reasons().getErrorMessage()).startsWith("Alasan ini tidak ada pada formulir F-1.02");
    }

    @Test
    void onlyWhatTheReasonTouchesIsAskedFor() {
        Someone head = given.head();
        fill(head, "I.C.1");
        assertThat(find(ComboBox.class).withLabel("Pekerjaan menjadi").all()).isEmpty();
        choose("I.B.3");
        test(find(ComboBox.class).withLabel("Pekerjaan menjadi").single()).selectItem("GURU");
        type("Alamat menjadi", "Jl. Melati 4");
        click("Terima permohonan");
        assertThat(page()).contains("Permohonan diterima dan menunggu pemeriksaan");
        assertThat(requestsOf(head)).isEqualTo(1);
    }

    @Test
    void aRegionThatIsInNoTableIsPointedOut() {
        type("NIK pemohon", "9999054101900001");
        assertThat(page()).contains("NIK ini tidak ditemukan", "Kode wilayah 999905 pun tidak ada di tabel wilayah");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        Someone grandchild = given.member("= 6");
        type("NIK pemohon", "123");
        assertThat(find(TextField.class).withLabel("NIK pemohon").single().getErrorMessage())
                .isEqualTo("NIK harus 16 angka, yang dimasukkan 3 angka.");
        click("Terima permohonan");
        assertThat(find(TextField.class).withLabel("NIK pemohon").single().isInvalid())
                .isTrue();
        assertThat(find(TextField.class).withLabel("Nomor telepon").single().isInvalid())
                .isTrue();
        fill(grandchild, "I.B.3");
        click("Terima permohonan");
        assertThat(page()).contains("pemohon tercatat sebagai cucu");
        assertThat(requestsOf(grandchild)).isZero();
        type("NIK pemohon", "3204054101900001");
        assertThat(page()).contains("NIK ini tidak ditemukan");
    }

    private void fill(Someone someone, String reason) {
        type("NIK pemohon", someone.nik());
        type("Nomor KK", someone.family());
        type("Nomor telepon", "0812-3456-7890");
        choose(reason);
    }

    private void choose(String reason) {
        reasons().setValue(reason);
    }

    /** What the browser tells of a text that is no item of the list. */
    private void typeReason(String text) {
        ComponentUtil.fireEvent(reasons(), new CustomValueSetEvent<>(reasons(), true, text));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> reasons() {
        return (ComboBox<String>)
                find(ComboBox.class).withLabel("Alasan (formulir F-1.02)").single();
    }

    private int requestsOf(Someone someone) {
        return inbox.count(
                new InboxFilter(InboxQueue.ALL, null, null, InboxWindow.ANY, someone.nik(), InboxOrder.NEWEST));
    }
}
