package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.calendar.Holiday;
import id.dukcapil.portal.calendar.HolidayEditing;
import id.dukcapil.portal.calendar.HolidayImport;
import id.dukcapil.portal.calendar.Holidays;
import id.dukcapil.portal.calendar.Ramadan;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holidays and fasting months are entered here, one by one or a year at a time; everybody reads them with the offices. */
@Route(HolidaysView.ROUTE)
@PageTitle("Hari libur")
@Menu(title = "Hari libur", order = 114)
@RolesAllowed(Permission.Name.OFFICE_EDIT)
@StyleSheet("context://styles/calendar.css")
@StyleSheet("context://styles/administration.css")
class HolidaysView extends AddressedPage {

    static final String ROUTE = "hari-libur";

    private static final String YEAR = "tahun";

    private final transient Holidays holidays;
    private final transient HolidayEditing editing;
    private final transient Clock clock;
    private final transient Organisation organisation;
    private final HolidayYear year;
    private final UnorderedList ramadans = new UnorderedList();
    private final transient List<Integer> years;

    HolidaysView(
            Holidays holidays,
            HolidayEditing editing,
            HolidayImport imports,
            Offices offices,
            Organisation organisation,
            Clock clock) {
        super("Hari libur", ROUTE);
        this.holidays = holidays;
        this.editing = editing;
        this.organisation = organisation;
        this.clock = clock;
        years = Stream.concat(
                        holidays.years().stream(),
                        IntStream.rangeClosed(
                                        organisation.today(clock).getYear(),
                                        organisation.today(clock).getYear() + 2)
                                .boxed())
                .distinct()
                .sorted()
                .toList();
        year = new HolidayYear(years, this::open);
        year.onChoose(holiday -> new HolidayDialog(editing, offices.all(), holiday, this::refresh).open());
        add(year, ramadanCard());
        var add = new Button(
                "Tambah hari libur", click -> new HolidayDialog(editing, offices.all(), null, this::refresh).open());
        var load = new Button("Impor tahun", click -> new HolidayImportDialog(imports, shownYear(), this::open).open());
        load.addThemeVariants(ButtonVariant.PRIMARY);
        setActions(add, load);
    }

    private Section ramadanCard() {
        ramadans.addClassNames("latest", "removable");
        var add = new Button("Tambah Ramadan", click -> new RamadanDialog(editing, null, this::refresh).open());
        var head = new Div(new H2("Ramadan"), add);
        head.addClassName("holiday-head");
        var card = new Section(head, ramadans);
        card.addClassNames("card", "pad", "stack");
        return card;
    }

    @Override
    protected void refresh() {
        int shown = shownYear();
        List<Holiday> known = holidays.between(Year.of(shown).atDay(1), LocalDate.of(shown, 12, 31));
        year.show(shown, known);
        setSubtitle("%d: %s".formatted(shown, counted(known)));
        ramadans.removeAll();
        editing.ramadans().reversed().forEach(month -> ramadans.add(item(month)));
    }

    private static String counted(List<Holiday> known) {
        return Stream.of(Holiday.Kind.values())
                .map(kind -> "%d %s"
                        .formatted(
                                known.stream()
                                        .filter(holiday -> holiday.kind() == kind)
                                        .count(),
                                kind.label().toLowerCase(Formats.INDONESIAN)))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private ListItem item(Ramadan month) {
        var dates = new Span(Formats.date(month.from()) + " – " + Formats.date(month.to()));
        var change = new Button("Ubah", click -> new RamadanDialog(editing, month, this::refresh).open());
        change.addThemeVariants(ButtonVariant.TERTIARY);
        change.setAriaLabel("Ubah Ramadan " + month.from().getYear());
        return new ListItem(
                dates, new StatusBadge(Certainty.label(month.certainty()), Certainty.tone(month.certainty())), change);
    }

    private int shownYear() {
        return url().number(YEAR)
                .filter(years::contains)
                .orElse(organisation.today(clock).getYear());
    }

    private void open(int chosen) {
        go(url().with(YEAR, chosen));
        if (years.contains(chosen)) {
            refresh();
        }
    }
}
