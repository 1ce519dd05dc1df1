package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.sla.ClockPauses;
import id.dukcapil.portal.sla.StatedPause;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When offices could not work because something was broken: said here, it counts against no target. */
@Route(PausesView.ROUTE)
@PageTitle("Jeda layanan")
@Menu(title = "Jeda layanan", order = 92)
@RolesAllowed(Permission.Name.CLOCK_PAUSE)
@StyleSheet("context://styles/administration.css")
class PausesView extends AddressedPage {

    static final String ROUTE = "jeda-layanan";

    private static final long serialVersionUID = 1L;

    private final transient ClockPauses pauses;
    private final transient List<Office> offices;
    private final transient Clock clock;
    private final PauseFilters filters;
    private final Div banner = new Div();
    private final Div content = new Div();
    private final Grid<StatedPause> grid = new Grid<>();

    PausesView(ClockPauses pauses, CurrentStaff staff, Clock clock) {
        super("Jeda layanan", ROUTE);
        this.pauses = pauses;
        this.offices = staff.officesInScope();
        this.clock = clock;
        setSubtitle("Kerusakan teknis tidak dihitung terhadap standar pelayanan. Pilih satu baris untuk mengubah,"
                + " mengakhiri, atau mencabutnya.");
        var state = new Button("Nyatakan jeda", click -> open(null));
        state.addThemeVariants(ButtonVariant.PRIMARY);
        setActions(state);
        filters = new PauseFilters(offices, PausesView::label, this::go);
        addColumns();
        banner.addClassName("stack");
        add(banner, filters, content);
        fillHeight(content);
    }

    private void addColumns() {
        grid.addColumn(pause -> name(pause)).setHeader("Kantor").setFlexGrow(1);
        grid.addColumn(StatusBadge.<StatedPause>renderer(pause -> label(pause.state()), PausesView::tone))
                .setHeader("Keadaan")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(this::span).setHeader("Waktu").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(PausesView::words).setHeader("Sebab").setFlexGrow(2);
        grid.addColumn(StatedPause::statedBy)
                .setHeader("Dinyatakan oleh")
                .setAutoWidth(true)
                .setFlexGrow(0);
        ResponsiveGrid.cards(
                grid,
                GridCard.<StatedPause>of(this::name, pause -> List.of(span(pause), words(pause), pause.statedBy()))
                        .withBadge(pause -> label(pause.state()), PausesView::tone));
        grid.addItemClickListener(click -> Optional.ofNullable(click.getItem()).ifPresent(this::act));
        grid.setSizeFull();
    }

    /** What can be done with a row: one that goes on is corrected or ended, one that is over withdrawn. */
    private void act(StatedPause pause) {
        switch (pause.state()) {
            case GOING_ON -> open(pause);
            case OVER -> withdraw(pause);
            case WITHDRAWN -> Notify.warning("Jeda ini sudah dicabut.");
        }
    }

    @Override
    protected void refresh() {
        filters.show(url());
        List<StatedPause> latest = pauses.latest();
        List<StatedPause> matching = latest.stream().filter(filters::match).toList();
        filters.setCount(matching.size(), latest.size() == ClockPauses.SHOWN);
        banner.removeAll();
        latest.stream()
                .filter(pause -> pause.state() == StatedPause.State.GOING_ON)
                .forEach(pause -> banner.add(warning(pause), new Button("Ubah atau akhiri", click -> open(pause))));
        banner.setVisible(banner.getComponentCount() > 0);
        content.removeAll();
        grid.setItems(matching);
        content.add(matching.isEmpty() ? nothing(latest.isEmpty()) : grid);
    }

    private static EmptyState nothing(boolean atAll) {
        return atAll
                ? new EmptyState(
                        "Belum ada jeda",
                        "Bila SIAK, jaringan atau listrik terganggu, nyatakan di sini sejak kapan dan sebabnya.")
                : new EmptyState("Tidak ada jeda yang cocok", "Kosongkan saringan kantor atau keadaan di atas.");
    }

    private Callout warning(StatedPause pause) {
        return new Callout(
                "Jeda berjalan",
                Tone.WARN,
                "%s sejak %s (%s): %s. Jatuh tempo berkasnya berhenti sampai jeda diakhiri."
                        .formatted(
                                name(pause),
                                Formats.dateTime(pause.from(), office(pause).timeZone()),
                                Formats.duration(Duration.between(pause.from(), clock.instant())),
                                pause.reason()));
    }

    private void open(@Nullable StatedPause pause) {
        new PauseDialog(pauses, offices, pause, clock.instant(), this::refresh).open();
    }

    private void withdraw(StatedPause pause) {
        ReasonDialog.askBeforeLoss(
                "Cabut jeda %s?".formatted(name(pause)),
                "Waktu %s dihitung lagi sebagai waktu layanan; berkas yang tersentuh dihitung ulang."
                        .formatted(span(pause)),
                "Cabut jeda",
                why -> {
                    try {
                        pauses.withdraw(pause, why);
                        Notify.done("Jeda %s dicabut.".formatted(name(pause)));
                    } catch (ChangedMeanwhile conflict) {
                        Notify.problem(String.valueOf(conflict.getMessage()));
                    }
                    refresh();
                });
    }

    private Office office(StatedPause pause) {
        return offices.stream()
                .filter(office -> office.code().equals(pause.office()))
                .findFirst()
                .orElseThrow();
    }

    private String name(StatedPause pause) {
        return office(pause).name();
    }

    private String span(StatedPause pause) {
        var zone = office(pause).timeZone();
        Instant to = pause.to();
        return Formats.shortDateTime(pause.from(), zone)
                + (to == null ? " – sekarang" : " – " + Formats.shortDateTime(to, zone));
    }

    private static String words(StatedPause pause) {
        return pause.state() == StatedPause.State.WITHDRAWN
                ? "%s (dicabut: %s)".formatted(pause.reason(), Objects.requireNonNullElse(pause.withdrawnWhy(), ""))
                : pause.reason();
    }

    private static String label(StatedPause.State state) {
        return switch (state) {
            case GOING_ON -> "Berjalan";
            case OVER -> "Selesai";
            case WITHDRAWN -> "Dicabut";
        };
    }

    private static Tone tone(StatedPause pause) {
        return switch (pause.state()) {
            case GOING_ON -> Tone.WARN;
            case OVER -> Tone.OK;
            case WITHDRAWN -> Tone.NEUTRAL;
        };
    }
}
