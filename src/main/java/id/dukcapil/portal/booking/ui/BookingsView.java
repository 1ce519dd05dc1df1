package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingFilter;
import id.dukcapil.portal.booking.BookingLists;
import id.dukcapil.portal.booking.BookingService;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Pemesanan: find a booking by code, NIK or name, look at it, print its ticket, cancel or move it, make a new one. */
@Route(BookingNavigation.BOOKINGS)
@PageTitle("Pemesanan")
@Menu(title = "Pemesanan", order = 11)
@RolesAllowed(Permission.Name.BOOKING_READ)
@StyleSheet("context://styles/booking.css")
class BookingsView extends AddressedPage {

    private static final long serialVersionUID = 1L;

    private final transient BookingService bookings;
    private final transient BookingLists lists;
    private final transient BookingActions actions;
    private final transient List<Office> offices;

    private final BookingFilters filters;
    private final BookingGrid grid;
    private final BookingPanel panel = new BookingPanel();
    private final ListAndPanel content;

    BookingsView(BookingService bookings, BookingLists lists, BookingActions actions, CurrentStaff staff, Clock clock) {
        super("Pemesanan", BookingNavigation.BOOKINGS);
        this.bookings = bookings;
        this.lists = lists;
        this.actions = actions;
        offices = staff.officesInScope();
        filters = new BookingFilters(staff, clock, this::go, this::refresh);
        grid = new BookingGrid(
                lists, this::officeName, offices.size() > 1, offices.getFirst().timeZone());
        content = new ListAndPanel(grid, panel, row -> go(url().with("kode", row.code())))
                .whenEmpty(
                        "Tidak ada pemesanan yang cocok",
                        "Ubah saringan di atas, atau cari dengan kode booking, NIK, atau awal nama pemohon.");
        add(filters, content);
        fillHeight(content);
        setActions(actions.ofList(filters::filter, this::booked));
    }

    @Override
    protected void refresh() {
        filters.show(url());
        BookingFilter filter = filters.filter();
        int count = lists.count(filter);
        filters.setCount(Math.min(count, BookingLists.COUNT_LIMIT), count > BookingLists.COUNT_LIMIT);
        grid.show(filter, count);
        content.showList(count);
        showChosen();
    }

    private void showChosen() {
        Optional<BookingDetails> chosen = url().text("kode")
                .flatMap(code -> BookingCode.parse(code).value())
                .flatMap(bookings::find);
        if (chosen.isEmpty() && url().text("kode").isPresent()) {
            Notify.warning("Pemesanan dengan kode itu tidak ada, atau bukan pemesanan kantor Anda.");
        }
        content.showChosen(chosen, booking -> {
            panel.show(
                    booking,
                    officeOf(booking.office()),
                    actions.opening(booking.code()),
                    () -> go(url().with("kode", null)));
            actions.offer(panel, booking, this::changed);
        });
    }

    private void booked(BookingDetails booking) {
        Notify.done("Pemesanan %s dibuat: nomor %03d.".formatted(booking.code(), booking.queueNumber()));
        changed(booking.code());
    }

    private void changed(BookingCode code) {
        go(url().with("kode", code));
        refresh();
    }

    private Office officeOf(OfficeCode code) {
        return offices.stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private String officeName(OfficeCode code) {
        return officeOf(code).name();
    }
}
