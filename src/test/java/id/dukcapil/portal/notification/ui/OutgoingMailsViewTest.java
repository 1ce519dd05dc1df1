package id.dukcapil.portal.notification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.notification.MailId;
import id.dukcapil.portal.notification.MailLists;
import id.dukcapil.portal.notification.MailRow;
import id.dukcapil.portal.notification.MailStatus;
import id.dukcapil.portal.notification.MailWorld;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The administrator looks into the outbox; no mail server is configured. */
@WithUserDetails("admin")
class OutgoingMailsViewTest extends Screen {

    @Autowired
    MailWorld given;

    @Autowired
    MailLists lists;

    private MailId held(String reference) {
        return given.put(MailWorld.cancellation("siti@contoh.id", reference), MailStatus.HELD);
    }

    private void open(Map<String, String> address) {
        UI.getCurrent().navigate(OutgoingMailsView.class, QueryParameters.simple(address));
    }

    private GridTester<Grid<MailRow>, MailRow> grid() {
        Grid<MailRow> grid = find(Grid.class).single();
        return test(grid);
    }

    @Test
    void withoutAMailServerThePageSaysSoAndTheLetterCanBeRead() {
        MailId mail = held("BACA-1");
        open(Map.of("cari", "BACA-1"));
        assertThat(page()).contains("SMTP belum dikonfigurasi; surat disimpan.", "1 cocok", "Ditahan");
        assertThat(grid().size()).isEqualTo(1);
        assertThat(grid().getRow(0).to()).isEqualTo("s•••@contoh.id");
        grid().clickRow(0);
        assertThat(address()).contains("surat=" + mail).doesNotContain("siti");
        assertThat(page())
                .contains("Pembatalan pemesanan", "BACA-1", "Belum ada percobaan pengiriman.")
                .doesNotContain("siti@contoh.id");

        click("Baca surat");
        IFrame frame = find(IFrame.class).single();
        assertThat(frame.getElement().getAttribute("sandbox")).isEmpty();
        assertThat(frame.getElement().getAttribute("srcdoc"))
                .contains("Pemesanan Anda dibatalkan", "data:image/png;base64,")
                .doesNotContain("cid:", "<script");
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("Yth. Siti Nurhasanah,");
    }

    @Test
    void sendingAgainWithoutAMailServerIsRefusedWithTheReason() {
        held("KIRIM-1");
        open(Map.of("cari", "KIRIM-1"));
        grid().clickRow(0);
        test(find(Button.class)
                        .from(find(MailPanel.class).single())
                        .withText("Kirim ulang")
                        .single())
                .click();
        test(find(Button.class)
                        .from(find(Dialog.class).single())
                        .withText("Kirim ulang")
                        .single())
                .click();
        assertThat(notice()).contains("SMTP belum dikonfigurasi");
    }

    @Test
    void aMailIsCancelledAfterAQuestion() {
        MailId mail = held("BUANG-1");
        open(Map.of("cari", "BUANG-1", "surat", mail.toString()));
        click("Batalkan");
        click("Batalkan surat");
        assertThat(notice()).contains("Surat tentang BUANG-1 dibatalkan.");
        assertThat(lists.find(mail).orElseThrow().row().status()).isEqualTo(MailStatus.CANCELLED);
        assertThat(page()).contains("Dibatalkan").contains("Wawan Hermawan");
    }

    @Test
    void theStateAndTheKindStandInTheAddress() {
        held("SARING-1");
        open(Map.of("status", "HELD", "jenis", "booking/cancelled", "cari", "SARING"));
        assertThat(grid().size()).isEqualTo(1);
        open(Map.of("status", "SENT", "cari", "SARING"));
        assertThat(page()).contains("Tidak ada yang cocok", "Tidak ada surat yang cocok", "Ubah saringan");
        open(Map.of("status", "TIDAKADA", "jenis", "tidak/ada", "cari", "SARING"));
        assertThat(grid().size()).isEqualTo(1);
    }

    @Test
    void anUnknownMailInTheAddressIsNotedAndTheListStays() {
        open(Map.of("surat", UUID.randomUUID().toString()));
        assertThat(notice()).contains("Surat itu tidak ada.");
        open(Map.of("surat", "bukan-id"));
        assertThat(notice()).contains("Surat itu tidak ada.");
    }

    @Test
    void aTrialLetterGoesIntoTheOutboxAndAWrongAddressIsSaidAtTheField() {
        open(Map.of());
        click("Kirim surat uji");
        EmailField field = find(EmailField.class).withLabel("Alamat e-mail").single();
        field.setValue("bukan alamat");
        click("Kirim");
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("tidak lengkap");
        field.setValue("wawan@contoh.id");
        click("Kirim");
        assertThat(notice()).contains("Surat uji dicatat");
        open(Map.of("jenis", "notification/trial"));
        assertThat(grid().getRow(0).reference()).isEqualTo("admin");
    }
}
