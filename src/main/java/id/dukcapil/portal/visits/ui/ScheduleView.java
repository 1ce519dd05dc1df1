package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.plan.Disturbances;
import id.dukcapil.portal.visits.plan.PlanFacts;
import id.dukcapil.portal.visits.plan.Schedule;
import id.dukcapil.portal.visits.plan.VisitRules;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.VisitLists;
import id.dukcapil.portal.visits.visit.VisitLists.VisitRow;
import id.dukcapil.portal.visits.visit.Visits;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Function;

/** Jadwal sekolah: one week or four with a lane for each crew, recording set and vehicle; conflicts stand in words at each visit. */
@Route(VisitNavigation.SCHEDULE)
@PageTitle("Jadwal sekolah")
@Menu(title = "Jadwal sekolah", order = 30)
@RolesAllowed(Permission.Name.VISIT_READ)
class ScheduleView extends AddressedPage {

    private static final String WEEK = "minggu";
    private static final String SPAN = "tampilan";
    private static final String MONTH = "bulan";
    private static final int WEEKS_OF_A_MONTH = 4;

    private final transient Visits visits;
    private final transient VisitLists lists;
    private final transient Schedule schedule;
    private final transient Disturbances disturbances;
    private final transient OfficeCode office;
    private final boolean plans;
    private final transient Organisation organisation;
    private final transient Clock clock;
    private final Div place = new Div();
    private transient List<VisitRow> shown = List.of();
    private String moved = "";

    ScheduleView(
            Visits visits,
            VisitLists lists,
            Schedule schedule,
            Disturbances disturbances,
            CurrentStaff staff,
            Organisation organisation,
            Pulse pulse,
            Clock clock) {
        super("Jadwal sekolah", VisitNavigation.SCHEDULE);
        this.visits = visits;
        this.lists = lists;
        this.schedule = schedule;
        this.disturbances = disturbances;
        this.organisation = organisation;
        this.clock = clock;
        office = staff.require().office();
        plans = staff.may(Permission.VISIT_PLAN);
        add(place);
        pulse.follow(this, this::look);
    }

    /** Shows what another planner has just arranged. */
    private void look() {
        LocalDate monday = monday();
        if (!lists.between(monday, WeekPlan.last(monday, weeks())).equals(shown)) {
            refresh();
        }
    }

    private int weeks() {
        return url().text(SPAN).filter(MONTH::equals).isPresent() ? WEEKS_OF_A_MONTH : 1;
    }

    private LocalDate monday() {
        return url().date(WEEK)
                .orElseGet(() -> organisation.today(clock))
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    protected void refresh() {
        LocalDate monday = monday();
        int weeks = weeks();
        LocalDate saturday = WeekPlan.last(monday, weeks);
        PlanFacts facts = schedule.facts(office, monday, saturday);
        List<VisitRow> rows = lists.between(monday, saturday);
        shown = rows;
        var week =
                new WeekPlan(monday, weeks, facts, rows, plans ? this::arrange : this::read, plans ? this::move : null);
        place.removeAll();
        place.add(week);
        setSubtitle("%d kunjungan · %s siswa · %d bentrok · %s dari %s set-jam"
                .formatted(
                        rows.size(),
                        Formats.number(
                                rows.stream().mapToInt(VisitRow::expected).sum()),
                        week.conflicts(),
                        Formats.number(needed(rows)),
                        Formats.number(available(facts, monday, saturday))));
        setActions(
                new Button("‹ Sebelumnya", click -> show(monday.minusWeeks(weeks))),
                new Button("Hari ini", click -> show(organisation.today(clock))),
                new Button("Berikutnya ›", click -> show(monday.plusWeeks(weeks))),
                new Button(weeks > 1 ? "Minggu" : "Bulan", click -> go(url().with(SPAN, weeks > 1 ? null : MONTH))),
                disturbance(facts, rows),
                new Anchor(VisitNavigation.VISITS, "Daftar kunjungan"));
        week.focus(moved);
        moved = "";
    }

    private Button disturbance(PlanFacts facts, List<VisitRow> rows) {
        var button = new Button(
                "Halangan …",
                click -> new DisturbanceDialog(disturbances, facts, rows, organisation.today(clock), this::refresh)
                        .open());
        button.setVisible(plans);
        return button;
    }

    private void show(LocalDate day) {
        go(url().with(WEEK, day));
    }

    /** Hours that the pupils take on one set. */
    private static long needed(List<VisitRow> rows) {
        return rows.stream().mapToInt(VisitRow::expected).sum() * (long) VisitRules.MINUTES_A_PUPIL / 60;
    }

    private static long available(PlanFacts facts, LocalDate monday, LocalDate saturday) {
        long usable =
                facts.sets().stream().filter(set -> set.trouble().isEmpty()).count();
        long minutes = monday.datesUntil(saturday.plusDays(1))
                .mapToLong(day -> Math.max(0, facts.minutes().getOrDefault(day, 0) - VisitRules.MINUTES_A_DAY))
                .sum();
        return usable * minutes / 60;
    }

    private void arrange(VisitRow row) {
        open(row, schedule::arrangement);
    }

    private void open(VisitRow row, Function<VisitDetails, Arrangement> wanted) {
        visits.find(row.number())
                .filter(visit -> visit.status().isOpen())
                .ifPresentOrElse(
                        visit -> new ArrangeDialog(schedule, visit, wanted.apply(visit), this::refresh).open(),
                        () -> read(row));
    }

    private void read(VisitRow row) {
        getUI().ifPresent(ui ->
                ui.navigate(VisitNavigation.VISITS, QueryParameters.of(VisitNavigation.NUMBER, row.number())));
    }

    /** At once when every rule is kept, the crew stays and the school does not know the day yet; else the dialog says why not. */
    private void move(VisitRow row, int days, String crew) {
        moved = row.number();
        if (!crew.isEmpty()) {
            open(row, visit -> {
                Arrangement now = schedule.arrangement(visit);
                return now.on(now.first().plusDays(days)).with(crew, now.vehicle());
            });
            return;
        }
        try {
            visits.find(row.number())
                    .map(schedule::arrangement)
                    .flatMap(now ->
                            schedule.arrange(row.version(), now.on(now.first().plusDays(days)), ""))
                    .ifPresent(visit -> Notify.done(
                            "%s dipindah ke %s.".formatted(visit.schoolName(), Formats.longDate(visit.first()))));
            refresh();
        } catch (InvalidInput broken) {
            open(row, visit -> {
                Arrangement now = schedule.arrangement(visit);
                return now.on(now.first().plusDays(days));
            });
        } catch (IllegalMove | ChangedMeanwhile refused) {
            Notify.warning(String.valueOf(refused.getMessage()));
            refresh();
        }
    }
}
