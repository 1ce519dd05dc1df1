package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.export.ExportKind;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of bookings as a file. NIK are masked. */
@Component
class BookingListing implements ExportKind<BookingFilter, BookingRow> {

    private final BookingLists lists;
    private final Offices offices;

    BookingListing(BookingLists lists, Offices offices) {
        this.lists = lists;
        this.offices = offices;
    }

    @Override
    public String key() {
        return "booking";
    }

    @Override
    public String record() {
        return "Pemesanan";
    }

    @Override
    public String title() {
        return "Pemesanan cetak KTP-el";
    }

    @Override
    public String fileName() {
        return "pemesanan";
    }

    @Override
    public Permission permission() {
        return Permission.BOOKING_EXPORT;
    }

    @Override
    public Class<BookingFilter> filterType() {
        return BookingFilter.class;
    }

    @Override
    public OptionalInt count(BookingFilter filter) {
        int count = lists.count(filter);
        return count > BookingLists.COUNT_LIMIT ? OptionalInt.empty() : OptionalInt.of(count);
    }

    @Override
    public List<BookingRow> page(BookingFilter filter, @Nullable BookingRow after, int limit) {
        return lists.page(filter, after == null ? null : after.cursor(), 0, limit);
    }

    @Override
    public List<Column<BookingRow>> columns() {
        Map<OfficeCode, String> names = offices.all().stream().collect(Collectors.toMap(Office::code, Office::name));
        return List.of(
                Column.date("Tanggal", BookingRow::date),
                Column.text(
                        "Kantor",
                        row -> names.getOrDefault(row.office(), row.office().value())),
                Column.integer("Nomor", row -> (long) row.queueNumber()),
                Column.text("Kode booking", row -> row.code().value()),
                Column.text("Nama pemohon", BookingRow::fullName),
                Column.text("NIK", row -> row.nik().masked()),
                Column.text("Asal", row -> row.origin().label()),
                Column.text("Status", row -> row.statusLabel()),
                Column.dateTime("Dipesan", BookingRow::createdAt),
                Column.dateTime("Hadir", BookingRow::checkedInAt));
    }
}
