package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import id.dukcapil.portal.booking.BookingAction;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Notify;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** What comes after the arrival: the person is served, the card handed over. */
@SpringComponent
@UIScope
class CounterSteps {

    private final Reception reception;

    CounterSteps(Reception reception) {
        this.reception = reception;
    }

    /** @param place takes a label and what the button does */
    void offer(BookingDetails booking, BiConsumer<String, Runnable> place, Runnable changed) {
        if (booking.allowed().contains(BookingAction.SERVE)) {
            place.accept(
                    "Selesai dilayani", () -> act(booking, reception::serve, "Nomor %03d selesai dilayani.", changed));
        }
        if (booking.allowed().contains(BookingAction.HAND_OVER)) {
            place.accept(
                    "Kartu diserahkan",
                    () -> act(booking, reception::handOver, "Kartu nomor %03d diserahkan.", changed));
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
