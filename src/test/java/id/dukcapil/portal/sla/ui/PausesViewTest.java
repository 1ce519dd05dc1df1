package id.dukcapil.portal.sla.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.sla.ClockPauses;
import id.dukcapil.portal.sla.StatedPause;
import id.dukcapil.portal.staff.Office;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The service manager states a breakdown, ends it, and takes back one that was stated by mistake. */
@WithUserDetails("manajer")
class PausesViewTest extends Screen {

    @Autowired
    ClockPauses pauses;

    @Test
    void aBreakdownIsStatedEndedAndWithdrawn() {
        navigate(PausesView.class);
        click("Nyatakan jeda");
        choose("UKL Kecamatan Pacet");
        picker("Mulai").setValue(LocalDateTime.parse("2026-11-23T08:40"));
        clickLast("Simpan");
        assertThat(noDialogIsOpen()).as("a reason is missing").isFalse();
        type("Sebab", "Jaringan terputus");
        clickLast("Simpan");
        assertThat(noDialogIsOpen()).isTrue();
        assertThat(banner())
                .contains("Jeda berjalan", "UKL Kecamatan Pacet", "08.40 WIB", "20 mnt", "Jaringan terputus");

        click("Ubah atau akhiri");
        clickLast("Simpan");
        assertThat(find(Callout.class).all()).isEmpty();

        Grid<StatedPause> grid = grid();
        StatedPause over = test(grid).getRow(0);
        assertThat(over.state()).isEqualTo(StatedPause.State.OVER);
        test(grid).clickRow(0);
        giveReason("Salah kantor");
        clickLast("Cabut jeda");
        assertThat(find(Callout.class).all()).isEmpty();
        assertThat(noDialogIsOpen()).isTrue();
    }

    @Test
    void whatIsListedStandsInTheAddress() {
        Instant now = clock.instant();
        pauses.state(new OfficeCode("MPP"), now.minusSeconds(600), now.minusSeconds(300), "Listrik padam di mal");
        open(PausesView.class, Map.of("kantor", "MPP", "keadaan", "OVER"));
        assertThat(grid().getListDataView().getItems())
                .isNotEmpty()
                .allMatch(pause -> pause.office().equals(new OfficeCode("MPP")))
                .allMatch(pause -> pause.state() == StatedPause.State.OVER)
                .anyMatch(pause -> pause.reason().equals("Listrik padam di mal"));
        test(state()).selectItem("Dicabut");
        assertThat(address()).contains("kantor=MPP", "keadaan=WITHDRAWN");
        assertThat(page()).contains("Tidak ada jeda yang cocok", "Tidak ada yang cocok");
    }

    @Test
    void anAddressThatCannotBeReadListsEverything() {
        Instant now = clock.instant();
        pauses.state(new OfficeCode("DINAS"), now.minusSeconds(600), now.minusSeconds(300), "Genset diganti");
        open(PausesView.class, Map.of("kantor", "TIDAK-ADA", "keadaan", "entah"));
        assertThat(grid().getListDataView().getItems())
                .anyMatch(pause -> pause.reason().equals("Genset diganti"));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<StatedPause.State> state() {
        return (ComboBox<StatedPause.State>)
                find(ComboBox.class).withLabel("Keadaan").single();
    }

    @SuppressWarnings("unchecked")
    private Grid<StatedPause> grid() {
        return (Grid<StatedPause>) find(Grid.class).single();
    }

    private String banner() {
        return textOf(find(Callout.class).single());
    }

    @SuppressWarnings("unchecked")
    private void choose(String name) {
        Select<Office> offices = (Select<Office>) find(Select.class).single();
        offices.setValue(offices.getListDataView()
                .getItems()
                .filter(office -> office.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private DateTimePicker picker(String label) {
        return find(DateTimePicker.class).all().stream()
                .filter(one -> label.equals(one.getLabel()))
                .findFirst()
                .orElseThrow();
    }
}
