package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.BookingEvent.BookingCancelled;
import id.dukcapil.portal.booking.BookingEvent.BookingMade;
import id.dukcapil.portal.booking.BookingEvent.BookingMoved;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Promises the holder of a booking a letter about it, where an e-mail address is known. */
@Component
class BookingMails {

    static final String CONFIRMED = "booking/confirmed";
    static final String MOVED = "booking/moved";
    static final String CANCELLED = "booking/cancelled";
    static final String REMINDER = "booking/reminder";

    /** The fact by which a letter is led back to its booking. */
    static final String CODE = "code";

    private final Offices offices;
    private final OfficeTimes times;

    BookingMails(Offices offices, OfficeTimes times) {
        this.offices = offices;
        this.times = times;
    }

    @EventListener
    @Nullable
    MailRequested confirm(BookingMade made) {
        return made.seat().email() == null
                ? null
                : letter(CONFIRMED, made.seat(), withAddress(made.seat(), made.place()), TicketAttachment.KIND);
    }

    @EventListener
    @Nullable
    MailRequested tellOfNewDay(BookingMoved moved) {
        if (moved.to().email() == null) {
            return null;
        }
        var facts = withAddress(moved.to(), moved.place());
        facts.put("oldDate", Formats.longDate(moved.from().date()));
        facts.put("oldOffice", office(moved.from()).name());
        facts.put("oldCode", moved.from().code().value());
        facts.put("reason", moved.reason());
        return letter(MOVED, moved.to(), facts, TicketAttachment.KIND);
    }

    @EventListener
    @Nullable
    MailRequested tellOfCancellation(BookingCancelled cancelled) {
        if (cancelled.seat().email() == null) {
            return null;
        }
        var facts = facts(cancelled.seat(), office(cancelled.seat()));
        facts.put("reason", cancelled.reason());
        return letter(CANCELLED, cancelled.seat(), facts, CalendarAttachment.KIND);
    }

    /** To somebody who is to come tomorrow and has left an address. */
    MailRequested remind(BookedSeat seat, Office place) {
        var facts = withAddress(seat, place);
        facts.put("hours", times.of(place, seat.date()));
        return letter(REMINDER, seat, facts, TicketAttachment.KIND);
    }

    private static Map<String, String> withAddress(BookedSeat seat, Office place) {
        var facts = facts(seat, place);
        facts.put("address", Objects.requireNonNullElse(place.address(), ""));
        return facts;
    }

    private static Map<String, String> facts(BookedSeat seat, Office office) {
        var facts = new HashMap<String, String>();
        facts.put(CODE, seat.code().value());
        facts.put("number", "%03d".formatted(seat.queueNumber()));
        facts.put("date", Formats.longDate(seat.date()));
        facts.put("office", office.name());
        return facts;
    }

    private static MailRequested letter(
            String template, BookedSeat seat, Map<String, String> facts, String attachment) {
        return new MailRequested(
                        template,
                        Optional.ofNullable(seat.email()).orElseThrow(),
                        seat.holder(),
                        facts,
                        "Pemesanan",
                        seat.code().value(),
                        attachment)
                .concerning(seat.nik());
    }

    private Office office(BookedSeat seat) {
        return offices.find(seat.office()).orElseThrow();
    }
}
