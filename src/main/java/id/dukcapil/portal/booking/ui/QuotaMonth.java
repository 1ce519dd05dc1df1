package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.booking.QuotaDay;
import id.dukcapil.portal.booking.StockProposal.ProposedDay;
import id.dukcapil.portal.calendar.Holiday;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A month at a glance: one cell per day with what is booked, what is free, and why a day is closed. */
class QuotaMonth extends Div {

    private static final int NEARLY_FULL_PERCENT = 90;

    private final transient Consumer<LocalDate> chosen;
    private transient ZoneId zone = ZoneOffset.UTC;

    QuotaMonth(Consumer<LocalDate> chosen) {
        this.chosen = chosen;
        addClassName("quota-month");
    }

    /**
     * @param office zone of the office
     * @param proposals what the blank cards allow on some of the days
     */
    void show(
            List<QuotaDay> days,
            LocalDate today,
            ZoneId office,
            @Nullable LocalDate selected,
            Map<LocalDate, ProposedDay> proposals) {
        zone = office;
        removeAll();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            var head = new Div(Formats.shortWeekday(weekday));
            head.addClassName("weekday");
            add(head);
        }
        int blanks = days.getFirst().date().getDayOfWeek().getValue() - 1;
        for (int i = 0; i < blanks; i++) {
            add(blank());
        }
        days.forEach(day -> {
            NativeButton cell = cell(day, today, day.date().equals(selected));
            Optional.ofNullable(proposals.get(day.date()))
                    .filter(ProposedDay::changes)
                    .ifPresent(proposed -> addProposal(cell, proposed));
            add(cell);
        });
        int used = (blanks + days.size()) % 7;
        for (int i = used; i > 0 && i < 7; i++) {
            add(blank());
        }
    }

    private static Div blank() {
        var blank = new Div();
        blank.addClassNames("day", "blank");
        return blank;
    }

    private NativeButton cell(QuotaDay day, LocalDate today, boolean selected) {
        var cell = new NativeButton();
        cell.addClassName("day");
        cell.setClassName("off", !day.officeDay().isOpen());
        cell.setClassName("selected", selected);
        cell.setClassName("today", day.date().equals(today));
        cell.setClassName("past", day.date().isBefore(today));
        cell.getElement().setAttribute("aria-pressed", String.valueOf(selected));
        cell.addClickListener(click -> chosen.accept(day.date()));
        cell.add(head(day, today));
        if (day.officeDay().isOpen()) {
            addNumbers(cell, day);
        } else {
            cell.add(note(offNote(day), day.officeDay().holiday()));
            if (day.booked() > 0 && !day.date().isBefore(today)) {
                var waiting = new Span(Formats.number(day.booked()) + " perlu pindah");
                waiting.addClassNames("proposal", Tone.LATE.cssClass());
                cell.add(waiting);
            }
        }
        return cell;
    }

    private static void addProposal(NativeButton cell, ProposedDay proposed) {
        var chip = new Span("usul " + Formats.number(proposed.proposed().capacity()));
        chip.addClassNames("proposal", proposed.belowBooked() ? Tone.LATE.cssClass() : Tone.INFO.cssClass());
        cell.add(chip);
    }

    private static Div head(QuotaDay day, LocalDate today) {
        var number = new Span(String.valueOf(day.date().getDayOfMonth()));
        number.addClassName("number");
        number.getElement().setAttribute("aria-hidden", "true");
        var weekday = new Span(Formats.weekday(day.date().getDayOfWeek()));
        weekday.addClassName("weekday-name");
        weekday.getElement().setAttribute("aria-hidden", "true");
        var head = new Div(spoken(Formats.longDate(day.date())), number, weekday);
        head.addClassName("head");
        if (day.officeDay().isOpen() && !day.date().isBefore(today)) {
            badge(day).ifPresent(head::add);
        }
        return head;
    }

    private static Optional<StatusBadge> badge(QuotaDay day) {
        if (day.closedByHand()) {
            return Optional.of(new StatusBadge("Ditutup", Tone.NEUTRAL));
        }
        if (day.quota().capacity() == 0 || day.beyondHorizon()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (day.state()) {
                    case FULL -> new StatusBadge("Penuh", Tone.LATE);
                    case OPEN -> new StatusBadge(Formats.number(day.available()) + " sisa", toneOf(day));
                    case CLOSED -> new StatusBadge("Selesai", Tone.NEUTRAL);
                });
    }

    static Tone toneOf(QuotaDay day) {
        if (day.availableToStaff() == 0) {
            return Tone.LATE;
        }
        return day.booked() * 100 >= day.quota().capacity() * NEARLY_FULL_PERCENT ? Tone.WARN : Tone.OK;
    }

    private void addNumbers(NativeButton cell, QuotaDay day) {
        if (day.closure() != null) {
            cell.add(note(day.closure(), null));
            return;
        }
        if (day.quota().capacity() == 0) {
            cell.add(note("belum ada kuota", null));
            return;
        }
        var numbers = new Span(Formats.number(day.booked()) + " / "
                + Formats.number(day.quota().capacity()));
        numbers.addClassName("numbers");
        if (day.quota().reserved() > 0) {
            var reserve = new Span("cad. " + day.quota().reserved());
            reserve.getElement()
                    .setAttribute(
                            "title",
                            "Di antaranya %d cadangan petugas"
                                    .formatted(day.quota().reserved()));
            reserve.addClassName("reserve");
            numbers.add(reserve);
        }
        cell.add(numbers, spoken("terpesan"), bar(day));
        Optional.ofNullable(day.opensAt())
                .ifPresent(at -> cell.add(note("dibuka " + Formats.shortDateTime(at, zone), null)));
    }

    private static Div bar(QuotaDay day) {
        var filled = new Div();
        filled.addClassName(toneOf(day).cssClass());
        filled.setWidth(
                Math.min(100, day.booked() * 100 / Math.max(1, day.quota().capacity())) + "%");
        var bar = new Div(filled);
        bar.addClassName("bar");
        return bar;
    }

    private static Span note(String text, @Nullable Holiday holiday) {
        var note = new Span(text);
        note.addClassName("note");
        note.setClassName("holiday", holiday != null && holiday.kind() == Holiday.Kind.NATIONAL);
        return note;
    }

    private static String offNote(QuotaDay day) {
        return day.officeDay().holiday() != null || day.officeDay().exception() != null
                ? day.officeDay().closedBecause().orElse("Tutup")
                : "Tutup";
    }

    /** Completes for a screen reader what the cell shows in short. */
    private static Span spoken(String text) {
        var span = new Span(text + " ");
        span.addClassName("sr-only");
        return span;
    }
}
