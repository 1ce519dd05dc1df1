package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.booking.BookingLists;
import id.dukcapil.portal.booking.BookingRow;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.PermittedSearch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Bookings in the search box: by code, NIK, name, or today's queue number. */
@Component
class BookingSearch extends PermittedSearch {

    private final BookingLists lists;
    private final Offices offices;
    private final Organisation organisation;
    private final Clock clock;

    BookingSearch(BookingLists lists, CurrentStaff staff, Offices offices, Organisation organisation, Clock clock) {
        super("Pemesanan", 20, Permission.BOOKING_READ, staff);
        this.lists = lists;
        this.offices = offices;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        LocalDate today = organisation.today(clock);
        List<BookingRow> rows = lists.lookUp(text, today, limit);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<OfficeCode, String> names = offices.all().stream().collect(Collectors.toMap(Office::code, Office::name));
        return rows.stream().map(row -> hit(row, names)).toList();
    }

    private static Hit hit(BookingRow row, Map<OfficeCode, String> offices) {
        return new Hit(
                "%s · %s".formatted(row.code(), row.fullName()),
                "%s · %s nomor %03d · %s"
                        .formatted(
                                Formats.date(row.date()),
                                offices.getOrDefault(row.office(), row.office().value()),
                                row.queueNumber(),
                                row.statusLabel()),
                BookingNavigation.booking(row.code()));
    }
}
