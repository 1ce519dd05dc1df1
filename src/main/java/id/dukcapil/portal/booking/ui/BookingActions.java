package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import id.dukcapil.portal.booking.BookingAction;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingExport;
import id.dukcapil.portal.booking.BookingFilter;
import id.dukcapil.portal.booking.BookingService;
import id.dukcapil.portal.booking.Holders;
import id.dukcapil.portal.booking.QuotaCalendar;
import id.dukcapil.portal.booking.Tickets;
import id.dukcapil.portal.cards.PrintOrders;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.ExportButtons;
import id.dukcapil.portal.common.ui.MaskedFacts;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.population.PersonId;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What can be done with bookings, as far as the person may and the status allows. */
@SpringComponent
@UIScope
class BookingActions {

    private final BookingService bookings;
    private final QuotaCalendar calendar;
    private final Population population;
    private final Tickets tickets;
    private final BookingExport export;
    private final ExportButtons exportButtons;
    private final Holders holders;
    private final CounterSteps steps;
    private final PrintOrders prints;
    private final CurrentStaff staff;

    BookingActions(
            BookingService bookings,
            QuotaCalendar calendar,
            Population population,
            Tickets tickets,
            BookingExport export,
            ExportButtons exportButtons,
            Holders holders,
            CounterSteps steps,
            PrintOrders prints,
            CurrentStaff staff) {
        this.bookings = bookings;
        this.calendar = calendar;
        this.population = population;
        this.tickets = tickets;
        this.export = export;
        this.exportButtons = exportButtons;
        this.holders = holders;
        this.steps = steps;
        this.prints = prints;
        this.staff = staff;
    }

    /** The actions of the list as a whole: export what matches, make a new booking. */
    Component[] ofList(Supplier<BookingFilter> filter, Consumer<BookingDetails> booked) {
        var components = new ArrayList<Component>();
        if (staff.may(Permission.BOOKING_EXPORT)) {
            components.add(exportButtons.button("Ekspor Excel", () -> export.ask(filter.get())));
        }
        if (staff.may(Permission.BOOKING_CREATE)) {
            var create =
                    new Button("Pemesanan baru", click -> newBooking(booked).open());
            create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            create.addClickShortcut(Key.KEY_N, KeyModifier.ALT);
            create.setTooltipText("Alt + N");
            components.add(create);
        }
        return components.toArray(Component[]::new);
    }

    private NewBookingDialog newBooking(Consumer<BookingDetails> booked) {
        return new NewBookingDialog(
                bookings,
                calendar,
                population,
                staff.officesInScope(),
                staff.require().office(),
                booked);
    }

    /** A new booking for a resident whom another page names. */
    void bookFor(PersonId person, Consumer<BookingDetails> booked) {
        if (staff.may(Permission.BOOKING_CREATE)) {
            population.find(person).ifPresent(known -> {
                var dialog = newBooking(booked);
                dialog.startWith(known.nik());
                dialog.open();
            });
        }
    }

    /** How the holder's masked data are opened, or null for who may not. */
    MaskedFacts.@Nullable Opening opening(BookingCode code) {
        return staff.may(Permission.PERSON_REVEAL) ? purpose -> holders.reveal(code, purpose) : null;
    }

    /** The actions of one booking. */
    void offer(BookingPanel panel, BookingDetails booking, Consumer<BookingCode> changed) {
        prints.ofReference(booking.code().value()).ifPresent(panel::showCard);
        panel.offer("Tiket", () -> new TicketDialog(tickets, booking.code()).open(), ButtonVariant.LUMO_PRIMARY);
        if (staff.may(Permission.BOOKING_CHECK_IN)) {
            // A card is often fetched days later, when nothing is scanned any more
            steps.offer(booking, panel::offer, () -> changed.accept(booking.code()));
        }
        if (!staff.may(Permission.BOOKING_CHANGE)) {
            return;
        }
        if (booking.allowed().contains(BookingAction.MOVE)) {
            panel.offer(
                    "Pindahkan",
                    () -> new MoveBookingDialog(bookings, calendar, staff.officesInScope(), booking, changed).open());
        }
        if (booking.allowed().contains(BookingAction.CANCEL)) {
            panel.offer(
                    "Batalkan",
                    () -> ReasonDialog.askBeforeLoss(
                            "Batalkan pemesanan " + booking.code(),
                            "Kursi kembali ke kuota dan nomor %03d tidak dipakai lagi."
                                    .formatted(booking.queueNumber()),
                            "Batalkan pemesanan",
                            reason -> cancel(booking, reason, changed)),
                    ButtonVariant.LUMO_ERROR);
        }
    }

    private void cancel(BookingDetails booking, String reason, Consumer<BookingCode> changed) {
        try {
            bookings.cancel(booking.code(), reason);
            Notify.done("Pemesanan %s dibatalkan; kursinya kembali.".formatted(booking.code()));
        } catch (IllegalMove tooLate) {
            Notify.warning(String.valueOf(tooLate.getMessage()));
        }
        changed.accept(booking.code());
    }
}
