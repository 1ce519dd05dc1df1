package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.Listing;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Everything that matches a filter as XLSX, read and written page by page. NIK are masked. Taking it along is recorded. */
@Service
@PreAuthorize("hasAuthority('BOOKING_EXPORT')")
public class BookingExport {

    private static final int PAGE = 500;

    private final BookingLists lists;
    private final Offices offices;
    private final Spreadsheet spreadsheet;
    private final ApplicationEventPublisher events;

    BookingExport(BookingLists lists, Offices offices, Spreadsheet spreadsheet, ApplicationEventPublisher events) {
        this.lists = lists;
        this.offices = offices;
        this.spreadsheet = spreadsheet;
        this.events = events;
    }

    public void xlsx(BookingFilter filter, OutputStream out) throws IOException {
        Map<OfficeCode, Office> names =
                offices.all().stream().collect(Collectors.toMap(Office::code, office -> office));
        String described = describe(filter, names);
        var listing = new Listing<>("Pemesanan cetak KTP-el", described, columns(names));
        events.publishEvent(AuditEvent.of("Pemesanan", "Ekspor Excel", "Daftar pemesanan diekspor")
                .at(filter.offices().size() == 1 ? filter.offices().getFirst() : null)
                .changing("Saringan", null, described));
        spreadsheet.write(listing, rows(filter), out);
    }

    private Stream<BookingRow> rows(BookingFilter filter) {
        return Stream.iterate(
                        lists.page(filter, null, 0, PAGE),
                        page -> !page.isEmpty(),
                        page -> lists.page(filter, page.getLast().cursor(), 0, PAGE))
                .flatMap(List::stream);
    }

    private static List<Column<BookingRow>> columns(Map<OfficeCode, Office> offices) {
        return List.of(
                Column.date("Tanggal", BookingRow::date),
                Column.text("Kantor", row -> name(offices, row.office())),
                Column.integer("Nomor", row -> (long) row.queueNumber()),
                Column.text("Kode booking", row -> row.code().value()),
                Column.text("Nama pemohon", BookingRow::fullName),
                Column.text("NIK", row -> row.nik().masked()),
                Column.text("Asal", row -> row.origin().label()),
                Column.text("Status", row -> row.status().label()),
                Column.dateTime("Dipesan", BookingRow::createdAt),
                Column.dateTime("Hadir", BookingRow::checkedInAt));
    }

    private static String name(Map<OfficeCode, Office> offices, OfficeCode code) {
        Office office = offices.get(code);
        return office == null ? code.value() : office.name();
    }

    private static String describe(BookingFilter filter, Map<OfficeCode, Office> names) {
        var parts = new ArrayList<String>();
        parts.add(
                filter.offices().size() == 1
                        ? name(names, filter.offices().getFirst())
                        : filter.offices().size() + " kantor");
        parts.add(range(filter));
        if (!filter.statuses().isEmpty()) {
            parts.add(filter.statuses().stream()
                    .sorted()
                    .map(BookingStatus::label)
                    .collect(Collectors.joining(", ", "status ", "")));
        }
        if (!filter.text().isEmpty()) {
            parts.add("dengan pencarian");
        }
        return String.join("; ", parts);
    }

    private static String range(BookingFilter filter) {
        if (filter.from() != null && filter.from().equals(filter.to())) {
            return Formats.date(filter.from());
        }
        return dateOr("dari awal", filter.from()) + " sampai " + dateOr("akhir", filter.to());
    }

    private static String dateOr(String otherwise, @Nullable LocalDate date) {
        return date == null ? otherwise : Formats.date(date);
    }
}
