package id.dukcapil.portal.counter.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.counter.HallScenario;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.hall.Desk;
import id.dukcapil.portal.counter.hall.HallService;
import id.dukcapil.portal.counter.queue.Due.Allowances;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The manager arranges the hall of an office. */
@WithUserDetails("manajer")
class HallViewTest extends Screen {

    @Autowired
    HallScenario given;

    private OfficeCode openAnOffice() {
        OfficeCode office = given.anOffice();
        open(HallView.class, Map.of("kantor", office.value()));
        return office;
    }

    @Test
    void anOfficeThatHasSetUpNothingShowsUsualServicesAndOneCounter() {
        OfficeCode office = openAnOffice();
        assertThat(page()).contains(given.nameOf(office), "tenggang booking 5, prioritas 5, datang langsung 30 menit");
        assertThat(given.hall.desks(office)).singleElement().returns(1, Desk::number);
    }

    @Test
    void allowancesAreChangedWithinTheirLimits() {
        OfficeCode office = openAnOffice();
        click("Aturan antrean …");
        IntegerField walkIn = find(IntegerField.class)
                .withLabel("Tenggang datang langsung (menit)")
                .single();
        test(walkIn).setValue(400);
        clickLast("Simpan");
        assertThat(walkIn.isInvalid()).isTrue();
        test(walkIn).setValue(45);
        clickLast("Simpan");
        assertThat(given.hall.settings(office).allowances()).isEqualTo(new Allowances(5, 5, 45));
    }

    @Test
    void aServiceGetsALetterThatNoOtherHas() {
        OfficeCode office = openAnOffice();
        click("Tambah layanan …");
        type("Huruf", "C");
        type("Nama layanan", "Akta Kelahiran");
        type("Keterangan di mesin nomor", "Akta baru dan kutipan.");
        clickLast("Simpan");
        assertThat(find(TextField.class).withLabel("Huruf").single().getErrorMessage())
                .isEqualTo("Huruf C dipakai Cetak KTP-el.");
        type("Huruf", "L");
        clickLast("Simpan");
        assertThat(given.hall.service(office, new ServiceCode("AKTA_KELAHIRAN")).letter())
                .isEqualTo("L");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aCounterIsAddedWithItsServices() {
        OfficeCode office = openAnOffice();
        click("Tambah loket …");
        test(find(IntegerField.class).withLabel("Nomor loket").single()).setValue(2);
        clickLast("Simpan");
        assertThat(given.hall.desks(office)).hasSize(1);
        MultiSelectComboBox<HallService> services =
                find(MultiSelectComboBox.class).single();
        services.setValue(Set.of(given.hall.service(office, ServiceCode.KK)));
        clickLast("Simpan");
        assertThat(given.hall.desks(office)).last().returns(Set.of(ServiceCode.KK), Desk::services);
    }

    @Test
    void theAddressOfADeviceIsShownOnce() {
        OfficeCode office = openAnOffice();
        click("Daftarkan perangkat …");
        type("Nama, misalnya TV ruang tunggu", "TV lantai 1");
        clickLast("Daftarkan");
        assertThat(page()).contains("/papan/" + office + "?kunci=");
        open(HallView.class, Map.of("kantor", given.anOffice().value()));
        assertThat(page()).doesNotContain("?kunci=");
    }

    @Test
    @WithUserDetails("operator")
    void anOperatorArrangesNothing() {
        UI.getCurrent().navigate("layanan-loket");
        assertThat(getCurrentView()).isNotInstanceOf(HallView.class);
    }
}
