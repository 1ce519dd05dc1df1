package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.counter.ServicePage;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketRefused;
import id.dukcapil.portal.counter.TicketStatus;
import id.dukcapil.portal.counter.queue.CallDesk;
import id.dukcapil.portal.counter.queue.CounterWork;
import id.dukcapil.portal.counter.queue.CounterWork.Open;
import id.dukcapil.portal.counter.queue.CounterWork.State;
import id.dukcapil.portal.counter.queue.Stays.Kind;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
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

    private final transient CounterWork work;
    private final transient Population population;
    private final transient List<ServicePage> pages;
    private final transient CurrentStaff staff;
    private final transient Clock clock;
    private transient @Nullable DeskActs acts;
    private transient @Nullable String address;

    DeskNumber(CounterWork work, Population population, List<ServicePage> pages, CurrentStaff staff, Clock clock) {
        this.work = work;
        this.population = population;
        this.pages = pages;
        this.staff = staff;
        this.clock = clock;
        addClassNames("card", "counter-number");
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Nomor sekarang");
    }

    void serveWith(DeskActs acts) {
        this.acts = acts;
    }

    private DeskActs acts() {
        if (acts == null) {
            throw new IllegalStateException("Nobody serves yet");
        }
        return acts;
    }

    void openPage() {
        if (address != null) {
            var location = new Location(address);
            UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        }
    }

    void show(State state, Office office) {
        removeAll();
        address = null;
        Open open = state.open();
        if (open == null) {
            nobody(state);
            return;
        }
        Ticket ticket = open.ticket();
        Optional<Person> person = Optional.ofNullable(ticket.nik()).flatMap(population::find);
        var value = new Span(ticket.label());
        value.addClassName("number");
        var who = who(ticket, person, LocalDate.ofInstant(clock.instant(), office.timeZone()));
        var big = new Div(value, who);
        big.addClassName("big");
        var why = new Paragraph(open.call().reason());
        why.addClassName("why");
        add(head(open, state.mostCalls(), office), big, why, segments(open), buttons(open, state.mostCalls()));
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

    private Component head(Open open, int mostCalls, Office office) {
        boolean called = open.ticket().status() == TicketStatus.CALLED;
        var line = new Div(
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
                                                office.timeZone())));
        line.addClassName("head");
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

    private Component who(Ticket ticket, Optional<Person> person, LocalDate today) {
        var who = new Div();
        who.addClassName("who");
        if (ticket.nik() == null) {
            var scan = new ScanField("Pindai KK atau ketik NIK", text -> identify(ticket, text));
            scan.getElement().setAttribute("data-page-keys", "Enter p u t a x z b n");
            who.add(new H2("Belum dikenal"), muted("Nomor dari mesin, tanpa booking."), scan);
        } else {
            who.add(
                    new H2(person.map(Person::fullName).orElse("Bukan penduduk di data ini")),
                    muted("NIK " + ticket.nik().masked()
                            + person.map(known -> " · %s, %d tahun"
                                            .formatted(known.female() ? "Perempuan" : "Laki-laki", known.ageOn(today)))
                                    .orElse("")));
        }
        var chips = new Div(new StatusBadge(serviceName(ticket), Tone.NEUTRAL));
        chips.addClassName("chips");
        if (ticket.bookingCode() != null) {
            chips.add(new StatusBadge("Booking " + ticket.bookingCode(), Tone.NEUTRAL));
        }
        if (ticket.priority() != null) {
            chips.add(new StatusBadge("Didahulukan: " + ticket.priority().word(), Tone.INFO));
        }
        who.add(chips);
        page(ticket).ifPresent(who::add);
        return who;
    }

    private String serviceName(Ticket ticket) {
        return work.services().stream()
                .filter(service -> service.code().equals(ticket.service()))
                .map(service -> service.label())
                .findFirst()
                .orElse(ticket.service().value());
    }

    private Optional<Component> page(Ticket ticket) {
        return pages.stream()
                .filter(page -> page.serves(ticket.service()) && staff.may(page.permission()))
                .findFirst()
                .flatMap(page -> page.address(ticket).map(found -> {
                    address = found;
                    var link = new Anchor(found, page.label());
                    link.addClassName("button");
                    link.getElement().appendChild(keyCap("B").getElement());
                    return link;
                }));
    }

    private void identify(Ticket ticket, String text) {
        Nik.parse(text)
                .value()
                .ifPresentOrElse(
                        nik -> acts().run(() -> work.identify(ticket.id(), nik)),
                        () -> acts().run(() -> {
                            throw new TicketRefused("Ini bukan NIK: harus 16 angka.");
                        }));
    }

    private Component segments(Open open) {
        Ticket ticket = open.ticket();
        long waited = seconds(open, Kind.WAITING);
        var expected = ticket.expected();
        String told = expected == null
                ? ""
                : "perkiraan %s%s".formatted(expected.words(), expected.contains(waited / 60) ? " ✓" : "");
        var row = new Div(
                segment("Menunggu " + minutes(waited), told, waited, LONG_WAIT),
                segment("Jalan " + minutes(seconds(open, Kind.WAY)), "", seconds(open, Kind.WAY), LONG_WAY),
                segment(
                        "Dilayani " + minutes(seconds(open, Kind.SERVICE)),
                        "",
                        seconds(open, Kind.SERVICE),
                        LONG_SERVICE));
        row.addClassName("segments");
        return row;
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

    private Component buttons(Open open, int mostCalls) {
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
        var row = new Div(
                primary,
                repeat,
                button("Tunda", "T", () -> acts().hold(open)),
                button("Alihkan", "A", () -> acts().transfer(open)),
                absent);
        row.addClassName("acts");
        return row;
    }

    private static Button button(String label, String key, Runnable act) {
        var button = new Button(label, click -> act.run());
        button.setSuffixComponent(keyCap(key));
        return button;
    }

    private static Component keyCap(String key) {
        var cap = new Span();
        cap.getElement().appendChild(new Element("kbd").setText(key));
        cap.getElement().setAttribute("aria-hidden", "true");
        return cap;
    }

    private static Span muted(String text) {
        var span = new Span(text);
        span.addClassName("muted");
        return span;
    }
}
