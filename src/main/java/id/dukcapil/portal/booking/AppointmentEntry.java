package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.Holder;
import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.common.MailAttachment;
import id.dukcapil.portal.documents.CalendarEntry;
import id.dukcapil.portal.documents.CalendarEntry.Hours;
import id.dukcapil.portal.documents.CalendarEntry.Method;
import id.dukcapil.portal.documents.CalendarEntry.Party;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The booking for the holder's calendar. A booking and those that it was moved to are one entry there, which moves along;
 * a cancelled one is taken out.
 */
@Component
class AppointmentEntry {

    /** The first of a row of bookings, and how many times it has been moved since. */
    private record Chain(UUID first, int moves) {}

    private static final RowMapper<Chain> CHAIN =
            (row, number) -> new Chain(row.getObject("id", UUID.class), row.getInt("moves"));

    /** Of those before it, some may have lost their person already; they go on counting. */
    private static final String FIRST_OF_CHAIN = """
            WITH RECURSIVE chain AS (
              SELECT id, predecessor_code, 0 AS moves FROM booking_booking WHERE code = :code
              UNION ALL
              SELECT b.id, b.predecessor_code, moves + 1 FROM booking_booking b JOIN chain ON b.code = chain.predecessor_code)
            SELECT id, moves FROM chain ORDER BY moves DESC LIMIT 1""";

    private final JdbcClient jdbc;
    private final Offices offices;
    private final OfficeCalendar officeCalendar;
    private final Organisation organisation;
    private final Clock clock;

    AppointmentEntry(
            JdbcClient jdbc, Offices offices, OfficeCalendar officeCalendar, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.officeCalendar = officeCalendar;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * @return nothing for somebody without an address, and for a booking that has been moved: the letter about the new one
     *     brings the entry up to date
     */
    Optional<MailAttachment.Content> of(Booking booking) {
        Holder holder = booking.holder();
        return holder.email() == null
                ? Optional.empty()
                : method(booking.status()).map(method -> file(entry(booking, method, holder)));
    }

    private static Optional<Method> method(BookingStatus status) {
        return switch (status) {
            case BOOKED, CHECKED_IN, SERVED, HANDED_OVER, COMPLETED, MISSED, REPLACED -> Optional.of(Method.REQUEST);
            case CANCELLED -> Optional.of(Method.CANCEL);
            case MOVED -> Optional.empty();
        };
    }

    private CalendarEntry entry(Booking booking, Method method, Holder holder) {
        Chain chain = jdbc.sql(FIRST_OF_CHAIN)
                .param("code", booking.code().value())
                .query(CHAIN)
                .single();
        Office office = offices.find(booking.office()).orElseThrow();
        return new CalendarEntry(
                method,
                chain.first().toString(),
                method == Method.CANCEL ? chain.moves() + 1 : chain.moves(),
                clock.instant(),
                booking.date(),
                hours(booking),
                office.timeZone(),
                "Cetak KTP-el, nomor antrean %03d".formatted(booking.queueNumber()),
                "Kode booking %s. Bawa tiket, fotokopi Kartu Keluarga, dan KTP-el lama atau surat kehilangan."
                        .formatted(booking.code()),
                place(office),
                new Party(organisation.name(), organisation.email()),
                new Party(holder.fullName(), holder.email()));
    }

    private @Nullable Hours hours(Booking booking) {
        var hours = officeCalendar.day(booking.office(), booking.date()).hours();
        return hours == null ? null : new Hours(hours.opens(), hours.closes());
    }

    private static String place(Office office) {
        return Stream.of(Optional.of(office.name()), Optional.ofNullable(office.address()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static MailAttachment.Content file(CalendarEntry entry) {
        String name = entry.method() == Method.CANCEL ? "hapus-dari-kalender.ics" : "simpan-ke-kalender.ics";
        return new MailAttachment.Content(name, entry.mediaType(), entry.bytes());
    }
}
