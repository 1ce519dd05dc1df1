package id.dukcapil.portal.sla.ui.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import id.dukcapil.portal.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/** The manager changes a rule; the head of the office reads it only. */
class AlertsViewTest extends Screen {

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void asProposed() {
        jdbc.sql("DELETE FROM sla_alert_rule WHERE measure = 'card-days'").update();
    }

    @Test
    @WithUserDetails("manajer")
    void aRuleIsChangedWhereItStands() {
        navigate(AlertsView.class);
        assertThat(page()).contains("Blangko hampir habis", "kurang dari 5 hari layanan", "18.00–07.00");
        test(find(Button.class).all().stream()
                        .filter(button -> "Ubah aturan Blangko hampir habis"
                                .equals(button.getAriaLabel().orElse("")))
                        .findFirst()
                        .orElseThrow())
                .click();
        find(IntegerField.class).all().getFirst().setValue(7);
        type("Kirim surat juga kepada", "kabid");
        clickLast("Simpan");
        assertThat(noDialogIsOpen()).as("not an address").isFalse();
        type("Kirim surat juga kepada", "kabid@contoh.go.id");
        clickLast("Simpan");
        assertThat(noDialogIsOpen()).isTrue();
        assertThat(page()).contains("kurang dari 7 hari layanan", "kabid@contoh.go.id");
    }

    @Test
    @WithUserDetails("kadis")
    void theHeadReadsOnly() {
        navigate(AlertsView.class);
        assertThat(page()).contains("Berkas terlambat");
        assertThat(buttons()).doesNotContain("Ubah");
    }
}
