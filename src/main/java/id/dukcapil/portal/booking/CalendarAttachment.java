package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.MailAttachment;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The calendar entry alone, for letters that carry no ticket. */
@Component
class CalendarAttachment implements MailAttachment {

    static final String KIND = "booking-calendar";

    private final Bookings bookings;
    private final AppointmentEntry entry;

    CalendarAttachment(Bookings bookings, AppointmentEntry entry) {
        this.bookings = bookings;
        this.entry = entry;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Content> of(String reference) {
        return bookings.findByCode(reference).flatMap(entry::of).stream().toList();
    }
}
