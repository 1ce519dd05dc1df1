package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketStatus;
import id.dukcapil.portal.counter.queue.CallDesk;
import id.dukcapil.portal.counter.queue.CounterWork.Open;
import id.dukcapil.portal.counter.queue.CounterWork.State;
import id.dukcapil.portal.counter.queue.Stays.Kind;
import id.dukcapil.portal.staff.Office;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;

/** The number at the counter: who it is, why this one, how long each part took, and what can be done next. */
@SpringComponent
@Scope("prototype")
class DeskNumber extends Div {

    static final Duration UNDO = CallDesk.TAKE_BACK;
    private static final int LONG_WAY = 120;
    private static final int LONG_SERVICE = 900;
    private static final int LONG_WAIT = 3_600;

    private final transient Clock clock;
    private transient @Nullable DeskActs acts;
    private final Div head = new Div();
    private final CalledPerson person;
    private final Paragraph why = new Paragraph();
    private final Div segments = new Div();
    private final Div acting = new Div();

    DeskNumber(CalledPerson person, Clock clock) {
        this.person = person;
        this.clock = clock;
        addClassNames("card", "counter-number");
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Nomor sekarang");
        head.addClassName("head");
        why.addClassName("why");
        segments.addClassName("segments");
        acting.addClassName("acts");
    }

    void serveWith(DeskActs acts) {
        this.acts = acts;
        person.nameWith(acts);
    }

    private DeskActs acts() {
        if (acts == null) {
            throw new IllegalStateException("Nobody serves yet");
        }
        return acts;
    }

    void openPage() {
        person.openPage();
    }

    /** What was typed stays, and keeps the focus, while numbers come in and the times go on. */
    void show(State state, Office office) {
        Open open = state.open();
        if (open == null) {
            removeAll();
            nobody(state);
            return;
        }
        if (head.getParent().isEmpty()) {
            removeAll();
            add(head, person, why, segments, acting);
        }
        person.show(open.ticket(), office);
        why.setText(open.call().reason());
        fill(head, head(open, state.mostCalls(), office));
        fill(segments, segments(open));
        fill(acting, buttons(open, state.mostCalls()));
    }

    private static void fill(Div part, List<Component> content) {
        part.removeAll();
        part.add(content);
    }

    private void nobody(State state) {
        List<Ticket> mine = state.mine();
        var next = new Button("Panggil berikutnya", click -> acts().next());
        next.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.LARGE);
        next.setSuffixComponent(keyCap("Enter"));
        add(new EmptyState(
                mine.isEmpty() ? "Tidak ada yang menunggu loket ini" : "Tidak ada orang di loket",
                mine.isEmpty()
                        ? "Nomor baru muncul di sini begitu diambil."
                        : "%d orang menunggu. Berikutnya %s."
                                .formatted(mine.size(), mine.getFirst().label()),
                next));
    }

    private List<Component> head(Open open, int mostCalls, Office office) {
        boolean called = open.ticket().status() == TicketStatus.CALLED;
        List<Component> line = new ArrayList<>(List.of(
                called
                        ? new StatusBadge(
                                "dipanggil " + Formats.time(open.call().announcedAt(), office.timeZone()), Tone.INFO)
                        : new StatusBadge("sedang dilayani", Tone.OK),
                muted(
                        called
                                ? "panggilan ke-%d dari %d, diucapkan di papan"
                                        .formatted(open.call().times(), mostCalls)
                                : "di loket sejak "
                                        + Formats.time(
                                                Optional.ofNullable(open.call().answeredAt())
                                                        .orElse(clock.instant()),
                                                office.timeZone()))));
        long left = Math.min(
                UNDO.toSeconds(),
                UNDO.minus(Duration.between(open.call().calledAt(), clock.instant()))
                        .toSeconds());
        if (called && left > 0) {
            var undo = new Button("Tarik panggilan (%d)".formatted(left), click -> acts().takeBack(open));
            undo.setSuffixComponent(keyCap("Z"));
            undo.addClassName("undo");
            line.add(undo);
        }
        return line;
    }

    private List<Component> segments(Open open) {
        Ticket ticket = open.ticket();
        long waited = seconds(open, Kind.WAITING);
        var expected = ticket.expected();
        String told = expected == null
                ? ""
                : "perkiraan %s%s".formatted(expected.words(), expected.contains(waited / 60) ? " ✓" : "");
        return List.of(
                segment("Menunggu " + minutes(waited), told, waited, LONG_WAIT),
                segment("Jalan " + minutes(seconds(open, Kind.WAY)), "", seconds(open, Kind.WAY), LONG_WAY),
                segment(
                        "Dilayani " + minutes(seconds(open, Kind.SERVICE)),
                        "",
                        seconds(open, Kind.SERVICE),
                        LONG_SERVICE));
    }

    private long seconds(Open open, Kind kind) {
        return open.stays().stream()
                .filter(stay -> stay.kind() == kind)
                .mapToLong(stay -> Duration.between(
                                stay.start(), Optional.ofNullable(stay.end()).orElse(clock.instant()))
                        .toSeconds())
                .sum();
    }

    private static String minutes(long seconds) {
        return seconds < 60 ? seconds + " dtk" : seconds / 60 + " mnt";
    }

    private static Component segment(String label, String note, long part, long whole) {
        var bar = new Div();
        bar.addClassName("bar");
        bar.getStyle().set("--part", "%d%%".formatted(Math.min(100, 100 * part / whole)));
        var segment = new Div(bar, new Span(label), muted(note));
        segment.addClassName("segment");
        return segment;
    }

    private List<Component> buttons(Open open, int mostCalls) {
        boolean called = open.ticket().status() == TicketStatus.CALLED;
        var primary = button(called ? "Sudah di loket" : "Selesai", "Enter", () -> {
            if (called) {
                acts().arrive(open);
            } else {
                acts().finish(open);
            }
        });
        primary.addThemeVariants(ButtonVariant.PRIMARY);
        primary.addClassName("next");
        var repeat = button("Panggil ulang", "U", () -> acts().repeat(open));
        repeat.setEnabled(called && open.call().times() < mostCalls);
        var absent = button("Tidak hadir", "X", () -> acts().noShow(open, mostCalls));
        absent.setEnabled(called);
        return List.of(
                primary,
                repeat,
                button("Tunda", "T", () -> acts().hold(open)),
                button("Alihkan", "A", () -> acts().transfer(open)),
                absent);
    }

    private static Button button(String label, String key, Runnable act) {
        var button = new Button(label, click -> act.run());
        button.setSuffixComponent(keyCap(key));
        return button;
    }

    static Component keyCap(String key) {
        var cap = new Span();
        cap.getElement().appendChild(new Element("kbd").setText(key));
        cap.getElement().setAttribute("aria-hidden", "true");
        return cap;
    }

    static Span muted(String text) {
        var span = new Span(text);
        span.addClassName("muted");
        return span;
    }
}
