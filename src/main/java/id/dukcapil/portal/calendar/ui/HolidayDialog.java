package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.calendar.Holiday;
import id.dukcapil.portal.calendar.HolidayEditing;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enters a holiday, changes or removes one, and says how many people have booked that day. */
class HolidayDialog extends FormDialog {

    private static final String ONE_SOURCE = "SATU_SUMBER";

    private final transient HolidayEditing editing;
    private final transient @Nullable Holiday holiday;
    private final DatePicker date = Indonesian.datePicker("Tanggal");
    private final TextField name = Indonesian.textField("Nama");
    private final Select<Holiday.Kind> kind = Indonesian.select("Jenis");
    private final ComboBox<Office> office = Indonesian.comboBox("Berlaku untuk");
    private final TextField basis = Indonesian.textField("Dasar");
    private final Select<String> certainty = Indonesian.select("Kepastian");
    private final Span held = new Span();

    /** @param holiday the one to change; none for a new one */
    HolidayDialog(HolidayEditing editing, List<Office> offices, @Nullable Holiday holiday, Runnable changed) {
        super(holiday == null ? "Tambah hari libur" : "Ubah hari libur", "Simpan", changed);
        this.editing = editing;
        this.holiday = holiday;
        kind.setItems(Holiday.Kind.values());
        kind.setItemLabelGenerator(Holiday.Kind::label);
        office.setItems(offices);
        office.setItemLabelGenerator(Office::name);
        office.setPlaceholder("seluruh kabupaten/kota");
        office.setClearButtonVisible(true);
        certainty.setItems(Holiday.CONFIRMED, ONE_SOURCE);
        certainty.setItemLabelGenerator(Certainty::label);
        basis.setHelperText("Misalnya: SKB 3 Menteri No. …, atau Keputusan Bupati No. …");
        held.addClassName("muted");
        fill(offices);
        kind.addValueChangeListener(change -> office.setVisible(change.getValue() == Holiday.Kind.LOCAL));
        office.setVisible(kind.getValue() == Holiday.Kind.LOCAL);
        date.addValueChangeListener(change -> showHeld());
        office.addValueChangeListener(change -> showHeld());
        var columns = new FormLayout(date, kind, name, office, basis, certainty);
        columns.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("24em", 2));
        List.<Component>of(name, office, basis).forEach(wide -> columns.setColspan(wide, 2));
        addFields(columns, held);
        findings().at("date", date).at("name", name).at("basis", basis).at("office", office);
        if (holiday != null) {
            var remove = new Button("Hapus", click -> askToRemove(holiday));
            remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
            getFooter().addComponentAsFirst(remove);
        }
        showHeld();
    }

    private void fill(List<Office> offices) {
        if (holiday == null) {
            kind.setValue(Holiday.Kind.LOCAL);
            certainty.setValue(Holiday.CONFIRMED);
            return;
        }
        date.setValue(holiday.date());
        name.setValue(holiday.name());
        kind.setValue(holiday.kind());
        basis.setValue(holiday.basis());
        certainty.setValue(holiday.certainty());
        offices.stream()
                .filter(place -> place.code().equals(holiday.office()))
                .findFirst()
                .ifPresent(office::setValue);
    }

    private void showHeld() {
        LocalDate day = date.getValue();
        int people = day == null ? 0 : editing.bookedOn(day, chosenOffice());
        held.setText(
                people == 0
                        ? ""
                        : "%s orang sudah memesan pada tanggal itu; pindahkan mereka bila kantor libur."
                                .formatted(Formats.number(people)));
    }

    private @Nullable OfficeCode chosenOffice() {
        Office chosen = kind.getValue() == Holiday.Kind.LOCAL ? office.getValue() : null;
        return chosen == null ? null : chosen.code();
    }

    private void askToRemove(Holiday known) {
        Confirm.ask(
                "Hapus %s?".formatted(known.name()),
                "Kantor melayani lagi pada %s menurut jam biasanya.".formatted(Formats.date(known.date())),
                "Hapus hari libur",
                () -> perform(() -> {
                    editing.remove(known);
                    return "%s (%s) dihapus.".formatted(known.name(), Formats.date(known.date()));
                }));
    }

    @Override
    protected String act() {
        LocalDate day = date.getValue();
        if (day == null) {
            throw new InvalidInput("date", "Isi tanggal hari liburnya.");
        }
        var entered = new Holiday(
                day,
                name.getValue().strip(),
                kind.getValue(),
                basis.getValue().strip(),
                holiday == null ? "Dimasukkan administrator" : holiday.source(),
                certainty.getValue(),
                chosenOffice());
        if (holiday == null) {
            editing.add(entered);
        } else {
            editing.change(holiday, entered);
        }
        return "%s (%s) disimpan.".formatted(entered.name(), Formats.date(day));
    }
}
