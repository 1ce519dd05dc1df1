package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.export.ExportFormat;
import id.dukcapil.portal.documents.export.Exports;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Takes along everything that matches a filter as XLSX. What was searched for is not written on the sheet: it can be a NIK. */
@Service
@PreAuthorize("hasAuthority('BOOKING_EXPORT')")
public class BookingExport {

    private final BookingListing listing;
    private final Exports exports;
    private final Offices offices;

    BookingExport(BookingListing listing, Exports exports, Offices offices) {
        this.listing = listing;
        this.exports = exports;
        this.offices = offices;
    }

    public ExportId ask(BookingFilter filter) {
        OfficeCode only = filter.offices().size() == 1 ? filter.offices().getFirst() : null;
        return exports.ask(listing, filter, describe(filter), only, ExportFormat.XLSX);
    }

    private String describe(BookingFilter filter) {
        var parts = new ArrayList<String>();
        parts.add(
                filter.offices().size() == 1
                        ? name(filter.offices().getFirst())
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

    private String name(OfficeCode code) {
        return offices.find(code).map(Office::name).orElse(code.value());
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
