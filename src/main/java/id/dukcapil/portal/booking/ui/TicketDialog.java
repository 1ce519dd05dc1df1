package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.Tickets;
import id.dukcapil.portal.common.ui.PdfPreview;

/** The ticket as it will be printed, on A6 or on the roll of the counter printer. */
class TicketDialog extends Dialog {

    private final transient Tickets tickets;
    private final BookingCode code;
    private final Div preview = new Div();

    TicketDialog(Tickets tickets, BookingCode code) {
        this.tickets = tickets;
        this.code = code;
        setHeaderTitle("Tiket " + code);
        setWidth("min(34rem, 96vw)");
        var format = new RadioButtonGroup<Tickets.Format>("Kertas");
        format.setItems(Tickets.Format.values());
        format.setItemLabelGenerator(TicketDialog::label);
        format.setValue(Tickets.Format.A6);
        format.addValueChangeListener(change -> show(change.getValue()));
        add(format, preview);
        getFooter().add(new Button("Tutup", click -> close()));
        show(Tickets.Format.A6);
    }

    private static String label(Tickets.Format format) {
        return switch (format) {
            case A6 -> "A6";
            case ROLL_80MM -> "Gulungan 80 mm";
        };
    }

    private void show(Tickets.Format format) {
        preview.removeAll();
        preview.add(new PdfPreview(
                "tiket-" + code + ".pdf",
                "Tiket " + code,
                () -> tickets.pdf(code, format).orElseThrow()));
    }
}
