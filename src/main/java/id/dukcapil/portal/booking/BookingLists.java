package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Parsed;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.StaffMember;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bookings for lists, counts and exports, straight from the table and in pages that stay fast at any depth. */
@Service
@PreAuthorize("hasAuthority('BOOKING_READ')")
public class BookingLists {

    /** Counting stops here; a list then says "more than". */
    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    static final RowMapper<BookingRow> ROW = RecordRow.of(BookingRow.class)
            .from("date", "service_date")
            .with(
                    "released",
                    (row, number) -> BookingStatus.BOOKED.name().equals(row.getString("status"))
                            && row.getObject("released_at") != null);
    private static final KeysetQuery<BookingRow> LIST =
            new KeysetQuery<>("*", "booking_booking", "service_date, office_code, queue_number", ROW);
    private static final RowMapper<DayCounts.Group> DAY_COUNT = RecordRow.of(DayCounts.Group.class);

    private static final String COUNTS_OF_DAY = """
            SELECT status, origin, COUNT(*) AS bookings,
              SUM(status = 'BOOKED' AND released_at IS NOT NULL) AS released FROM booking_booking
            WHERE office_code = ? AND service_date = ? GROUP BY status, origin""";

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;

    BookingLists(JdbcClient jdbc, CurrentStaff currentStaff) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
    }

    /**
     * The rows after a cursor, in order of day, office and queue number.
     *
     * @param after the last row already seen, or null from the beginning
     * @param skip further rows to pass over; keep it small, it costs as much as reading them
     */
    @Transactional(readOnly = true)
    public List<BookingRow> page(BookingFilter filter, BookingRow.@Nullable Cursor after, int skip, int limit) {
        Where where = matching(filter);
        if (after != null) {
            where.and(
                            "service_date >= :cursorDate AND (service_date > :cursorDate OR (office_code >= :cursorOffice"
                                    + " AND (office_code > :cursorOffice OR queue_number > :cursorNumber)))",
                            "cursorDate",
                            after.date())
                    .parameter("cursorOffice", after.office().value())
                    .parameter("cursorNumber", after.queueNumber());
        }
        return LIST.page(jdbc, where, skip, limit);
    }

    /** How many bookings match, counted up to {@link #COUNT_LIMIT} + 1. */
    @Transactional(readOnly = true)
    public int count(BookingFilter filter) {
        return LIST.count(jdbc, matching(filter));
    }

    /**
     * The first bookings that the text fits, for somebody who is still typing: a code or its beginning, a NIK, the beginning
     * of a name, or a queue number of that day; the latest days first. Of a common name not all are looked at.
     *
     * @param today whose queue numbers are meant
     */
    @Transactional(readOnly = true)
    public List<BookingRow> lookUp(String text, LocalDate today, int limit) {
        return new BookingLookUp(jdbc, currentStaff.require(), today, limit)
                .find(text.strip()).stream().limit(limit).toList();
    }

    /** The sums of one office's day. */
    @Transactional(readOnly = true)
    public DayCounts countsOfDay(OfficeCode office, LocalDate date) {
        currentStaff.requireScope(office);
        return new DayCounts(jdbc.sql(COUNTS_OF_DAY)
                .param(office.value())
                .param(date)
                .query(DAY_COUNT)
                .list());
    }

    private Where matching(BookingFilter filter) {
        StaffMember member = currentStaff.require();
        Where where = new Where()
                .and("anonymised_at IS NULL")
                .in(
                        "office_code",
                        filter.offices().stream()
                                .filter(member::mayActFor)
                                .map(OfficeCode::value)
                                .toList())
                .and("service_date >= :from", "from", filter.from())
                .and("service_date <= :to", "to", filter.to());
        if (!filter.statuses().isEmpty()) {
            where.in("status", filter.statuses().stream().map(Enum::name).toList());
        }
        return filter.text().isEmpty() ? where : named(where, filter.text());
    }

    private static Where named(Where where, String text) {
        Parsed<BookingCode> code = BookingCode.parse(text);
        Parsed<Nik> nik = Nik.parse(text);
        if (nik.value().isPresent()) {
            return where.is("nik", nik.orThrow().value());
        }
        String name = text.toUpperCase(Locale.ROOT);
        // A name of eight letters can happen to be a sound code
        return code.value().isPresent()
                ? where.and(
                                "(code = :code OR full_name LIKE :name)",
                                "code",
                                code.orThrow().value())
                        .parameter("name", Where.prefix(name))
                : where.beginsWith("full_name", name);
    }
}
