package id.dukcapil.portal.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.Screen;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.annotation.Transactional;

/** The administrator enters holidays; undone after each test. */
@Transactional
@WithUserDetails("admin")
class HolidaysViewTest extends Screen {

    @Test
    void aYearIsPastedLookedAtAndApplied() {
        open("2028");
        assertThat(page()).contains("Belum ada hari libur");
        click("Impor tahun");
        assertThat(find(IntegerField.class).withLabel("Tahun").single().getValue())
                .isEqualTo(2028);
        type("Dasar (SKB)", "SKB 3 Menteri No. 9 Tahun 2027");
        list("2028-01-01;Tahun Baru;libur nasional\n2028-01-99;Salah;libur nasional");
        click("Lihat akibatnya");
        assertThat(textOf(dialog())).contains("1 baru", "Baris 2", "tidak dikenal");
        assertThat(button("Terapkan").isEnabled()).isFalse();

        list("2028-01-01;Tahun Baru;libur nasional");
        click("Lihat akibatnya");
        click("Terapkan");
        assertThat(notice()).contains("Hari libur 2028 disesuaikan: 1 perubahan");
        assertThat(page()).contains("2028: 1 libur nasional");
    }

    @Test
    void aLocalHolidayIsEnteredAndWhatIsMissingIsSaidAtItsField() {
        open("2026");
        click("Tambah hari libur");
        test(find(DatePicker.class).withLabel("Tanggal").single()).setValue(LocalDate.of(2026, 12, 9));
        type("Nama", "Pemilihan kepala daerah");
        click("Simpan");
        assertThat(find(TextField.class).withLabel("Dasar").single().getErrorMessage())
                .contains("wajib diisi");
        type("Dasar", "Keputusan Bupati No. 12 Tahun 2026");
        click("Simpan");
        assertThat(notice()).contains("Pemilihan kepala daerah (9 Desember 2026) disimpan");
        assertThat(page()).contains("1 libur daerah");
    }

    private void open(String year) {
        UI.getCurrent().navigate(HolidaysView.class, QueryParameters.simple(Map.of("tahun", year)));
    }

    private void list(String text) {
        find(TextArea.class).single().setValue(text);
    }

    private Button button(String label) {
        return find(Button.class).withText(label).single();
    }
}
