package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.MailAttachment;
import id.dukcapil.portal.staff.ActingSystem;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ticket that goes with a letter, as the booking stands when the letter leaves. */
@Component
class TicketAttachment implements MailAttachment {

    static final String KIND = "booking-ticket";

    private final Bookings bookings;
    private final TicketPaper paper;
    private final ActingSystem system;

    TicketAttachment(Bookings bookings, TicketPaper paper, ActingSystem system) {
        this.bookings = bookings;
        this.paper = paper;
        this.system = system;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Content> of(String reference) {
        var ticket = new AtomicReference<List<Content>>(List.of());
        // Nobody is signed in where letters leave
        system.with(
                Set.of(),
                () -> ticket.set(
                        bookings.findByCode(reference).map(Booking::details).map(this::ticket).stream()
                                .toList()));
        return ticket.get();
    }

    private Content ticket(BookingDetails booking) {
        return new Content(
                "tiket-%03d.pdf".formatted(booking.queueNumber()),
                "application/pdf",
                paper.pdf(booking, Tickets.Format.A6));
    }
}
