package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.RegisterPage;
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
import org.jspecify.annotations.Nullable;

/** When offices could not work because something was broken: said here, it counts against no target. */
@Route(PausesView.ROUTE)
@PageTitle("Jeda layanan")
@Menu(title = "Jeda layanan", order = 92)
@RolesAllowed(Permission.Name.CLOCK_PAUSE)
@StyleSheet("context://styles/administration.css")
class PausesView extends RegisterPage<StatedPause> {

    static final String ROUTE = "jeda-layanan";

    private final transient ClockPauses pauses;
    private final transient List<Office> offices;
    private final transient Clock clock;
    private final Div banner = new Div();
    private final ComboBox<Office> only;
    private final ComboBox<StatedPause.State> wanted;
    private transient List<StatedPause> latest = List.of();

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
        only = filters.office(offices);
        wanted = filters.pick(
                "Keadaan",
                "Semua keadaan",
                "keadaan",
                List.of(StatedPause.State.values()),
                PausesView::label,
                StatedPause.State::name);
        addColumns();
        list(() -> latest.stream().filter(this::matches).toList());
        onRow(this::act);
        banner.addClassName("stack");
        lay(banner);
    }

    private void addColumns() {
        grid.column("Kantor", 1, this::name);
        grid.badge("Keadaan", pause -> label(pause.state()), PausesView::tone);
        grid.column("Waktu", this::span);
        grid.column("Sebab", 2, PausesView::words);
        grid.column("Dinyatakan oleh", StatedPause::statedBy);
        grid.cards(this::name, pause -> List.of(span(pause), words(pause), pause.statedBy()));
    }

    private boolean matches(StatedPause pause) {
        return (only.isEmpty() || only.getValue().code().equals(pause.office()))
                && (wanted.isEmpty() || wanted.getValue() == pause.state());
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
        latest = pauses.latest();
        banner.removeAll();
        latest.stream()
                .filter(pause -> pause.state() == StatedPause.State.GOING_ON)
                .forEach(pause -> banner.add(warning(pause), new Button("Ubah atau akhiri", click -> open(pause))));
        banner.setVisible(banner.getComponentCount() > 0);
        if (latest.isEmpty()) {
            whenEmpty(
                    "Belum ada jeda",
                    "Bila SIAK, jaringan atau listrik terganggu, nyatakan di sini sejak kapan dan sebabnya.");
        } else {
            whenEmpty("Tidak ada jeda yang cocok", "Kosongkan saringan kantor atau keadaan di atas.");
        }
        super.refresh();
        if (latest.size() == ClockPauses.SHOWN) {
            filters.setCount(latest.stream().filter(this::matches).count(), true);
        }
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
