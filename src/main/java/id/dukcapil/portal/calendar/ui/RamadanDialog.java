package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import id.dukcapil.portal.calendar.Holiday;
import id.dukcapil.portal.calendar.HolidayEditing;
import id.dukcapil.portal.calendar.Ramadan;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Enters a fasting month, or corrects it after the government has set its dates. */
class RamadanDialog extends FormDialog {

    private static final String ESTIMATE = "PERKIRAAN";

    private final transient HolidayEditing editing;
    private final transient @Nullable Ramadan month;
    private final DatePicker from = Indonesian.datePicker("Hari pertama puasa");
    private final DatePicker to = Indonesian.datePicker("Hari terakhir puasa");
    private final Select<String> certainty = Indonesian.select("Kepastian");

    /** @param month the one to change; none for a new one */
    RamadanDialog(HolidayEditing editing, @Nullable Ramadan month, Runnable changed) {
        super(month == null ? "Tambah Ramadan" : "Ubah Ramadan", "Simpan", changed);
        this.editing = editing;
        this.month = month;
        certainty.setItems(ESTIMATE, Holiday.CONFIRMED);
        certainty.setItemLabelGenerator(Certainty::label);
        certainty.setValue(month == null ? ESTIMATE : month.certainty());
        if (month != null) {
            from.setValue(month.from());
            to.setValue(month.to());
        }
        var columns = new FormLayout(from, to, certainty);
        columns.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("24em", 2));
        addFields(columns);
        findings().at("from", from).at("to", to);
    }

    @Override
    protected String act() {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        if (first == null || last == null) {
            throw new InvalidInput(first == null ? "from" : "to", "Isi tanggalnya.");
        }
        var entered = new Ramadan(first, last, certainty.getValue());
        if (month == null) {
            editing.addRamadan(entered);
        } else {
            editing.changeRamadan(month, entered);
        }
        return "Ramadan %s – %s disimpan.".formatted(Formats.date(first), Formats.date(last));
    }
}
