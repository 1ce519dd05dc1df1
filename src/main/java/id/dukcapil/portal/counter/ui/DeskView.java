package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketStatus;
import id.dukcapil.portal.counter.board.Boards;
import id.dukcapil.portal.counter.device.Devices;
import id.dukcapil.portal.counter.hall.Desk;
import id.dukcapil.portal.counter.hall.HallService;
import id.dukcapil.portal.counter.queue.CounterWork;
import id.dukcapil.portal.counter.queue.CounterWork.Open;
import id.dukcapil.portal.counter.queue.CounterWork.State;
import id.dukcapil.portal.counter.waiting.HallFigures;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Antrean & loket: the number at the counter, the next step on one key, and the people who wait. Opening the page or moving
 * about in the portal never calls anybody.
 */
@Route("loket")
@PageTitle("Antrean & loket")
@Menu(title = "Antrean & loket", order = 11)
@RolesAllowed(Permission.Name.COUNTER_SERVE)
@StyleSheet("context://styles/counter.css")
class DeskView extends Page implements AfterNavigationObserver {

    /** Running times are told anew at least so often. */
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final transient CounterWork work;
    private final transient Boards boards;
    private final transient HallFigures figures;
    private final transient Devices devices;
    private final transient DeskActs acts;
    private final transient Clock clock;
    private final transient Office office;

    private final DeskNumber number;
    private final DeskQueue queue;
    private final MachineNeeds needs;
    private final DeskFigures atDesk = new DeskFigures();
    private final Div left;
    private final Div content = new Div();
    private transient @Nullable State shown;
    private transient Instant shownAt = Instant.EPOCH;

    DeskView(
            CounterWork work,
            Boards boards,
            HallFigures figures,
            Devices devices,
            DeskNumber number,
            DeskActs acts,
            Pulse pulse,
            Clock clock) {
        super("Antrean & loket");
        this.work = work;
        this.boards = boards;
        this.figures = figures;
        this.devices = devices;
        this.acts = acts;
        this.clock = clock;
        this.number = number;
        office = work.office();
        acts.onChange(this::refresh);
        number.serveWith(acts);
        queue = new DeskQueue(acts, office.timeZone());
        left = new Div(number, atDesk);
        left.addClassName("counter-left");
        content.addClassName("counter-desk");
        needs = new MachineNeeds(devices, office);
        add(needs, content, keys());
        pulse.follow(this, this::look);
    }

    private KeyHelp keys() {
        return new KeyHelp()
                .with("Enter", "Langkah berikutnya: panggil → sudah di loket → selesai", this::step)
                .with("p", "Panggil berikutnya", this::callNext)
                .with("u", "Panggil ulang", () -> acts.ifOpen(shown, acts::repeat))
                .with("t", "Tunda", () -> acts.ifOpen(shown, acts::hold))
                .with("a", "Alihkan ke layanan lain", () -> acts.ifOpen(shown, acts::transfer))
                .with("x", "Tidak hadir", () -> acts.ifOpen(shown, open -> acts.noShow(open, mostCalls())))
                .with("z", "Tarik panggilan (10 detik)", () -> acts.ifOpen(shown, acts::takeBack))
                .with("b", "Buka berkas atau halaman layanan orang ini", number::openPage)
                .with("n", "Beri nomor kepada orang di loket", acts::issue);
    }

    private int mostCalls() {
        return shown == null ? 1 : shown.mostCalls();
    }

    private void step() {
        if (shown == null || shown.desk() == null) {
            return;
        }
        Open open = shown.open();
        if (open == null) {
            acts.next();
        } else if (open.ticket().status() == TicketStatus.CALLED) {
            acts.arrive(open);
        } else {
            acts.finish(open);
        }
    }

    /** Asks while a person is still at the counter. */
    private void callNext() {
        if (shown == null || shown.open() == null) {
            acts.next();
            return;
        }
        Open open = shown.open();
        Confirm.ask(
                "%s masih di loket ini".formatted(open.ticket().label()),
                "Panggil berikutnya berarti %s selesai dilayani sekarang."
                        .formatted(open.ticket().label()),
                "Selesai dan panggil",
                () -> {
                    acts.finish(open);
                    acts.next();
                });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    private void look() {
        needs.look();
        State now = work.state();
        boolean undoing = now.open() != null
                && Duration.between(now.open().call().calledAt(), clock.instant())
                                .compareTo(DeskNumber.UNDO)
                        < 0;
        if (!now.equals(shown)
                || undoing
                || Duration.between(shownAt, clock.instant()).compareTo(FRESH) > 0) {
            show(now);
        }
    }

    private void refresh() {
        needs.look();
        show(work.state());
    }

    private void show(State state) {
        shown = state;
        shownAt = clock.instant();
        LocalDate today = LocalDate.ofInstant(shownAt, office.timeZone());
        Desk desk = state.desk();
        setHeading(desk == null ? "Antrean & loket" : desk.name());
        setSubtitle("%s · %s · %s %s"
                .formatted(
                        desk == null ? office.name() : services(desk),
                        Formats.longDate(today),
                        Formats.time(shownAt, office.timeZone()),
                        Formats.zone(office.timeZone())));
        setActions(actions(desk));
        queue.show(state, boards.services(office, today), work.services());
        if (desk == null) {
            content.removeAll();
            content.add(new Div(chooser()), queue);
            return;
        }
        number.show(state, office);
        atDesk.show(figures.of(office.code(), today, desk.id()));
        if (left.getParent().isEmpty()) {
            content.removeAll();
            content.add(left, queue);
        }
    }

    private String services(Desk desk) {
        return work.services().stream()
                .filter(service -> desk.services().contains(service.code()))
                .map(HallService::label)
                .collect(Collectors.joining(", "));
    }

    private Component[] actions(@Nullable Desk desk) {
        var buttons = new ArrayList<Component>();
        buttons.add(
                devices.boardIsConnected(office.code())
                        ? new StatusBadge("papan tersambung", Tone.OK)
                        : new StatusBadge("papan tidak tersambung", Tone.NEUTRAL));
        buttons.add(new Button("Beri nomor …", click -> acts.issue()));
        if (desk != null && desk.sitting() != null) {
            boolean resting = desk.sitting().breakSince() != null;
            buttons.add(new Button(
                    resting ? "Lanjut melayani" : "Istirahat", click -> acts.run(() -> work.rest(!resting))));
            buttons.add(new Button("Tutup loket", click -> acts.run(work::leave)));
        }
        return buttons.toArray(Component[]::new);
    }

    private Component chooser() {
        var choice = new Div();
        choice.addClassName("counter-choice");
        for (Desk desk : work.desks()) {
            if (desk.inUse()) {
                choice.add(choice(desk));
            }
        }
        var card =
                new Div(new EmptyState("Anda belum membuka loket", "Pilih loket tempat Anda duduk hari ini.", choice));
        card.addClassName("card");
        return card;
    }

    private Component choice(Desk desk) {
        Desk.Sitting sitting = desk.sitting();
        boolean free = sitting == null;
        var button = new Button("Buka " + desk.name(), click -> acts.run(() -> work.sitDown(desk.number())));
        button.setEnabled(free);
        if (free) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        var row = new Div(button, new Span(sitting == null ? services(desk) : "Dibuka " + sitting.name()));
        row.addClassName("row");
        return row;
    }

    static String waitingSince(Ticket ticket, ZoneId zone) {
        return "tiba " + Formats.time(ticket.firstArrival(), zone);
    }
}
