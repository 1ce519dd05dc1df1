package id.dukcapil.portal.booking;

import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.calendar.ServiceHours;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The hours of service in words, for tickets and letters. */
@Component
class OfficeTimes {

    private final OfficeCalendar officeCalendar;

    OfficeTimes(OfficeCalendar officeCalendar) {
        this.officeCalendar = officeCalendar;
    }

    /** {@code 07.30–16.00 WIB, istirahat 12.00–13.00}; nothing for a day on which nobody is served. */
    String of(Office office, LocalDate date) {
        return Optional.ofNullable(officeCalendar.day(office.code(), date).hours())
                .map(hours -> words(hours, office.timeZone()))
                .orElse("");
    }

    private static String words(ServiceHours hours, ZoneId zone) {
        String open =
                "%s–%s %s".formatted(Formats.time(hours.opens()), Formats.time(hours.closes()), Formats.zone(zone));
        return hours.restFrom() == null || hours.restTo() == null
                ? open
                : open + ", istirahat %s–%s".formatted(Formats.time(hours.restFrom()), Formats.time(hours.restTo()));
    }
}
