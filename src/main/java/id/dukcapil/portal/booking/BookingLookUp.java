package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Parsed;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.staff.StaffMember;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One look-up of bookings from the search box; every statement reads a short piece of one index. */
final class BookingLookUp {

    private static final Pattern QUEUE_NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern BEGINNING_OF_CODE = Pattern.compile("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{1,4}");
    private static final int SHORTEST_NAME = 2;

    /** So many bookings with the same beginning of a name are put in order of their days, not more. */
    private static final int NAMES = 300;

    private final JdbcClient jdbc;
    private final StaffMember member;
    private final LocalDate today;
    private final int limit;

    BookingLookUp(JdbcClient jdbc, StaffMember member, LocalDate today, int limit) {
        this.jdbc = jdbc;
        this.member = member;
        this.today = today;
        this.limit = limit;
    }

    List<BookingRow> find(String text) {
        if (QUEUE_NUMBER.matcher(text).matches()) {
            return rows("booking_booking WHERE service_date = :today AND queue_number = :value", Integer.valueOf(text));
        }
        Parsed<Nik> nik = Nik.parse(text);
        if (nik.value().isPresent()) {
            return rows(
                    "booking_booking FORCE INDEX (booking_by_nik) WHERE nik = :value",
                    nik.orThrow().value());
        }
        List<BookingRow> byCode = code(text);
        return byCode.isEmpty()
                        && text.length() >= SHORTEST_NAME
                        && text.chars().noneMatch(Character::isDigit)
                ? name(text)
                : byCode;
    }

    private List<BookingRow> code(String text) {
        String typed = text.toUpperCase(Locale.ROOT);
        var code = BookingCode.parse(text);
        if (code.value().isPresent()) {
            return rows("booking_booking WHERE code = :value", code.orThrow().value());
        }
        return BEGINNING_OF_CODE.matcher(typed).matches()
                ? rows("booking_booking FORCE INDEX (booking_code) WHERE code LIKE :value", typed + "%")
                : List.of();
    }

    private List<BookingRow> name(String text) {
        String beginning = text.toUpperCase(Locale.ROOT).replaceAll("[%_\\\\]", "") + "%";
        String named = member.may(Permission.OFFICE_SPAN)
                ? "FORCE INDEX (booking_by_name) WHERE full_name LIKE :value"
                : "FORCE INDEX (booking_by_office_name) WHERE office_code = :office AND full_name LIKE :value";
        // The index alone says which are the latest; only those are fetched
        return rows("""
                (SELECT id AS latest FROM (SELECT id, service_date FROM booking_booking %s LIMIT %d) named
                 ORDER BY service_date DESC LIMIT :limit) chosen
                JOIN booking_booking ON id = latest WHERE 1 = 1""".formatted(named, NAMES), beginning);
    }

    /** @param source fixed text only, up to its conditions; {@code :value} is the one thing typed */
    private List<BookingRow> rows(String source, Object value) {
        return jdbc.sql("SELECT booking_booking.* FROM " + source
                        + " AND anonymised_at IS NULL AND (:span OR office_code = :office)"
                        + " ORDER BY service_date DESC, office_code, queue_number DESC LIMIT :limit")
                .param("value", value)
                .param("today", today)
                .param("span", member.may(Permission.OFFICE_SPAN))
                .param("office", member.office().value())
                .param("limit", limit)
                .query(BookingLists.ROW)
                .list();
    }
}
