package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.booking.BookingFilter;
import id.dukcapil.portal.booking.BookingLists;
import id.dukcapil.portal.booking.BookingRow;
import id.dukcapil.portal.booking.DayList;
import id.dukcapil.portal.booking.QuotaCalendar;
import id.dukcapil.portal.booking.QuotaDay;
import id.dukcapil.portal.booking.QuotaEdit;
import id.dukcapil.portal.booking.QuotaPlanning;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Kalender kuota: the planner sees a month of one office at a glance, opens a day, and changes one or many days. */
@Route(BookingNavigation.CALENDAR)
@PageTitle("Kalender kuota")
@Menu(title = "Kalender kuota", order = 10)
@RolesAllowed(Permission.Name.QUOTA_READ)
@StyleSheet("context://styles/booking.css")
class QuotaCalendarView extends AddressedPage {

    private static final long serialVersionUID = 1L;
    private static final int LATEST = 3;

    private final transient QuotaCalendar calendar;
    private final transient QuotaPlanning planning;
    private final transient BookingLists bookings;
    private final transient DayList dayList;
    private final transient CurrentStaff staff;
    private final transient Clock clock;

    private final OfficePicker offices;
    private final Button month = new Button();
    private final QuotaFigures figures = new QuotaFigures();
    private final QuotaMonth grid = new QuotaMonth(this::choose);
    private final QuotaDayPanel panel = new QuotaDayPanel();
    private transient YearMonth shown;
    private transient Office office;

    QuotaCalendarView(
            QuotaCalendar calendar,
            QuotaPlanning planning,
            BookingLists bookings,
            DayList dayList,
            CurrentStaff staff,
            Clock clock) {
        super("Kalender kuota", BookingNavigation.CALENDAR);
        this.calendar = calendar;
        this.planning = planning;
        this.bookings = bookings;
        this.dayList = dayList;
        this.staff = staff;
        this.clock = clock;
        offices =
                new OfficePicker(staff, code -> open(url().with("kantor", code).with("hari", null)));
        office = offices.select("", staff.require().office());
        shown = YearMonth.from(today());
        var content = new Div(grid, panel);
        content.addClassName("quota-content");
        add(figures, content);
        addActions();
    }

    private void addActions() {
        var before = step(VaadinIcon.ANGLE_LEFT, "Bulan sebelumnya", -1);
        var after = step(VaadinIcon.ANGLE_RIGHT, "Bulan berikutnya", 1);
        month.addClickListener(click -> open(url().with("bulan", null).with("hari", null)));
        month.setTooltipText("Kembali ke bulan ini");
        var monthSwitch = new Div(before, month, after);
        monthSwitch.addClassName("month-switch");
        if (!staff.may(Permission.QUOTA_EDIT)) {
            setActions(offices, monthSwitch);
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
        setActions(offices, monthSwitch, rules, bulk);
    }

    private Button step(VaadinIcon icon, String label, int months) {
        var button = new Button(
                icon.create(),
                click -> open(url().with("bulan", shown.plusMonths(months)).with("hari", null)));
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.addThemeVariants(ButtonVariant.LUMO_ICON);
        return button;
    }

    @Override
    protected void refresh() {
        office = offices.select(url().text("kantor").orElse(""), staff.require().office());
        shown = url().month("bulan")
                .orElseGet(() -> url().date("hari").map(YearMonth::from).orElse(YearMonth.from(today())));
        LocalDate selected = url().date("hari").orElse(null);
        List<QuotaDay> days = calendar.days(office.code(), shown.atDay(1), shown.atEndOfMonth());
        month.setText(Formats.month(shown));
        setSubtitle("Cetak KTP-el · %s · %s".formatted(office.name(), Formats.month(shown)));
        figures.show(
                days,
                today(),
                calendar.lastBookableDay(today()),
                calendar.nextFreeDays(office.code(), false, 1).stream().findFirst());
        grid.show(days, today(), selected);
        showPanel(days, selected);
    }

    private void showPanel(List<QuotaDay> days, @Nullable LocalDate selected) {
        var chosen = days.stream().filter(day -> day.date().equals(selected)).findFirst();
        panel.setVisible(chosen.isPresent());
        chosen.ifPresent(day -> {
            panel.show(
                    day,
                    latest(day),
                    calendar.history(day.office(), day.date()),
                    office.timeZone(),
                    () -> open(url().with("hari", null)));
            if (staff.may(Permission.QUOTA_EDIT) && !day.date().isBefore(today())) {
                panel.offer(day, new Planner());
            }
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

    /** The buttons of the day panel. */
    private final class Planner implements QuotaDayPanel.Planner {

        @Override
        public void editQuota(QuotaDay day) {
            DayQuotaDialog.edit(day, change -> change(day, change));
        }

        @Override
        public void close(QuotaDay day) {
            DayQuotaDialog.close(day, change -> change(day, change));
        }

        @Override
        public void change(QuotaDay day, QuotaEdit.Change change) {
            QuotaEdit edit = QuotaEdit.oneDay(day.office(), day.date(), change);
            // The version is that of the day as this planner saw it, so that nobody's change is overwritten unseen
            QuotaEdit.Planned planned = planning.previewOfDay(day, change);
            if (planned.refusal() != null) {
                Notify.problem(planned.refusal());
                return;
            }
            try {
                int changed = planning.apply(edit, List.of(planned));
                Notify.done("%s %s."
                        .formatted(Formats.longDate(day.date()), changed == 0 ? "tidak berubah" : "sudah diubah"));
            } catch (OptimisticLockingFailureException conflict) {
                Notify.problem(String.valueOf(conflict.getMessage()));
            }
            refresh();
        }
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
        go(next.with("kantor", next.text("kantor").orElse(office.code().value())));
    }
}
