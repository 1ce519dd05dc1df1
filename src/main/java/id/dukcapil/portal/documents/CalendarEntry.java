package id.dukcapil.portal.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * An appointment for the calendar of whoever is to come, as a file that goes with a mail (iCalendar, RFC 5545, sent as
 * iTIP, RFC 5546). The same {@code uid} always means the same appointment; of two files the one with the higher
 * {@code sequence} holds, so that a letter that was overtaken changes nothing.
 *
 * @param stamp when this file was made
 * @param hours during which the person can come; none makes it an entry of the whole day
 * @param zone in which the hours are meant
 * @param organizer who invites
 * @param attendee who is invited
 */
public record CalendarEntry(
        Method method,
        String uid,
        int sequence,
        Instant stamp,
        LocalDate date,
        @Nullable Hours hours,
        ZoneId zone,
        String summary,
        String description,
        String location,
        Party organizer,
        Party attendee) {

    /** What the calendar is asked to do. */
    public enum Method {
        /** Enter the appointment, or bring the entry up to date. */
        REQUEST("CONFIRMED"),
        /** Take the entry out. */
        CANCEL("CANCELLED");

        private final String status;

        Method(String status) {
            this.status = status;
        }
    }

    public record Hours(LocalTime from, LocalTime to) {}

    /**
     * Somebody who takes part.
     *
     * @param email none for an organiser who cannot be answered
     */
    public record Party(String name, @Nullable String email) {

        /** Calendars know this address as that of nobody. */
        private static final String NOBODY = "invalid:nomail";

        private String address() {
            return email == null || email.isBlank() ? NOBODY : "mailto:" + email.strip();
        }
    }

    private static final String PRODUCT = "-//Portal Dukcapil//Portal//ID";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** With the method, by which a mail program knows that this is more than a file to be kept (RFC 6047). */
    public String mediaType() {
        return "text/calendar; charset=UTF-8; method=" + method;
    }

    public byte[] bytes() {
        var lines = new ContentLines()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", PRODUCT)
                .line("CALSCALE", "GREGORIAN")
                .line("METHOD", method.name());
        if (hours != null) {
            timeZone(lines);
        }
        lines.line("BEGIN", "VEVENT")
                .line("UID", uid)
                .line("SEQUENCE", Integer.toString(sequence))
                .line("DTSTAMP", UTC.format(stamp))
                .line("STATUS", method.status);
        time(lines);
        lines.words("SUMMARY", summary)
                .words("DESCRIPTION", description)
                .words("LOCATION", location)
                .line("ORGANIZER;CN=" + ContentLines.quoted(organizer.name()), organizer.address())
                .line(
                        "ATTENDEE;CN=" + ContentLines.quoted(attendee.name()) + ";PARTSTAT=ACCEPTED;RSVP=FALSE",
                        attendee.address())
                // Whoever is expected some time during the day is not busy all day
                .line("TRANSP", "TRANSPARENT")
                .line("END", "VEVENT")
                .line("END", "VCALENDAR");
        return lines.bytes();
    }

    private void time(ContentLines lines) {
        if (hours == null) {
            lines.line("DTSTART;VALUE=DATE", DAY.format(date)).line("DTEND;VALUE=DATE", DAY.format(date.plusDays(1)));
        } else {
            lines.line("DTSTART;TZID=" + zone, LOCAL.format(date.atTime(hours.from())))
                    .line("DTEND;TZID=" + zone, LOCAL.format(date.atTime(hours.to())));
        }
    }

    /** As it is on that day; the zones of Indonesia do not change with the season. */
    private void timeZone(ContentLines lines) {
        ZoneOffset offset = zone.getRules().getOffset(date.atTime(LocalTime.NOON));
        lines.line("BEGIN", "VTIMEZONE")
                .line("TZID", zone.getId())
                .line("BEGIN", "STANDARD")
                .line("DTSTART", "19700101T000000")
                .line("TZOFFSETFROM", digits(offset))
                .line("TZOFFSETTO", digits(offset))
                .line("END", "STANDARD")
                .line("END", "VTIMEZONE");
    }

    private static String digits(ZoneOffset offset) {
        int minutes = offset.getTotalSeconds() / 60;
        return "%s%02d%02d".formatted(minutes < 0 ? "-" : "+", Math.abs(minutes) / 60, Math.abs(minutes) % 60);
    }
}
