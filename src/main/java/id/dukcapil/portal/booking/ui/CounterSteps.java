package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import id.dukcapil.portal.booking.BookingAction;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** What comes after the arrival: the person is served, and the card is handed over on the page of the print room. */
@SpringComponent
@UIScope
class CounterSteps {

    private final Reception reception;
    private final CurrentStaff staff;

    CounterSteps(Reception reception, CurrentStaff staff) {
        this.reception = reception;
        this.staff = staff;
    }

    /** @param place takes a label and what the button does */
    void offer(BookingDetails booking, BiConsumer<String, Runnable> place, Runnable changed) {
        if (booking.allowed().contains(BookingAction.SERVE)) {
            place.accept(
                    "Selesai dilayani", () -> act(booking, reception::serve, "Nomor %03d selesai dilayani.", changed));
        }
        if (booking.allowed().contains(BookingAction.HAND_OVER) && staff.may(Permission.CARDS_HAND_OVER)) {
            place.accept("Serahkan kartu", () -> UI.getCurrent().navigate("penyerahan?pemesanan=" + booking.code()));
        }
    }

    private static void act(
            BookingDetails booking,
            BiFunction<BookingCode, OfficeCode, Optional<BookingDetails>> step,
            String done,
            Runnable changed) {
        try {
            step.apply(booking.code(), booking.office())
                    .ifPresent(after -> Notify.done(done.formatted(after.queueNumber())));
        } catch (IllegalMove alreadyElsewhere) {
            Notify.warning(String.valueOf(alreadyElsewhere.getMessage()));
        }
        changed.run();
    }
}
