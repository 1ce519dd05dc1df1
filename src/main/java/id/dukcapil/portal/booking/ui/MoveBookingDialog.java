package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingDecision;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingService;
import id.dukcapil.portal.booking.QuotaCalendar;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.FirstField;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Gives a booking another day: shows what is free, asks why, and names the new number. */
class MoveBookingDialog extends Dialog {

    private static final int OFFERED_DAYS = 4;

    private final transient BookingService bookings;
    private final transient QuotaCalendar calendar;
    private final transient BookingDetails booking;
    private final transient Consumer<BookingCode> moved;
    private final ComboBox<Office> office = new ComboBox<>("Kantor");
    private final DatePicker date = Indonesian.datePicker("Tanggal baru");
    private final TextField reason = new TextField("Alasan");
    private final FreeDays freeDays = new FreeDays(date::setValue);
    private final Div answer = new Div();

    MoveBookingDialog(
            BookingService bookings,
            QuotaCalendar calendar,
            List<Office> offices,
            BookingDetails booking,
            Consumer<BookingCode> moved) {
        this.bookings = bookings;
        this.calendar = calendar;
        this.booking = booking;
        this.moved = moved;
        setHeaderTitle("Pindahkan pemesanan " + booking.code());
        setWidth("min(30rem, 96vw)");
        office.setItems(offices);
        office.setItemLabelGenerator(Office::name);
        offices.stream()
                .filter(candidate -> candidate.code().equals(booking.office()))
                .findFirst()
                .ifPresent(office::setValue);
        office.addValueChangeListener(change -> offerFreeDays());
        reason.setValue("Permintaan pemohon");
        reason.setMaxLength(300);
        answer.addClassName("dialog-answer");
        answer.getElement().setAttribute("role", "alert");
        var form = new Div(
                new Paragraph(
                        "Kini %s, nomor %03d. Nomor itu tidak dipakai lagi; tiket baru mendapat kode dan nomor baru."
                                .formatted(Formats.longDate(booking.date()), booking.queueNumber())),
                office,
                date,
                freeDays,
                reason,
                answer);
        form.addClassName("dialog-form");
        add(form);
        var move = new Button("Pindahkan", click -> move());
        move.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Kembali", click -> close()), move);
        offerFreeDays();
        FirstField.focusWhenOpened(this);
    }

    private void offerFreeDays() {
        if (office.getValue() != null) {
            OfficeCode code = office.getValue().code();
            // One more than is offered, in case the day it stands on now is among them
            showDays(calendar.nextFreeDays(code, booking.origin().internal(), OFFERED_DAYS + 1).stream()
                    .filter(day -> !(code.equals(booking.office()) && day.equals(booking.date())))
                    .limit(OFFERED_DAYS)
                    .toList());
        }
    }

    private void showDays(List<LocalDate> days) {
        freeDays.show("Kursi kosong:", days);
    }

    private void move() {
        answer.removeAll();
        if (date.getValue() == null || office.getValue() == null) {
            answer.add(new Span("Pilih kantor dan tanggal baru."));
            return;
        }
        try {
            bookings.move(booking.code(), office.getValue().code(), date.getValue(), reason.getValue())
                    .ifPresent(this::show);
        } catch (InvalidInput | IllegalMove refused) {
            answer.add(new Span(String.valueOf(refused.getMessage())));
        }
    }

    private void show(BookingDecision decision) {
        switch (decision) {
            case BookingDecision.Accepted accepted -> {
                BookingDetails next = accepted.booking();
                close();
                Notify.done("Dipindahkan ke %s: kode %s, nomor %03d."
                        .formatted(Formats.longDate(next.date()), next.code(), next.queueNumber()));
                moved.accept(next.code());
            }
            case BookingDecision.Refused refused -> {
                answer.add(new Span(refused.refusal().message()));
                showDays(refused.refusal().nextFreeDays());
            }
        }
    }
}
