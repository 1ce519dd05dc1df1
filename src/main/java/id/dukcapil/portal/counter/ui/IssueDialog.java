package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.counter.Priority;
import id.dukcapil.portal.counter.Tickets.Issued;
import id.dukcapil.portal.counter.hall.HallService;
import id.dukcapil.portal.counter.queue.CounterWork;

/** Gives a number to a person who cannot or need not use the machine. */
class IssueDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient CounterWork work;
    private final RadioButtonGroup<HallService> service = new RadioButtonGroup<>("Layanan");
    private final TextField nik = Indonesian.textField("NIK (boleh kosong)");
    private final ComboBox<Priority> priority = Indonesian.comboBox("Didahulukan (boleh kosong)");
    private final TextField reason = Indonesian.textField("Dasar didahulukan");

    IssueDialog(CounterWork work, Runnable changed) {
        super("Beri nomor antrean", "Beri nomor", changed);
        this.work = work;
        service.setItems(work.services().stream().filter(HallService::offered).toList());
        service.setItemLabelGenerator(known -> known.letter() + "  " + known.label());
        service.setManualValidation(true);
        nik.setManualValidation(true);
        reason.setManualValidation(true);
        reason.setVisible(false);
        priority.setItems(Priority.values());
        priority.setItemLabelGenerator(Priority::label);
        priority.setClearButtonVisible(true);
        priority.addValueChangeListener(change -> reason.setVisible(change.getValue() != null));
        findings().at("service", service).at("nik", nik).at("reason", reason);
        addFields(service, nik, priority, reason);
    }

    @Override
    protected String act() {
        if (service.getValue() == null) {
            throw new InvalidInput("service", "Pilih layanan.");
        }
        Nik person = nik.getValue().isBlank() ? null : Nik.parse(nik.getValue()).orThrow();
        Issued issued = work.issue(service.getValue().code(), person, priority.getValue(), reason.getValue());
        return issued.existed()
                ? "Orang ini sudah punya nomor %s, %s."
                        .formatted(
                                issued.ticket().label(),
                                issued.ticket().status().label())
                : "Nomor %s diberikan.".formatted(issued.ticket().label());
    }
}
