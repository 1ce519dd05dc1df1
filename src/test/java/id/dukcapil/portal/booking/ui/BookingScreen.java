package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.Screen;
import id.dukcapil.portal.booking.BookingScenario;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A screen on which bookings can be prepared. */
@Import(BookingScenario.class)
abstract class BookingScreen extends Screen {

    @Autowired
    BookingScenario given;
}
