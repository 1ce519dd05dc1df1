package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.booking.BookingFilter;
import id.dukcapil.portal.booking.BookingLists;
import id.dukcapil.portal.booking.BookingRow;
import id.dukcapil.portal.booking.DayList;
import id.dukcapil.portal.booking.QuotaCalendar;
import id.dukcapil.portal.booking.QuotaDay;
import id.dukcapil.portal.booking.QuotaPlanning;
import id.dukcapil.portal.booking.Relocations;
import id.dukcapil.portal.booking.StockOutlook;
import id.dukcapil.portal.booking.StockPlanning;
import id.dukcapil.portal.booking.StockProposal.ProposedDay;
import id.dukcapil.portal.booking.WindowPlanning;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.OfficePicker;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Kalender kuota: the planner sees a month of one office at a glance, opens a day, and changes one or many days. */
@Route(BookingNavigation.CALENDAR)
@PageTitle("Kalender kuota")
@Menu(title = "Kalender kuota", order = 10)
@RolesAllowed(Permission.Name.QUOTA_READ)
@StyleSheet("context://styles/booking.css")
class QuotaCalendarView extends AddressedPage {

    private static final int LATEST = 3;

    private final transient QuotaCalendar calendar;
    private final transient QuotaPlanning planning;
    private final transient StockPlanning stock;
    private final transient WindowPlanning windows;
    private final transient Relocating relocating;
    private final transient DayPlanner planner;
    private final transient BookingLists bookings;
    private final transient DayList dayList;
    private final transient CurrentStaff staff;
    private final transient Clock clock;

    private transient YearMonth shown;
    private transient Office office;
    private final OfficePicker<Office> offices;
    private final MonthSwitch months = new MonthSwitch(
            step -> open(url().with("bulan", shown.plusMonths(step)).with("hari", null)),
            () -> open(url().with("bulan", null).with("hari", null)));
    private final QuotaFigures figures = new QuotaFigures();
    private final StockPart cards = new StockPart();
    private final QuotaMonth grid = new QuotaMonth(this::choose);
    private final QuotaDayPanel panel = new QuotaDayPanel();

    QuotaCalendarView(
            QuotaCalendar calendar,
            QuotaPlanning planning,
            StockPlanning stock,
            WindowPlanning windows,
            Relocations relocations,
            BookingLists bookings,
            DayList dayList,
            CurrentStaff staff,
            Clock clock) {
        super("Kalender kuota", BookingNavigation.CALENDAR);
        this.calendar = calendar;
        this.planning = planning;
        this.stock = stock;
        this.windows = windows;
        relocating = new Relocating(relocations, calendar, staff, () -> office, this::refresh);
        planner = new DayPlanner(planning, stock, relocating, this::refresh);
        this.bookings = bookings;
        this.dayList = dayList;
        this.staff = staff;
        this.clock = clock;
        offices = new OfficePicker<>(
                staff.officesInScope(),
                staff.require().office(),
                code -> open(url().with(ListFilters.OFFICE, code).with("hari", null)));
        office = offices.show(url());
        shown = YearMonth.from(today());
        panel.onDismiss(() -> open(url().with("hari", null)));
        var content = new Div(grid, panel);
        content.addClassName("quota-content");
        add(figures, cards, content);
        addActions();
    }

    private void addActions() {
        if (!staff.may(Permission.QUOTA_EDIT)) {
            setActions(offices, months);
            return;
        }
        var rules = new Button(
                "Aturan mingguan",
                click -> new WeekdayRulesDialog(planning, office, calendar.rules(office.code()), today(), this::refresh)
                        .open());
        var bulk = new Button(
                "Ubah beberapa hari",
                click -> new BulkQuotaDialog(planning, staff.officesInScope(), office, firstEditable(), this::refresh)
                        .open());
        bulk.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        bulk.addClickShortcut(Key.KEY_U).listenOn(this);
        var moved =
                new Button("Pemindahan", click -> BookingNavigation.openRelocations(UI.getCurrent(), office.code()));
        var window = new Button(
                "Jendela pemesanan",
                click -> new BookingWindowDialog(
                                windows,
                                office,
                                LocalDateTime.ofInstant(clock.instant(), office.timeZone()),
                                this::refresh)
                        .open());
        setActions(offices, months, moved, window, rules, bulk);
    }

