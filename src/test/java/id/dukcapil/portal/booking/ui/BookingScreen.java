package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.Screen;
import id.dukcapil.portal.booking.BookingScenario;
import org.springframework.beans.factory.annotation.Autowired;

/** A screen on which bookings can be prepared. */
abstract class BookingScreen extends Screen {

    @Autowired
    BookingScenario given;
}
