package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import id.dukcapil.portal.booking.BookingRow;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListGrid;
import id.dukcapil.portal.common.ui.Tone;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How a booking reads in a list. */
final class BookingColumns {

    private BookingColumns() {}

    /** @param several whether there is more than one office to name */
    static void add(ListGrid<BookingRow> grid, Function<OfficeCode, String> office, boolean several, ZoneId zone) {
        grid.column("No.", row -> "%03d".formatted(row.queueNumber()));
        grid.column("Kode", "7.5rem", row -> row.code().value());
        grid.addColumn(person()).setHeader("Pemohon").setFlexGrow(2);
        grid.column("Tanggal", row -> Formats.shortDate(row.date()));
        grid.column("Kantor", 1, row -> office.apply(row.office())).setVisible(several);
        grid.column("Asal", row -> row.origin().label());
        // The longest one has to fit when a row changes while the list is open
        grid.badge("Status", "10rem", BookingRow::statusLabel, row -> tone(row.status(), row.released()));
        // Wide enough for a time that comes while the list is open
        grid.column(
                "Hadir",
                "76px",
                row -> Optional.ofNullable(row.checkedInAt())
                        .map(at -> Formats.time(at, zone))
                        .orElse("–"));
        grid.cards(
                row -> "%03d · %s".formatted(row.queueNumber(), row.fullName()),
                row -> List.of(
                        row.code().value() + " · " + row.nik().masked(),
                        Formats.shortDate(row.date()) + " · " + office.apply(row.office())));
    }

    private static LitRenderer<BookingRow> person() {
        return LitRenderer.<BookingRow>of("<span>${item.name}</span> <span class=\"muted\">${item.nik}</span>"
                        + "${item.differs ? ' ⚠' : ''}")
                .withProperty("name", BookingRow::fullName)
                .withProperty("nik", row -> row.nik().masked())
                .withProperty("differs", BookingRow::nameDiffers);
    }

    /** The colour beside each status word. */
    static Tone tone(BookingStatus status, boolean released) {
        if (released) {
            return Tone.WARN;
        }
        return switch (status) {
            case BOOKED -> Tone.INFO;
            case CHECKED_IN, SERVED, HANDED_OVER, COMPLETED -> Tone.OK;
            case MISSED, REPLACED -> Tone.WARN;
            case CANCELLED, MOVED -> Tone.NEUTRAL;
        };
    }
}
