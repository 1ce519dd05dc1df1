package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.counter.Priority;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.queue.CounterWork;

/** Lets a person be served first; who set it and why stays with the ticket. */
class PriorityDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient CounterWork work;
    private final transient Ticket ticket;
    private final RadioButtonGroup<Priority> kind = new RadioButtonGroup<>("Kelompok menurut undang-undang");
    private final TextField reason = Indonesian.textField("Dasar");

    PriorityDialog(CounterWork work, Ticket ticket, Runnable changed) {
        super("Dahulukan " + ticket.label(), "Dahulukan", changed);
        this.work = work;
        this.ticket = ticket;
        kind.setItems(Priority.values());
        kind.setItemLabelGenerator(Priority::label);
        kind.setManualValidation(true);
        reason.setPlaceholder("KTP-el, terlihat, surat keterangan …");
        reason.setManualValidation(true);
        findings().at("priority", kind).at("reason", reason);
        addFields(kind, reason);
    }

    @Override
    protected String act() {
        if (kind.getValue() == null) {
            throw new InvalidInput("priority", "Pilih kelompok.");
        }
        work.prioritise(ticket.id(), kind.getValue(), reason.getValue());
        return "%s didahulukan (%s).".formatted(ticket.label(), kind.getValue().word());
    }
}
