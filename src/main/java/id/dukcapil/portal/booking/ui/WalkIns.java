package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingService;
import id.dukcapil.portal.booking.QuotaCalendar;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Gives released seats to people in the room. */
@SpringComponent
@UIScope
class WalkIns {

    private final BookingService bookings;
    private final QuotaCalendar calendar;
    private final Population population;
    private final CurrentStaff staff;

    WalkIns(BookingService bookings, QuotaCalendar calendar, Population population, CurrentStaff staff) {
        this.bookings = bookings;
        this.calendar = calendar;
        this.population = population;
        this.staff = staff;
    }

    /** Nothing for who may not book. */
    Optional<Component> button(Supplier<Office> office, Consumer<BookingDetails> admitted) {
        return staff.may(Permission.BOOKING_CREATE)
                ? Optional.of(new Button("Datang langsung", click -> open(office.get(), admitted)))
                : Optional.empty();
    }

    private void open(Office office, Consumer<BookingDetails> admitted) {
        var dialog = new NewBookingDialog(bookings, calendar, population, List.of(office), office.code(), admitted);
        dialog.onReleasedSeat();
        dialog.open();
    }
}
