package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import id.dukcapil.portal.booking.BookingFilter;
import id.dukcapil.portal.booking.BookingLists;
import id.dukcapil.portal.booking.BookingRow;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The bookings that match a filter, fetched page by page as the list is scrolled. */
class BookingGrid extends Grid<BookingRow> {

    private static final long serialVersionUID = 1L;

    private final transient BookingLists lists;

    BookingGrid(BookingLists lists, Function<OfficeCode, String> officeName, boolean severalOffices, ZoneId zone) {
        this.lists = lists;
        setSizeFull();
        addColumn(row -> "%03d".formatted(row.queueNumber()))
                .setHeader("No.")
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(row -> row.code().value())
                .setHeader("Kode")
                .setWidth("7.5rem")
                .setFlexGrow(0);
        addColumn(person()).setHeader("Pemohon").setFlexGrow(2);
        addColumn(row -> Formats.shortDate(row.date()))
                .setHeader("Tanggal")
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(row -> officeName.apply(row.office()))
                .setHeader("Kantor")
                .setFlexGrow(1)
                .setVisible(severalOffices);
        addColumn(row -> row.origin().label())
                .setHeader("Asal")
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(StatusBadge.<BookingRow>renderer(BookingRow::statusLabel, BookingGrid::tone))
                .setHeader("Status")
                // The longest one has to fit when a row changes while the list is open
                .setWidth("10rem")
                .setFlexGrow(0);
        addColumn(row -> Optional.ofNullable(row.checkedInAt())
                        .map(at -> Formats.time(at, zone))
                        .orElse("–"))
                .setHeader("Hadir")
                .setWidth("76px") // wide enough for a time that comes while the list is open
                .setFlexGrow(0);
        ResponsiveGrid.cards(this, card(officeName));
    }

    private static GridCard<BookingRow> card(Function<OfficeCode, String> officeName) {
        return GridCard.<BookingRow>of(
                        row -> "%03d · %s".formatted(row.queueNumber(), row.fullName()),
                        row -> List.of(
                                row.code().value() + " · " + row.nik().masked(),
                                Formats.shortDate(row.date()) + " · " + officeName.apply(row.office())))
                .withBadge(BookingRow::statusLabel, BookingGrid::tone);
    }

    private static Tone tone(BookingRow row) {
        return BookingTones.of(row.status(), row.released());
    }

    private static LitRenderer<BookingRow> person() {
        return LitRenderer.<BookingRow>of("<span>${item.name}</span> <span class=\"muted\">${item.nik}</span>"
                        + "${item.differs ? ' ⚠' : ''}")
                .withProperty("name", BookingRow::fullName)
                .withProperty("nik", row -> row.nik().masked())
                .withProperty("differs", BookingRow::nameDiffers);
    }

    void show(BookingFilter filter, int count) {
        setItems(KeysetPages.of(
                (after, skip, limit) -> lists.page(filter, after, skip, limit), BookingRow::cursor, count));
    }
}
