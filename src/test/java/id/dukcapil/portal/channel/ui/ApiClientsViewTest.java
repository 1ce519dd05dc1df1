package id.dukcapil.portal.channel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.Typing;
import id.dukcapil.portal.channel.ApiClientRow;
import id.dukcapil.portal.channel.ApiClients;
import id.dukcapil.portal.channel.ApiScope;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.annotation.Transactional;

/** An administrator lets outside systems in and out; undone after each test. */
@Transactional
@WithUserDetails("admin")
class ApiClientsViewTest extends Screen {

    @Autowired
    ApiClients clients;

    @Test
    void aSystemIsLetInAndItsKeyIsSeenExactlyOnce() {
        addClient("Uji Layar Klien");
        assertThat(page()).contains("Uji Layar Klien", "Tanpa kunci", "Belum ada kunci");

        click("Terbitkan kunci");
        clickLast("Terbitkan kunci");
        String secret = find(TextField.class).withLabel("Kunci").single().getValue();
        assertThat(secret).startsWith("dkp_").hasSizeGreaterThan(40);

        click("Sudah disimpan, tutup");
        assertThat(page()).contains(secret.substring(0, 8) + "…", "Berlaku").doesNotContain(secret);
    }

    /** An empty date means that the key holds until it is revoked. */
    @Test
    void aKeyWhoseLastDayCannotBeReadIsNotIssued() {
        addClient("Uji Tanggal Kunci");
        click("Terbitkan kunci");
        DatePicker until = find(DatePicker.class).single();
        Typing.unreadable(until, "akhir tahun");
        clickLast("Terbitkan kunci");
        assertThat(until.getErrorMessage()).isEqualTo("Tanggal tidak dikenal; tulis misalnya 21/11/2026.");
        assertThat(find(TextField.class).withLabel("Kunci").all()).isEmpty();
    }

    private void addClient(String name) {
        navigate(ApiClientsView.class);
        click("Tambah klien");
        type("Nama sistem", name);
        @SuppressWarnings("unchecked")
        CheckboxGroup<ApiScope> scopes = find(CheckboxGroup.class).single();
        scopes.setValue(Set.of(ApiScope.BOOKING));
        click("Simpan");
    }

    @Test
    void whatIsMissingIsSaidAtTheField() {
        navigate(ApiClientsView.class);
        click("Tambah klien");
        click("Simpan");
        assertThat(find(TextField.class).withLabel("Nama sistem").single().getErrorMessage())
                .contains("wajib diisi");
    }

    @Test
    void aKeyIsReplacedAndRevokedFromThePanel() {
        var client = clients.register("Uji Ganti Kunci", Set.of(ApiScope.ADM), 10);
        clients.issueKey(client.id(), null);
        open(client.id().toString());

        click("Ganti");
        click("Ganti kunci");
        click("Sudah disimpan, tutup");
        assertThat(clients.keysOf(client.id())).hasSize(2);
        assertThat(page()).contains("Berlaku sampai");

        test(find(Button.class).withText("Cabut").all().getFirst()).click();
        type("Alasan", "Salah kirim");
        click("Cabut kunci");
        assertThat(page()).contains("Dicabut", "Salah kirim");
    }

    @Test
    void theDemonstrationClientsCarryAWarning() {
        ApiClientRow bds = clients.all().stream()
                .filter(ApiClientRow::demonstration)
                .findFirst()
                .orElseThrow();
        open(bds.id().toString());
        assertThat(page()).contains("Cabut sebelum portal dipakai sungguhan");
    }

    private void open(String client) {
        UI.getCurrent().navigate(ApiClientsView.class, QueryParameters.simple(Map.of("klien", client)));
    }
}
