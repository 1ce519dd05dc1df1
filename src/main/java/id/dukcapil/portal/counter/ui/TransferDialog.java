package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.hall.HallService;
import id.dukcapil.portal.counter.queue.CounterWork;

/** Hands a person over to another service, under the same number and at the same place. */
class TransferDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final transient CounterWork work;
    private final transient Ticket ticket;
    private final RadioButtonGroup<HallService> service = new RadioButtonGroup<>("Ke layanan");

    TransferDialog(CounterWork work, Ticket ticket, Runnable changed) {
        super("Alihkan " + ticket.label(), "Alihkan", changed);
        this.work = work;
        this.ticket = ticket;
        service.setItems(work.services().stream()
                .filter(known -> known.offered() && !known.code().equals(ticket.service()))
                .toList());
        service.setItemLabelGenerator(HallService::label);
        service.setManualValidation(true);
        findings().at("service", service);
        addFields(new Paragraph("Nomor dan waktu tiba tetap; ia dipanggil menurut tempatnya semula."), service);
    }

    @Override
    protected String act() {
        HallService chosen = service.getValue();
        if (chosen == null) {
            throw new InvalidInput("service", "Pilih layanan.");
        }
        work.transfer(ticket.id(), chosen.code());
        return "%s dialihkan ke %s.".formatted(ticket.label(), chosen.label());
    }
}
