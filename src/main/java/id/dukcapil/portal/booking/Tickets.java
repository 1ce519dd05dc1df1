package id.dukcapil.portal.booking;

import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.calendar.ServiceHours;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.documents.Template;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    }

    private static final String BRING = String.join(
            "\n",
            "•  Tiket ini, dicetak atau di layar ponsel",
            "•  Fotokopi Kartu Keluarga",
            "•  KTP-el lama, atau surat kehilangan dari kepolisian bila hilang");
    private static final String NOTE =
            "Datanglah pada tanggal yang tertera. Bila berhalangan, batalkan agar kursi dapat dipakai orang lain. "
                    + "Pelayanan administrasi kependudukan tidak dipungut biaya.";

    private final BookingService bookings;
    private final Offices offices;
    private final OfficeCalendar officeCalendar;
    private final PdfRenderer pdf;

    Tickets(BookingService bookings, Offices offices, OfficeCalendar officeCalendar, PdfRenderer pdf) {
        this.bookings = bookings;
        this.offices = offices;
        this.officeCalendar = officeCalendar;
        this.pdf = pdf;
    }

    /** @return the PDF, or nothing when the acting one may not see such a booking */
    public Optional<byte[]> pdf(BookingCode code, Format format) {
        return bookings.find(code).map(booking -> pdf.render(format.template, parameters(booking), List.of()));
    }

    private Map<String, @Nullable Object> parameters(BookingDetails booking) {
        Office office = offices.find(booking.office()).orElseThrow();
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("CODE", booking.code().value());
        parameters.put("CODE_SPELLED", booking.code().spelled());
        parameters.put("QUEUE_NUMBER", "%03d".formatted(booking.queueNumber()));
        parameters.put("DATE_TEXT", Formats.longDate(booking.date()));
        parameters.put("OFFICE_NAME", office.name());
        parameters.put("OFFICE_ADDRESS", Optional.ofNullable(office.address()).orElse(""));
        parameters.put("HOURS_TEXT", hours(booking, office));
        parameters.put("HOLDER_NAME", booking.fullName());
        parameters.put("NIK_MASKED", booking.nik().masked());
        parameters.put("BRING", BRING);
        parameters.put("NOTE", NOTE);
        parameters.put("STATUS_STAMP", stamp(booking.status()));
        return parameters;
    }

    private String hours(BookingDetails booking, Office office) {
        return Optional.ofNullable(
                        officeCalendar.day(booking.office(), booking.date()).hours())
                .map(hours -> hours(hours, office.timeZone()))
                .orElse("");
    }

    private static String hours(ServiceHours hours, ZoneId zone) {
        String open =
                "%s–%s %s".formatted(Formats.time(hours.opens()), Formats.time(hours.closes()), Formats.zone(zone));
        return hours.restFrom() == null || hours.restTo() == null
                ? open
                : open + ", istirahat %s–%s".formatted(Formats.time(hours.restFrom()), Formats.time(hours.restTo()));
    }

    private static @Nullable String stamp(BookingStatus status) {
        return switch (status) {
            case CANCELLED, MOVED -> status.label().toUpperCase(Locale.ROOT);
            case BOOKED, CHECKED_IN, COMPLETED, MISSED -> null;
        };
    }
}
