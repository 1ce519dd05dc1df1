package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.plan.BrokenRule;
import id.dukcapil.portal.visits.plan.PlanFacts;
import id.dukcapil.portal.visits.plan.VisitRules;
import id.dukcapil.portal.visits.resource.SchoolPeriod;
import id.dukcapil.portal.visits.visit.VisitLists.VisitRow;
import id.dukcapil.portal.visits.visit.VisitStatus;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lanes of one week. A visit stands in the lane of its crew, of each of its sets and of its vehicle. */
@StyleSheet("context://styles/visits.css")
class WeekPlan extends Div {

    static final int DAYS = 6;

    private final transient PlanFacts facts;
    private final transient LocalDate monday;
    private final transient List<VisitRow> rows;
    private final transient Map<String, List<BrokenRule>> broken;
    private final transient Consumer<VisitRow> chosen;
    private final transient @Nullable ObjIntConsumer<VisitRow> shift;
    private final Map<String, NativeButton> first = new HashMap<>();

    /** @param shift moves a visit by days with Shift and the arrow keys; null for who only reads */
    WeekPlan(
            LocalDate monday,
            PlanFacts facts,
            List<VisitRow> rows,
            Consumer<VisitRow> chosen,
            @Nullable ObjIntConsumer<VisitRow> shift) {
        this.monday = monday;
        this.facts = facts;
        this.rows = rows;
        this.chosen = chosen;
        this.shift = shift;
        var rules = new VisitRules(facts);
        broken = facts.others().stream()
                .filter(visit -> rows.stream().anyMatch(row -> row.number().equals(visit.number())))
                .collect(Collectors.toMap(Arrangement::number, rules::judge));
        addClassName("week-plan");
        // Scrolls sideways on a phone, also by keyboard
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", "Minggu ini");
        heads();
        group("Tim");
        facts.crews()
                .forEach(crew -> lane(
                        crew.name(),
                        crew.members().stream().map(one -> one.fullName()).collect(Collectors.joining(" · ")),
                        row -> crew.code().equals(row.crew()),
                        true,
                        crew.leaves().stream()
                                .filter(leave -> leave.touches(monday, monday.plusDays(DAYS - 1L)))
                                .map(leave -> mark(
                                        leave.firstDay(),
                                        leave.lastDay(),
                                        "%s: %s".formatted(leave.person(), leave.why()),
                                        "leave"))
                                .toList()));
        if (rows.stream().anyMatch(row -> row.crew() == null)) {
            lane("Belum ada tim", "", row -> row.crew() == null, true, List.of());
        }
        group("Set perekaman");
        facts.sets()
                .forEach(set ->
                        lane(set.name(), set.trouble(), row -> row.setCodes().contains(set.code()), false, List.of()));
        group("Kendaraan");
        facts.vehicles()
                .forEach(car ->
                        lane(car.name(), car.plate(), row -> car.code().equals(row.vehicle()), false, List.of()));
    }

    /** Visits of the week that are not over and break a rule without a reason. */
    long conflicts() {
        return rows.stream().filter(this::inConflict).count();
    }

    void focus(String number) {
        NativeButton chip = first.get(number);
        if (chip != null) {
            chip.focus();
        }
    }

    private boolean inConflict(VisitRow row) {
        return row.status() != VisitStatus.DONE
                && row.overridden() == null
                && !broken.getOrDefault(row.number(), List.of()).isEmpty();
    }

    private void heads() {
        add(cell("", "corner"));
        monday.datesUntil(monday.plusDays(DAYS)).forEach(day -> {
            String reason = Objects.requireNonNullElseGet(facts.closed().get(day), () -> periods(day));
            var head = cell(Formats.shortDate(day), "day");
            if (!reason.isEmpty()) {
                head.add(new Span(reason));
                head.addClassName("off");
            }
            add(head);
        });
    }

    private String periods(LocalDate day) {
        return facts.periods().stream()
                .filter(period -> period.touches(day, day))
                .map(SchoolPeriod::name)
                .findFirst()
                .orElse("");
    }

    private void group(String title) {
        add(cell(title, "group"));
    }

    private static Div cell(String text, String look) {
        var cell = new Div(new Span(text));
        cell.addClassName(look);
        return cell;
    }

    private void lane(
            String name, String note, Predicate<VisitRow> belongs, boolean tall, List<? extends Component> marks) {
        var label = cell(name, "lane-name");
        if (!note.isEmpty()) {
            var more = new Span(note);
            more.addClassName("muted");
            label.add(more);
        }
        var lane = new Div();
        lane.addClassName("lane");
        marks.forEach(lane::add);
        rows.reversed().stream().filter(belongs).forEach(row -> lane.add(chip(row, tall)));
        add(label, lane);
    }

    private Component mark(LocalDate from, LocalDate to, String text, String look) {
        var mark = cell(text, look);
        place(mark, from, to);
        return mark;
    }

    private void place(Component part, LocalDate from, LocalDate to) {
        int start = Math.max(0, Math.toIntExact(from.toEpochDay() - monday.toEpochDay()));
        int end = Math.min(DAYS - 1, Math.toIntExact(to.toEpochDay() - monday.toEpochDay()));
        part.getElement().getStyle().set("grid-column", "%d / %d".formatted(start + 1, end + 2));
    }

    private NativeButton chip(VisitRow row, boolean tall) {
        String conflict = row.status() == VisitStatus.DONE
                ? ""
                : broken.getOrDefault(row.number(), List.of()).stream()
                        .map(BrokenRule::sentence)
                        .findFirst()
                        .orElse("");
        String note = conflict.isEmpty()
                ? "%d siswa%s%s"
                        .formatted(
                                row.expected(),
                                row.sets().isEmpty()
                                        ? ""
                                        : " · Set " + row.sets().replace(",", ", "),
                                row.status() == VisitStatus.PUBLISHED
                                        ? ""
                                        : " · " + row.status().label().toLowerCase(Formats.INDONESIAN))
                : conflict;
        var chip = new NativeButton("", click -> chosen.accept(row));
        chip.add(new Span(row.schoolName()));
        if (tall) {
            chip.add(new Span(note));
        }
        chip.addClassNames("visit", look(row));
        chip.getElement().setAttribute("title", "%s · %s".formatted(row.schoolName(), note));
        if (row.overridden() != null) {
            chip.getElement().setAttribute("title", "Dikesampingkan: " + row.overridden());
        }
        place(chip, row.firstDay(), row.lastDay());
        ObjIntConsumer<VisitRow> mover = shift;
        if (mover != null && row.status().isOpen()) {
            on(chip, "ArrowRight", () -> mover.accept(row, 1));
            on(chip, "ArrowLeft", () -> mover.accept(row, -1));
        }
        first.putIfAbsent(row.number(), chip);
        return chip;
    }

    private String look(VisitRow row) {
        if (inConflict(row)) {
            return "bad";
        }
        return switch (row.status()) {
            case PUBLISHED -> "published";
            case DONE, CANCELLED -> "done";
            case DRAFT, INVITED, ANSWERED, AGREED -> "draft";
        };
    }

    private static void on(NativeButton chip, String key, Runnable act) {
        chip.getElement()
                .addEventListener("keydown", event -> act.run())
                .setFilter("event.shiftKey && event.key === '%s'".formatted(key));
    }
}
