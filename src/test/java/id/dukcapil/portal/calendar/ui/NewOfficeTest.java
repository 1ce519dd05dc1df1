package id.dukcapil.portal.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.annotation.Transactional;

/** An administrator sets up an office from the screen and gives it up again; undone after each test. */
@Transactional
@WithUserDetails("admin")
class NewOfficeTest extends Screen {

    @Autowired
    OfficeCalendar calendar;

    @Test
    void aNewOfficeIsOpenedWithAFewFieldsAndIsShownAtOnce() {
        open("");
        click("Tambah kantor");
        type("Kode", "320499");
        type("Nama kantor", "UKL Kecamatan Uji Layar");
        test(find(DatePicker.class).withLabel("Mulai melayani (boleh kosong)").single())
                .setValue(LocalDate.of(2026, 12, 1));
        click("Simpan");

        assertThat(notice()).contains("ditambahkan");
        assertThat(address()).isEqualTo("kantor?kantor=320499");
        assertThat(page()).contains("UKL Kecamatan Uji Layar", "Kantor mulai melayani 1 Desember 2026");
        var code = new OfficeCode("320499");
        assertThat(calendar.day(code, LocalDate.of(2026, 11, 30)).isOpen()).isFalse();
        assertThat(calendar.day(code, LocalDate.of(2026, 12, 1)).isOpen()).isTrue();
    }

    @Test
    void whatCannotBeUsedIsSaidAtItsFieldAndTheDialogStays() {
        open("");
        click("Tambah kantor");
        type("Kode", "DINAS");
        type("Nama kantor", "Kantor kembar");
        click("Simpan");
        TextField code = find(TextField.class).withLabel("Kode").single();
        assertThat(code.isInvalid()).isTrue();
        assertThat(code.getErrorMessage()).contains("sudah ada");
    }

    @Test
    void hoursArePreviewedAndThenHold() {
        open("320406");
        click("Jam layanan");
        click("Lihat akibatnya");
        assertThat(textOf(find(Dialog.class).single())).contains("37 jam 30 mnt", "Senin–Kamis 07.30–16.00");
        click("Simpan jam");
        assertThat(notice()).contains("Jam layanan UKL Kecamatan Cimenyan");
    }

    @Test
    @WithUserDetails("perencana")
    void whoeverMayNotEditOfficesFindsNoButtons() {
        open("320406");
        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Tambah kantor", "Ubah kantor");
    }

    private void open(String office) {
        UI.getCurrent().navigate(OfficesView.class, QueryParameters.simple(Map.of("kantor", office)));
    }
}
