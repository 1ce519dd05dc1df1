package id.dukcapil.portal.booking;

import id.dukcapil.portal.documents.Template;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The ticket as PDF (SOP Bandung 28/2024, step 8): barcode, queue number, booking code, day and place. */
@Service
@PreAuthorize("hasAnyAuthority('BOOKING_READ', 'SCOPE_booking')")
public class Tickets {

    /** Paper the ticket is made for. */
    public enum Format {
        A6("booking/ticket-a6"),
        ROLL_80MM("booking/ticket-80mm");

        private final Template template;

        Format(String template) {
            this.template = new Template(template);
        }

        Template template() {
            return template;
        }
    }

    private final BookingService bookings;
    private final TicketPaper paper;

    Tickets(BookingService bookings, TicketPaper paper) {
        this.bookings = bookings;
        this.paper = paper;
    }

    /** @return the PDF, or nothing when the acting one may not see such a booking */
    public Optional<byte[]> pdf(BookingCode code, Format format) {
        return bookings.find(code).map(booking -> paper.pdf(booking, format));
    }
}
