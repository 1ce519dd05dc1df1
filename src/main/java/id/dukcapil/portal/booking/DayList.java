package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.documents.Template;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The bookings of one office and day on paper, for the counter. NIK are masked. */
@Service
@PreAuthorize("hasAuthority('BOOKING_EXPORT')")
public class DayList {

    private static final Template TEMPLATE = new Template("booking/day-list");
    private static final int PAGE = 500;

    private final BookingLists lists;
    private final Offices offices;
    private final PdfRenderer pdf;
    private final Clock clock;

    DayList(BookingLists lists, Offices offices, PdfRenderer pdf, Clock clock) {
        this.lists = lists;
        this.offices = offices;
        this.pdf = pdf;
        this.clock = clock;
    }

    public byte[] pdf(OfficeCode code, LocalDate date) {
        Office office = offices.find(code).orElseThrow();
        List<BookingRow> rows = rows(BookingFilter.day(code, date));
        Map<String, String> parameters = Map.of(
                "OFFICE_NAME", office.name(),
                "DATE_TEXT", Formats.longDate(date),
                "SUMMARY", summary(rows),
                "PRINTED_AT", Formats.dateTime(clock.instant(), office.timeZone()));
        return pdf.render(
                TEMPLATE,
                parameters,
                rows.stream().map(row -> line(row, office.timeZone())).toList());
    }

    private static String summary(List<BookingRow> rows) {
        long seats = rows.stream().filter(row -> row.status().holdsSeat()).count();
        long present = rows.stream().filter(row -> row.status().came()).count();
        return "%d terpesan, %d hadir, %d dibatalkan, dipindahkan atau digantikan"
                .formatted(seats, present, rows.size() - seats);
    }

    private static Map<String, String> line(BookingRow row, ZoneId zone) {
        return Map.of(
                "number", "%03d".formatted(row.queueNumber()),
                "code", row.code().value(),
                "name", row.fullName(),
                "nikMasked", row.nik().masked(),
                "origin", row.origin().label(),
                "status", row.statusLabel(),
                "checkedInAt", row.checkedInAt() == null ? "" : Formats.time(row.checkedInAt(), zone));
    }

    private List<BookingRow> rows(BookingFilter filter) {
        var rows = new ArrayList<BookingRow>();
        List<BookingRow> page = lists.page(filter, null, 0, PAGE);
        while (!page.isEmpty()) {
            rows.addAll(page);
            page = lists.page(filter, page.getLast().cursor(), 0, PAGE);
        }
        return rows;
    }
}
