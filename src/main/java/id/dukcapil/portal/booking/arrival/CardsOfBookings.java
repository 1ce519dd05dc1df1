package id.dukcapil.portal.booking.arrival;

import id.dukcapil.portal.booking.BookedSeat;
import id.dukcapil.portal.booking.BookingEvent.BookingCheckedIn;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.cards.CardHandedOver;
import id.dukcapil.portal.cards.PrintAnswer;
import id.dukcapil.portal.cards.PrintOrders;
import id.dukcapil.portal.cards.PrintRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The arrival of a booking asks for its card, and the booking follows the card to its hand-over, in the same transactions. */
@Component
class CardsOfBookings {

    private static final Logger log = LoggerFactory.getLogger(CardsOfBookings.class);

    private final PrintOrders orders;
    private final Reception reception;

    CardsOfBookings(PrintOrders orders, Reception reception) {
        this.orders = orders;
        this.reception = reception;
    }

    /** Who may not have a card is received all the same; the counter sees on the booking's page that nothing was ordered. */
    @EventListener
    void on(BookingCheckedIn arrival) {
        BookedSeat seat = arrival.seat();
        PrintAnswer answer = orders.request(
                PrintRequest.first(seat.nik(), seat.office(), seat.code().value(), seat.email()));
        if (answer instanceof PrintAnswer.Refused) {
            log.info("No card is printed for booking {}", seat.code());
        }
    }

    @EventListener
    void on(CardHandedOver card) {
        reception.handedOver(card);
    }
}