    @Override
    protected void refresh() {
        office = offices.show(url());
        shown = url().month("bulan")
                .orElseGet(() -> url().date("hari").map(YearMonth::from).orElse(YearMonth.from(today())));
        LocalDate selected = url().date("hari").orElse(null);
        List<QuotaDay> days = calendar.days(office.code(), shown.atDay(1), shown.atEndOfMonth());
        months.show(shown);
        setSubtitle("Cetak KTP-el · %s · %s".formatted(office.name(), Formats.month(shown)));
        figures.show(
                days,
                today(),
                calendar.lastBookableDay(office.code()),
                calendar.window(office.code()),
                calendar.nextFreeDays(office.code(), false, 1).stream().findFirst());
        Optional<StockOutlook> outlook = stock.outlook(office.code(), shown.atEndOfMonth());
        showStock(days, outlook);
        grid.show(days, today(), office.timeZone(), selected, proposals(outlook));
        showPanel(days, selected, outlook);
    }

    private void showStock(List<QuotaDay> days, Optional<StockOutlook> outlook) {
        cards.setVisible(outlook.isPresent());
        boolean plans = staff.may(Permission.QUOTA_EDIT);
        outlook.ifPresent(found -> cards.show(
                found,
                days.stream()
                        .map(QuotaDay::date)
                        .filter(day -> !day.isBefore(today()))
                        .toList(),
                plans ? proposed -> planner.preview(office.code(), found, proposed) : null,
                relocating.isAllowed() ? () -> relocating.forStock(today()) : null));
        outlook.filter(found -> plans)
                .flatMap(found -> stock.reversible(office.code()))
                .ifPresent(last -> cards.showAccepted(last, office.timeZone(), () -> planner.takeBack(last)));
    }

    private static Map<LocalDate, ProposedDay> proposals(Optional<StockOutlook> outlook) {
        return outlook.stream()
                .flatMap(found -> found.proposal().days().stream())
                .collect(Collectors.toMap(ProposedDay::date, Function.identity()));
    }

    private void showPanel(List<QuotaDay> days, @Nullable LocalDate selected, Optional<StockOutlook> outlook) {
        var chosen = days.stream().filter(day -> day.date().equals(selected)).findFirst();
        panel.setVisible(chosen.isPresent());
        chosen.ifPresent(day -> {
            panel.show(day, latest(day), calendar.history(day.office(), day.date()), office.timeZone());
            boolean plans = staff.may(Permission.QUOTA_EDIT) && !day.date().isBefore(today());
            if (plans) {
                panel.offer(day, planner);
            }
            if (plans && day.booked() > 0 && relocating.isAllowed()) {
                panel.offerRelocation(() -> relocating.of(day));
            }
            outlook.filter(found -> day.officeDay().isOpen())
                    .ifPresent(found -> panel.showStock(
                            day,
                            found,
                            plans ? proposed -> planner.preview(day.office(), found, List.of(proposed)) : null));
            if (staff.may(Permission.BOOKING_EXPORT) && day.booked() > 0) {
                panel.offerList(new FileLink(
                        "Daftar PDF",
                        "daftar-%s.pdf".formatted(day.date()),
                        FileLink.PDF,
                        out -> out.write(dayList.pdf(day.office(), day.date()))));
            }
        });
    }

    private List<BookingRow> latest(QuotaDay day) {
        if (!staff.may(Permission.BOOKING_READ) || !staff.require().mayActFor(day.office())) {
            return List.of();
        }
        BookingFilter filter = BookingFilter.day(day.office(), day.date());
        int skip = Math.max(0, bookings.count(filter) - LATEST);
        return bookings.page(filter, null, skip, LATEST).reversed();
    }

    private void choose(LocalDate day) {
        open(url().with("hari", day));
    }

    private LocalDate firstEditable() {
        LocalDate start = shown.atDay(1);
        return start.isBefore(today()) ? today() : start;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), office.timeZone());
    }

    private void open(UrlState next) {
        go(next.with(
                ListFilters.OFFICE,
                next.text(ListFilters.OFFICE).orElse(office.code().value())));
    }
}
