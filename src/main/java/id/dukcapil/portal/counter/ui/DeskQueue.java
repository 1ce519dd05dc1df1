package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.board.Board.Line;
import id.dukcapil.portal.counter.hall.HallService;
import id.dukcapil.portal.counter.queue.CounterWork.State;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Beside the number: who waits for which service, who is next here, and what is open otherwise. */
class DeskQueue extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 8;
    private static final int MARKS = 6;

    private final transient DeskActs acts;
    private final ZoneId zone;

    DeskQueue(DeskActs acts, ZoneId zone) {
        this.acts = acts;
        this.zone = zone;
        addClassName("counter-queue");
    }

    void show(State state, List<Line> lines, List<HallService> services) {
        removeAll();
        add(perService(state, lines, services), next(state));
        list("Ditunda", state.held(), ticket -> link("Kembali menunggu", () -> acts.resume(ticket)));
        list("Tidak hadir hari ini", state.absent(), ticket -> link("Kembali", () -> acts.comeBack(ticket)));
        list(
                "Belum diselesaikan dari hari lalu",
                state.leftOver(),
                ticket -> new Div(
                        link("Sudah dilayani", () -> acts.settle(ticket, true)),
                        link("Pulang", () -> acts.settle(ticket, false))));
    }

    private Component perService(State state, List<Line> lines, List<HallService> services) {
        Map<String, ServiceCode> codes =
                services.stream().collect(Collectors.toMap(HallService::letter, HallService::code));
        Map<ServiceCode, List<Ticket>> waiting =
                state.waiting().stream().collect(Collectors.groupingBy(Ticket::service));
        var card = card(
                "Menunggu per layanan", "%d orang".formatted(state.waiting().size()));
        for (Line line : lines) {
            ServiceCode code = Objects.requireNonNull(codes.get(line.letter()));
            boolean mine = state.desk() != null && state.desk().services().contains(code);
            var tile = span(line.letter(), "tile");
            var people = new Div();
            people.addClassName("people");
            people.getElement().setAttribute("role", "img").setAttribute("aria-label", line.waiting() + " menunggu");
            waiting.getOrDefault(code, List.of()).stream().limit(MARKS).forEach(ticket -> people.add(mark(ticket)));
            if (line.waiting() > MARKS) {
                people.add(span("+" + (line.waiting() - MARKS), "muted"));
            }
            var row = new Div(
                    tile,
                    new Span(line.label()),
                    line.waiting() == 0 ? span("kosong", "muted") : people,
                    span(line.range() == null ? "belum ada" : line.range(), "range"));
            row.addClassName("service");
            row.setClassName("mine", mine);
            card.add(row);
        }
        var legend = new Div(
                span("", "mark"),
                new Span("datang langsung"),
                span("", "mark booked"),
                new Span("booking"),
                span("", "mark priority"),
                new Span("prioritas"));
        legend.addClassName("legend");
        card.add(legend);
        return card;
    }

    private Component next(State state) {
        List<Ticket> mine = state.desk() == null ? state.waiting() : state.mine();
        var card = card(
                state.desk() == null ? "Berikutnya" : "Berikutnya untuk loket ini", "%d orang".formatted(mine.size()));
        if (mine.isEmpty()) {
            card.add(span("Tidak ada yang menunggu.", "none"));
        }
        mine.stream().limit(SHOWN).forEach(ticket -> {
            var row = row(ticket, span(Formats.time(ticket.due(), zone), "due"));
            var more = new ContextMenu(row);
            more.setOpenOnClick(true);
            more.addItem("Dahulukan …", click -> acts.prioritise(ticket));
            more.addItem("Batalkan …", click -> acts.cancel(ticket));
            row.getElement().setAttribute("tabindex", "0").setAttribute("role", "button");
            card.add(row);
        });
        return card;
    }

    private void list(String title, List<Ticket> tickets, Function<Ticket, Component> act) {
        if (tickets.isEmpty()) {
            return;
        }
        var card = card(title, "%d orang".formatted(tickets.size()));
        tickets.stream().limit(SHOWN).forEach(ticket -> card.add(row(ticket, act.apply(ticket))));
        add(card);
    }

    private Div row(Ticket ticket, Component end) {
        String kind;
        if (ticket.priority() != null) {
            kind = ticket.priority().label();
        } else {
            kind = ticket.bookingCode() != null ? "Booking" : "Langsung";
        }
        var row = new Div(
                span(ticket.label(), "number"),
                mark(ticket),
                span("%s · %s".formatted(kind, DeskView.waitingSince(ticket, zone)), "muted"),
                end);
        row.addClassName("ticket");
        return row;
    }

    private static Div card(String title, String note) {
        var head = new Div(new H2(title), span(note, "muted"));
        head.addClassName("head");
        var card = new Div(head);
        card.addClassName("card");
        card.getElement().setAttribute("role", "region").setAttribute("aria-label", title);
        return card;
    }

    private static Component mark(Ticket ticket) {
        var mark = span("", "mark");
        mark.setClassName("priority", ticket.priority() != null);
        mark.setClassName("booked", ticket.priority() == null && ticket.bookingCode() != null);
        return mark;
    }

    private static Button link(String label, Runnable act) {
        var button = new Button(label, click -> act.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private static Span span(String text, String classes) {
        var span = new Span(text);
        span.addClassNames(classes.split(" "));
        return span;
    }
}
