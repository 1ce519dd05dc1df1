package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.calendar.Holidays;
import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.calendar.Ramadan;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.ListGrid;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.StaffMember;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everybody of the office looks up where and when an office serves and which days are holidays. Without an office in
 * the address one's own is shown.
 */
@Route(OfficesView.ROUTE)
@PageTitle("Kantor & jam layanan")
@Menu(title = "Kantor & jam layanan", order = 60)
@RolesAllowed(Permission.Name.OFFICE_READ)
@StyleSheet("context://styles/calendar.css")
@StyleSheet("context://styles/administration.css")
class OfficesView extends AddressedPage {

    static final String ROUTE = "kantor";

    private static final String OFFICE = "kantor";
    private static final String YEAR = "tahun";
    private static final int DAYS_AHEAD = 14;

    private final transient OfficeCalendar calendar;
    private final transient Holidays holidays;
    private final transient CurrentStaff staff;
    private final transient Clock clock;
    private final transient Offices directory;
    private final transient OfficeActions actions;
    private transient List<Office> offices = List.of();
    private final transient Organisation organisation;
    private final ListGrid<Office> grid = new ListGrid<>();
    private final OfficeHoursPanel panel = new OfficeHoursPanel();
    private final ListAndPanel officesAndHours;
    private final HolidayYear year;

    /** Folded until asked for: the page is opened for hours and addresses, and a second table doubles its time. */
    private final Details holidayPart;

    OfficesView(
            Offices directory,
            OfficeActions actions,
            OfficeCalendar calendar,
            Holidays holidays,
            Organisation organisation,
            CurrentStaff staff,
            Clock clock) {
        super("Kantor & jam layanan", ROUTE);
        this.calendar = calendar;
        this.holidays = holidays;
        this.organisation = organisation;
        this.staff = staff;
        this.clock = clock;
        this.directory = directory;
        this.actions = actions;
        year = new HolidayYear(holidays.years(), chosen -> go(url().with(YEAR, chosen)));
        holidayPart = new Details("Hari libur", year);
        holidayPart.addOpenedChangeListener(change -> {
            if (change.isOpened() != year.isVisible()) {
                go(url().with(
                                YEAR,
                                change.isOpened() ? organisation.today(clock).getYear() : null));
            }
        });
        setActions(actions.ofList(opened -> go(url().with(OFFICE, opened))));
        officesAndHours = officesAndHours();
        add(new OrganisationCard(organisation, organisation.today(clock)), officesAndHours, holidayPart);
    }

    /** The address that shows an office. */
    static String addressOf(Office office) {
        return ROUTE + "?" + OFFICE + "=" + office.code();
    }

    private ListAndPanel officesAndHours() {
        addColumns();
        grid.addClassName("wrap");
        panel.onDismiss(() -> go(url().with(OFFICE, "")));
        var content = new ListAndPanel(
                grid, panel, office -> go(url().with(OFFICE, office.code().value())));
        content.addClassName("offices");
        return content;
    }

    private void addColumns() {
        grid.column("Kantor", Office::name);
        grid.badge("Jenis", office -> office.kind().label(), office -> tone(office.kind()));
        grid.badge("Keadaan", this::state, this::stateTone);
        grid.column("Kode", office -> office.code().value());
        if (zonesDiffer()) {
            grid.column("Zona waktu", office -> Formats.zone(office.timeZone()));
        }
        grid.column("Alamat", 2, OfficesView::address);
        grid.cards(
                Office::name,
                office -> List.of(
                        office.code() + " · " + Formats.zone(office.timeZone()) + " · " + state(office),
                        address(office)));
    }

    private static String address(Office office) {
        return Objects.requireNonNullElse(office.address(), "–");
    }

    private boolean zonesDiffer() {
        return directory.all().stream().map(Office::timeZone).distinct().count() > 1;
    }

    private String state(Office office) {
        LocalDate closed = office.closedFrom();
        LocalDate opens = office.servesFrom();
        if (closed != null) {
            return (office.isClosedOn(organisation.today(clock)) ? "Tutup sejak " : "Tutup mulai ")
                    + Formats.date(closed);
        }
        return opens != null && office.opensAfter(organisation.today(clock))
                ? "Mulai " + Formats.date(opens)
                : "Beroperasi";
    }

    private Tone stateTone(Office office) {
        if (office.closedFrom() != null) {
            return office.isClosedOn(organisation.today(clock)) ? Tone.LATE : Tone.WARN;
        }
        return office.opensAfter(organisation.today(clock)) ? Tone.INFO : Tone.OK;
    }

    private static Tone tone(Office.Kind kind) {
        return switch (kind) {
            case DINAS, MPP -> Tone.INFO;
            case UKL -> Tone.NEUTRAL;
        };
    }

    @Override
    protected void refresh() {
        offices = directory.all();
        grid.setItems(offices);
        setSubtitle("%s · %d kantor".formatted(organisation.government(), offices.size()));
        showHolidays(url().number(YEAR).filter(holidays.years()::contains));
        Optional<Office> chosen = chosen();
        grid.deselectAll();
        officesAndHours.showChosen(chosen, this::showHours);
    }

    private void showHolidays(Optional<Integer> asked) {
        year.setVisible(asked.isPresent());
        holidayPart.setOpened(asked.isPresent());
        asked.ifPresent(
                shown -> year.show(shown, holidays.between(Year.of(shown).atDay(1), LocalDate.of(shown, 12, 31))));
    }

    /** Absent from the address means one's own office, empty means none. */
    private Optional<Office> chosen() {
        String code = url().has(OFFICE)
                ? url().text(OFFICE).orElse("")
                : staff.find().map(StaffMember::office).map(OfficeCode::value).orElse("");
        return offices.stream()
                .filter(office -> office.code().value().equals(code))
                .findFirst();
    }

    private void showHours(Office office) {
        grid.select(office);
        grid.scrollToItem(office);
        var now = LocalDateTime.ofInstant(clock.instant(), office.timeZone());
        LocalDate today = now.toLocalDate();
        Optional<Ramadan> ramadan = calendar.ramadanFrom(today);
        panel.show(
                office,
                calendar.days(office.code(), today, today.plusDays(DAYS_AHEAD - 1)),
                now.toLocalTime(),
                ramadan.orElse(null));
        panel.offer(actions.of(office, this::refresh).toArray(Button[]::new));
        ramadan.ifPresent(month -> panel.showRamadan(month, calendar.days(office.code(), month.from(), month.to())));
    }
}
