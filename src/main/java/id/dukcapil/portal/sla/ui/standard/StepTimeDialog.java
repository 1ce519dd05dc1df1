package id.dukcapil.portal.sla.ui.standard;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.sla.ServiceStandard;
import id.dukcapil.portal.sla.StandardStep;
import id.dukcapil.portal.sla.validity.StepTimes;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import java.util.List;

/** Proposes how long a step may take from a day on. */
class StepTimeDialog extends FormDialog {

    private final transient StepTimes times;
    private final transient ServiceStandard standard;
    private final Select<StandardStep> step = Indonesian.select("Langkah");
    private final ComboBox<Office> office = Indonesian.comboBox("Kantor");
    private final IntegerField minutes = new IntegerField("Menit");
    private final DatePicker from = Indonesian.datePicker("Berlaku mulai");
    private final TextField basis = Indonesian.textField("Dasar hukum");

    StepTimeDialog(StepTimes times, ServiceStandard standard, List<Office> offices, LocalDate today, Runnable changed) {
        super("Usulkan standar waktu", "Usulkan", changed);
        this.times = times;
        this.standard = standard;
        step.setItems(
                standard.steps().stream().filter(one -> !one.isApplicants()).toList());
        step.setItemLabelGenerator(one -> "%d %s".formatted(one.number(), one.description()));
        office.setItems(offices);
        office.setItemLabelGenerator(Office::name);
        office.setClearButtonVisible(true);
        office.setPlaceholder("Semua kantor");
        from.setValue(today.plusDays(1));
        from.setMin(today);
        basis.setPlaceholder("Misalnya SK Kepala Dinas nomor …");
        addFields(step, office, minutes, from, basis);
        findings()
                .at("step", step)
                .at("office", office)
                .at("minutes", minutes)
                .at("from", from)
                .at("basis", basis);
    }

    @Override
    protected String act() {
        StandardStep chosen = step.getValue();
        if (chosen == null) {
            throw new InvalidInput("step", "Pilih langkahnya.");
        }
        Office place = office.getValue();
        times.propose(new StepTimes.Proposal(
                standard.slug(),
                chosen.number(),
                place == null ? null : place.code(),
                from.getValue(),
                minutes.getValue(),
                basis.getValue()));
        return "Usulan langkah %d mulai %s menunggu persetujuan Kepala Dinas."
                .formatted(chosen.number(), Formats.date(from.getValue()));
    }
}
