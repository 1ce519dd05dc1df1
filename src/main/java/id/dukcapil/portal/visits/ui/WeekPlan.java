package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JavaScript;
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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lanes of one week or of some. A visit stands in the lane of its crew, of each of its sets and of its vehicle. */
@StyleSheet("context://styles/visits.css")
@JavaScript("context://components/visit-drag.js")
class WeekPlan extends Div {

    /** From Monday to Saturday. */
    private static final int DAYS = 6;

    private final int weeks;

    private final transient PlanFacts facts;
    private final transient LocalDate monday;
    private final transient List<VisitRow> rows;
    private final transient Map<String, List<BrokenRule>> broken;
    private final transient Consumer<VisitRow> chosen;
    private final transient @Nullable Mover mover;
    private final Map<String, NativeButton> first = new HashMap<>();

    /** Moves a visit by days, and to another crew unless that is empty. */
    interface Mover {
        void move(VisitRow row, int days, String crew);
    }

    /** @param mover is asked with Shift and the arrow keys and by the pointer; null for who only reads */
    WeekPlan(
            LocalDate monday,
            int weeks,
            PlanFacts facts,
            List<VisitRow> rows,
            Consumer<VisitRow> chosen,
            @Nullable Mover mover) {
        this.monday = monday;
        this.weeks = weeks;
        this.facts = facts;
        this.rows = rows;
        this.chosen = chosen;
        this.mover = mover;
        var rules = new VisitRules(facts);
        broken = facts.others().stream()
                .filter(visit -> rows.stream().anyMatch(row -> row.number().equals(visit.number())))
                .collect(Collectors.toMap(Arrangement::number, rules::judge));
        addClassName("week-plan");
        getElement().getThemeList().set("month", weeks > 1);
        getStyle().set("--days", String.valueOf(weeks * DAYS));
        // Scrolls sideways on a phone, also by keyboard
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", weeks > 1 ? "Bulan ini" : "Minggu ini");
        heads();
        group("Tim");
        facts.crews()
                .forEach(crew -> lane(
                        crew.name(),
                        crew.members().stream().map(one -> one.fullName()).collect(Collectors.joining(" · ")),
                        row -> crew.code().equals(row.crew()),
                        crew.code(),
                        crew.leaves().stream()
                                .filter(leave -> leave.touches(monday, last(monday, weeks)))
                                .map(leave -> mark(
                                        leave.firstDay(),
                                        leave.lastDay(),
                                        "%s: %s".formatted(leave.person(), leave.why()),
                                        "leave"))
                                .toList()));
        if (rows.stream().anyMatch(row -> row.crew() == null)) {
            lane("Belum ada tim", "", row -> row.crew() == null, "", List.of());
        }
        group("Set perekaman");
        facts.sets()
                .forEach(set ->
                        lane(set.name(), set.trouble(), row -> row.setCodes().contains(set.code()), null, List.of()));
        group("Kendaraan");
        facts.vehicles()
                .forEach(
                        car -> lane(car.name(), car.plate(), row -> car.code().equals(row.vehicle()), null, List.of()));
    }

    /** The Saturday with which so many weeks end. */
    static LocalDate last(LocalDate monday, int weeks) {
        return monday.plusWeeks(weeks).minusDays(2);
    }

    /** Visits shown that are not over and break a rule without a reason. */
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
        days().forEach(day -> {
            String reason = Objects.requireNonNullElseGet(facts.closed().get(day), () -> periods(day));
            var head = cell(Formats.shortDate(day), "day");
            head.getElement().setAttribute("data-day", day.toString());
            if (!reason.isEmpty()) {
                head.add(new Span(reason));
                head.addClassName("off");
            }
            add(head);
        });
    }

    private Stream<LocalDate> days() {
        return monday.datesUntil(last(monday, weeks).plusDays(1)).filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY);
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
            String name,
            String note,
            Predicate<VisitRow> belongs,
            @Nullable String crew,
            List<? extends Component> marks) {
        var label = cell(name, "lane-name");
        if (!note.isEmpty()) {
            var more = new Span(note);
            more.addClassName("muted");
            label.add(more);
        }
        var lane = new Div();
        lane.addClassName("lane");
        if (crew != null && !crew.isEmpty()) {
            lane.getElement().setAttribute("data-crew", crew);
        }
        marks.forEach(lane::add);
        rows.reversed().stream().filter(belongs).forEach(row -> lane.add(chip(row, crew)));
        add(label, lane);
    }

    private Component mark(LocalDate from, LocalDate to, String text, String look) {
        var mark = cell(text, look);
        place(mark, from, to);
        return mark;
    }

    private void place(Component part, LocalDate from, LocalDate to) {
        int start = column(from.isBefore(monday) ? monday : from);
        LocalDate saturday = last(monday, weeks);
        int end = column(to.isAfter(saturday) ? saturday : to);
        part.getElement().getStyle().set("grid-column", "%d / %d".formatted(start + 1, end + 2));
    }

    /** Counted from 0; a Sunday stands with the Saturday before. */
    private int column(LocalDate day) {
        long gone = day.toEpochDay() - monday.toEpochDay();
        return Math.toIntExact(gone / 7 * DAYS + Math.min(gone % 7, DAYS - 1L));
    }

    /** @param crew of the lane, empty for the lane without one; null in lanes of sets and vehicles */
    private NativeButton chip(VisitRow row, @Nullable String crew) {
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
        if (crew != null) {
            chip.add(new Span(note));
        }
        chip.addClassNames("visit", look(row));
        chip.getElement().setAttribute("title", "%s · %s".formatted(row.schoolName(), note));
        if (row.overridden() != null) {
            chip.getElement().setAttribute("title", "Dikesampingkan: " + row.overridden());
        }
        place(chip, row.firstDay(), row.lastDay());
        Mover moving = mover;
        if (moving != null && row.status().isOpen()) {
            on(chip, "ArrowRight", () -> moving.move(row, 1, ""));
            on(chip, "ArrowLeft", () -> moving.move(row, -1, ""));
            chip.getElement()
                    .setAttribute("data-movable", true)
                    .addEventListener(
                            "visit-drop",
                            event -> moving.move(
                                    row,
                                    event.getEventData()
                                            .get("event.detail.days")
                                            .asInt(),
                                    event.getEventData()
                                            .get("event.detail.crew")
                                            .asString()))
                    .addEventData("event.detail.days")
                    .addEventData("event.detail.crew");
            if (crew != null && !crew.isEmpty()) {
                chip.getElement().setAttribute("data-crew", crew);
            }
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
