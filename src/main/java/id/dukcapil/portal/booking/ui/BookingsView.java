package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingFilter;
import id.dukcapil.portal.booking.BookingLists;
import id.dukcapil.portal.booking.BookingService;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pemesanan: find a booking by code, NIK or name, look at it, print its ticket, cancel or move it, make a new one. */
@Route(BookingNavigation.BOOKINGS)
@PageTitle("Pemesanan")
@Menu(title = "Pemesanan", order = 11)
@RolesAllowed(Permission.Name.BOOKING_READ)
@StyleSheet("context://styles/booking.css")
class BookingsView extends Page implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final transient BookingService bookings;
    private final transient BookingLists lists;
    private final transient BookingActions actions;
    private final transient CurrentStaff staff;
    private final transient Clock clock;
    private final transient List<Office> offices;

    private final TextField search = new TextField();
    private final MultiSelectComboBox<BookingStatus> statuses = new MultiSelectComboBox<>();
    private final DatePicker from = Indonesian.datePicker("Dari");
    private final DatePicker to = Indonesian.datePicker("Sampai");
    private final OfficePicker office;
    private final FilterBar filters;
    private final BookingGrid grid;
    private final EmptyState empty;
    private final BookingPanel panel = new BookingPanel();
    private transient UrlState url = new UrlState();
    /** A NIK that was searched for: it decides what is shown but never reaches the address. */
    private transient String privateText = "";

    BookingsView(BookingService bookings, BookingLists lists, BookingActions actions, CurrentStaff staff, Clock clock) {
        super("Pemesanan");
        this.bookings = bookings;
        this.lists = lists;
        this.actions = actions;
        this.staff = staff;
        this.clock = clock;
        offices = staff.officesInScope();
        office = new OfficePicker(staff, code -> go(url.with("kantor", code)));
        office.setClearButtonVisible(offices.size() > 1);
        office.setLabel("Kantor");
        office.setPlaceholder("Semua kantor");
        office.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() == null) {
                go(url.with("kantor", ""));
            }
        });
        grid = new BookingGrid(
                lists, this::officeName, offices.size() > 1, offices.getFirst().timeZone());
        // A row that is being replaced at the moment of the click has no item any more
        grid.addItemClickListener(click ->
                Optional.ofNullable(click.getItem()).ifPresent(row -> go(url.with("kode", row.code()))));
        empty = new EmptyState(
                "Tidak ada pemesanan yang cocok",
                "Ubah saringan di atas, atau cari dengan kode booking, NIK, atau awal nama pemohon.");
        filters = new FilterBar(searchField(), office, statusField(), dateField(from, "dari"), dateField(to, "sampai"));
        var list = new Div(grid, empty);
        list.addClassName("list");
        var content = new Div(list, panel);
        content.addClassName("list-and-panel");
        add(filters, content);
        fillHeight(content);
        setActions(actions.ofList(this::filter, this::booked));
    }

    private TextField searchField() {
        search.setPlaceholder("Kode, NIK, atau nama");
        search.setLabel("Cari");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.focus();
        search.addFocusShortcut(Key.SLASH);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                searchFor(change.getValue());
            }
        });
        return search;
    }

    private void searchFor(String text) {
        boolean personal = text.replaceAll("[^0-9]", "").length() > 8;
        privateText = personal ? text : "";
        go(url.with("cari", personal || text.isBlank() ? null : text.strip()));
        if (personal) {
            refresh();
        }
    }

    private MultiSelectComboBox<BookingStatus> statusField() {
        statuses.setItems(BookingStatus.values());
        statuses.setItemLabelGenerator(BookingStatus::label);
        statuses.setPlaceholder("Semua status");
        statuses.setLabel("Status");
        statuses.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String names =
                        change.getValue().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
                go(url.with("status", names.isEmpty() ? null : names));
            }
        });
        return statuses;
    }

    private DatePicker dateField(DatePicker field, String name) {
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(url.with(name, change.getValue() == null ? "" : change.getValue()));
            }
        });
        return field;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        url = UrlState.of(event.getLocation());
        if (url.has("cari")) {
            privateText = "";
        }
        refresh();
    }

    private void refresh() {
        search.setValue(privateText.isEmpty() ? url.text("cari").orElse("") : privateText);
        showOffice();
        statuses.setValue(statusesInUrl());
        from.setValue(dateFrom());
        to.setValue(url.date("sampai").orElse(null));
        BookingFilter filter = filter();
        int count = lists.count(filter);
        filters.setCount(Math.min(count, BookingLists.COUNT_LIMIT), count > BookingLists.COUNT_LIMIT);
        grid.show(filter, count);
        grid.setVisible(count > 0);
        empty.setVisible(count == 0);
        showChosen();
    }

    private void showOffice() {
        if (offices.size() == 1) {
            office.setValue(offices.getFirst());
        } else {
            office.setValue(url.text("kantor")
                    .flatMap(code -> offices.stream()
                            .filter(candidate -> candidate.code().value().equals(code))
                            .findFirst())
                    .orElse(null));
        }
    }

    /** Without a date in the address the list starts today; an empty one means from the beginning. */
    private @Nullable LocalDate dateFrom() {
        return url.has("dari")
                ? url.date("dari").orElse(null)
                : LocalDate.ofInstant(clock.instant(), offices.getFirst().timeZone());
    }

    private Set<BookingStatus> statusesInUrl() {
        var chosen = EnumSet.noneOf(BookingStatus.class);
        url.text("status").stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .flatMap(name -> Arrays.stream(BookingStatus.values())
                        .filter(status -> status.name().equals(name)))
                .forEach(chosen::add);
        return chosen;
    }

    private BookingFilter filter() {
        List<OfficeCode> codes = Optional.ofNullable(office.getValue())
                .map(chosen -> List.of(chosen.code()))
                .orElseGet(() -> offices.stream().map(Office::code).toList());
        boolean exact = BookingCode.parse(search.getValue()).value().isPresent() || !privateText.isEmpty();
        return new BookingFilter(
                codes,
                exact ? null : from.getValue(),
                exact ? null : to.getValue(),
                statuses.getValue(),
                search.getValue());
    }

    private void showChosen() {
        Optional<BookingDetails> chosen = url.text("kode")
                .flatMap(code -> BookingCode.parse(code).value())
                .flatMap(bookings::find);
        if (chosen.isEmpty() && url.text("kode").isPresent()) {
            Notify.warning("Pemesanan dengan kode itu tidak ada, atau bukan pemesanan kantor Anda.");
        }
        panel.setVisible(chosen.isPresent());
        chosen.ifPresent(booking -> {
            panel.show(booking, officeOf(booking.office()), () -> go(url.with("kode", null)));
            actions.offer(panel, booking, this::changed);
        });
    }

    private void booked(BookingDetails booking) {
        Notify.done("Pemesanan %s dibuat: nomor %03d.".formatted(booking.code(), booking.queueNumber()));
        changed(booking.code());
    }

    private void changed(BookingCode code) {
        go(url.with("kode", code));
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

    private void go(UrlState next) {
        next.open(UI.getCurrent(), BookingNavigation.BOOKINGS);
    }
}
