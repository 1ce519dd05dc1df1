package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingFilter;
import id.dukcapil.portal.booking.BookingLists;
import id.dukcapil.portal.booking.BookingRow;
import id.dukcapil.portal.booking.BookingService;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.SearchField;
import id.dukcapil.portal.population.PersonId;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Pemesanan: find a booking by code, NIK or name, look at it, print its ticket, cancel or move it, make a new one. */
@Route(BookingNavigation.BOOKINGS)
@PageTitle("Pemesanan")
@Menu(title = "Pemesanan", order = 11)
@RolesAllowed(Permission.Name.BOOKING_READ)
@StyleSheet("context://styles/booking.css")
class BookingsView extends RegisterPage<BookingRow> {

    private static final String CODE = "kode";

    /** A resident to book for, by the number of the record, which is no personal data. */
    private static final String PERSON = "pesan-untuk";

    private final transient BookingActions actions;
    private final transient Clock clock;
    private final transient List<Office> offices;
    private final SearchField search = filters.search("Kode, NIK, atau nama", this::refresh);
    private final ComboBox<Office> office;
    private final MultiSelectComboBox<BookingStatus> statuses;
    private final ListFilters.Period period;

    BookingsView(BookingService bookings, BookingLists lists, BookingActions actions, CurrentStaff staff, Clock clock) {
        super("Pemesanan", BookingNavigation.BOOKINGS);
        this.actions = actions;
        this.clock = clock;
        offices = staff.officesInScope();
        search.focus();
        office = filters.office(offices);
        statuses = filters.several("Status", "Semua status", "status", BookingStatus.values(), BookingStatus::label);
        period = filters.period(this::today);
        BookingColumns.add(
                grid,
                code -> officeOf(code).name(),
                offices.size() > 1,
                offices.getFirst().timeZone());
        list(this::filter, lists::count, BookingLists.COUNT_LIMIT, lists::page, BookingRow::cursor);
        var panel = new BookingPanel();
        open(
                panel,
                CODE,
                BookingRow::code,
                code -> BookingCode.parse(code).value().flatMap(bookings::find),
                booking -> {
                    panel.show(booking, officeOf(booking.office()), actions.opening(booking.code()));
                    actions.offer(panel, booking, this::changed);
                },
                "Pemesanan dengan kode itu tidak ada, atau bukan pemesanan kantor Anda.");
        whenEmpty(
                "Tidak ada pemesanan yang cocok",
                "Ubah saringan di atas, atau cari dengan kode booking, NIK, atau awal nama pemohon.");
        setActions(actions.ofList(this::filter, this::booked));
        lay();
    }

    @Override
    protected void refresh() {
        super.refresh();
        url().number(PERSON).ifPresent(person -> {
            go(url().with(PERSON, null));
            actions.bookFor(new PersonId(person), this::booked);
        });
    }

    /** A code and the number of a person are searched for on every day. */
    private BookingFilter filter() {
        Office only = office.getValue();
        boolean exact = BookingCode.parse(search.getValue()).value().isPresent() || search.isPersonal();
        return new BookingFilter(
                only == null ? offices.stream().map(Office::code).toList() : List.of(only.code()),
                exact ? null : period.from().getValue(),
                exact ? null : period.to().getValue(),
                statuses.getValue(),
                search.getValue());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), offices.getFirst().timeZone());
    }

    private void booked(BookingDetails booking) {
        Notify.done("Pemesanan %s dibuat: nomor %03d.".formatted(booking.code(), booking.queueNumber()));
        changed(booking.code());
    }

    private void changed(BookingCode code) {
        go(url().with(CODE, code));
        refresh();
    }

    private Office officeOf(OfficeCode code) {
        return offices.stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
