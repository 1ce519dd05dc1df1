package id.dukcapil.portal.visits.ui.resource;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.visits.resource.Crew.CrewMember;
import id.dukcapil.portal.visits.resource.Resources;
import java.time.LocalDate;

/** On which days a person is not there. */
class LeaveDialog extends FormDialog {

    private final transient Resources resources;
    private final transient CrewMember person;
    private final DatePicker first = Indonesian.datePicker("Dari");
    private final DatePicker last = Indonesian.datePicker("Sampai");
    private final TextField why = Indonesian.textField("Sebabnya");

    LeaveDialog(Resources resources, CrewMember person, LocalDate today, Runnable changed) {
        super(person.fullName() + " tidak hadir", "Simpan", changed);
        this.resources = resources;
        this.person = person;
        first.setValue(today);
        last.setValue(today);
        why.setMaxLength(120);
        why.setWidthFull();
        findings().at("first", first).at("last", last).at("why", why);
        addFields(first, last, why);
        actOnEnter();
    }

    @Override
    protected String act() {
        LocalDate from = first.getValue();
        LocalDate to = last.getValue();
        if (from == null || to == null) {
            throw new InvalidInput(from == null ? "first" : "last", "Isi tanggalnya.");
        }
        resources.leave(person.id(), from, to, why.getValue());
        return "Ketidakhadiran %s dicatat.".formatted(person.fullName());
    }
}
