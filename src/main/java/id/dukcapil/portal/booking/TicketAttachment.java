package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.MailAttachment;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ticket and the calendar entry that go with a letter, as the booking stands when the letter leaves. */
@Component
class TicketAttachment implements MailAttachment {

    static final String KIND = "booking-ticket";

    private final Bookings bookings;
    private final TicketPaper paper;
    private final AppointmentEntry entry;

    TicketAttachment(Bookings bookings, TicketPaper paper, AppointmentEntry entry) {
        this.bookings = bookings;
        this.paper = paper;
        this.entry = entry;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Content> of(String reference) {
        return bookings.findByCode(reference)
                .map(booking -> Stream.concat(Stream.of(ticket(booking.details())), entry.of(booking).stream())
                        .toList())
                .orElseGet(List::of);
    }

    private Content ticket(BookingDetails booking) {
        return new Content(
                "tiket-%03d.pdf".formatted(booking.queueNumber()),
                "application/pdf",
                paper.pdf(booking, Tickets.Format.A6));
    }
}
