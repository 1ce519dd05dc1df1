package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import id.dukcapil.portal.calendar.Holiday;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListGrid;
import id.dukcapil.portal.common.ui.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** The holidays of a year with what they rest on; a switch leads to the other years. */
class HolidayYear extends Section {

    private final Tabs switcher = new Tabs();
    private final Map<Integer, Tab> tabs = new LinkedHashMap<>();
    private final ListGrid<Holiday> grid = new ListGrid<>();
    private final EmptyState empty = new EmptyState(
            "Belum ada hari libur", "Hari libur tahun ini belum dicatat; kalender hanya mengenal akhir pekan.");

    HolidayYear(List<Integer> years, IntConsumer chosen) {
        addClassName("stack");
        years.forEach(year -> tabs.put(year, new Tab(year.toString())));
        switcher.add(tabs.values().toArray(Tab[]::new));
        switcher.getElement().setAttribute("aria-label", "Tahun");
        switcher.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(Integer.parseInt(change.getSelectedTab().getLabel()));
            }
        });
        addColumns();
        grid.setHeight(null);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("wrap");
        var head = new Div(new H2("Hari libur dan cuti bersama"), switcher);
        head.addClassName("holiday-head");
        add(head, grid, empty);
    }

    /** What happens when a holiday is clicked. */
    void onChoose(Consumer<Holiday> chosen) {
        grid.addItemClickListener(click -> chosen.accept(click.getItem()));
    }

    private void addColumns() {
        grid.column("Tanggal", holiday -> Formats.longDate(holiday.date()));
        grid.column("Nama", 2, HolidayYear::nameAndPlace);
        grid.badge("Jenis", holiday -> holiday.kind().label(), holiday -> tone(holiday.kind()));
        grid.column("Dasar", 3, Holiday::basis);
        grid.badge(
                "Kepastian",
                holiday -> Certainty.label(holiday.certainty()),
                holiday -> Certainty.tone(holiday.certainty()));
        grid.cards(
                HolidayYear::nameAndPlace,
                holiday -> List.of(
                        Formats.longDate(holiday.date()),
                        "Kepastian: " + Certainty.label(holiday.certainty()).toLowerCase(Formats.INDONESIAN),
                        holiday.basis()));
    }

    private static String nameAndPlace(Holiday holiday) {
        return holiday.office() == null ? holiday.name() : "%s (kantor %s)".formatted(holiday.name(), holiday.office());
    }

    private static Tone tone(Holiday.Kind kind) {
        return switch (kind) {
            case NATIONAL -> Tone.INFO;
            case COLLECTIVE_LEAVE -> Tone.NEUTRAL;
            case LOCAL -> Tone.WARN;
        };
    }

    void show(int year, List<Holiday> holidays) {
        switcher.setSelectedTab(tabs.get(year));
        grid.setItems(holidays);
        grid.setVisible(!holidays.isEmpty());
        empty.setVisible(holidays.isEmpty());
    }
}
