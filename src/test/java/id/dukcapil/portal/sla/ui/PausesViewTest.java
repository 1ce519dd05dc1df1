package id.dukcapil.portal.sla.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.sla.StatedPause;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

/** The service manager states a breakdown, ends it, and takes back one that was stated by mistake. */
@WithUserDetails("manajer")
class PausesViewTest extends Screen {

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
