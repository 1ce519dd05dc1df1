package id.dukcapil.portal.sla.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.FigureLink;
import id.dukcapil.portal.common.ui.parts.LineTable;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.sla.ServiceStandards;
import id.dukcapil.portal.sla.report.OpenCase;
import id.dukcapil.portal.sla.report.PerformanceReports;
import id.dukcapil.portal.sla.report.ReportFilter;
import id.dukcapil.portal.sla.report.StandardNames;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is late, where it lies, and how far today has come against the same day of last week. */
@Component
@Order(5)
class SlaDesk implements DeskContribution {

    private static final int OPENS = 7;
    private static final int CLOSES = 17;

    private final PerformanceReports reports;
    private final ServiceStandards standards;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final Clock clock;

    SlaDesk(
            PerformanceReports reports,
            ServiceStandards standards,
            CurrentStaff staff,
            Organisation organisation,
            Clock clock) {
        this.reports = reports;
        this.standards = standards;
        this.staff = staff;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public void fill(Desk desk) {
        if (!staff.may(Permission.REPORT_READ) || !staff.may(Permission.STANDARD_READ)) {
            return;
        }
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), organisation.timeZone());
        LocalDate today = now.toLocalDate();
        var links = new CaseLinks(new ReportFilter(today, today, null, null));
        List<OpenCase> open = reports.open(null, null);
        where(desk, open.stream().filter(OpenCase::late).toList(), links);
        long soon = open.stream().filter(OpenCase::soon).count();
        desk.figure(new Figure(
                "Lewat dalam 1 jam kerja",
                Formats.number(soon),
                "dari %s berkas terbuka".formatted(Formats.number(open.size())),
                soon > 0 ? Tone.WARN : Tone.NEUTRAL,
                links.open(CaseLinks.State.SOON)));
        desk.drawing(curve(now, links));
    }

    /** One line for each step that has late cases, with the case that is longest over its time. */
    private void where(Desk desk, List<OpenCase> late, CaseLinks links) {
        var names = new StandardNames(standards);
        Map<String, List<OpenCase>> places = late.stream()
                .collect(Collectors.groupingBy(one -> "%s, %s"
                        .formatted(
                                names.of(one.standard()),
                                one.forOffice() ? "langkah " + one.step() : "menunggu pemohon")));
        places.forEach((place, cases) -> {
            OpenCase oldest = cases.stream()
                    .min(Comparator.comparing(OpenCase::due, Comparator.nullsLast(Comparator.naturalOrder())))
                    .orElseThrow();
            desk.urgent(new UrgentWork(
                    UrgentWork.Urgency.LATE,
                    oldest.due(),
                    "%s berkas terlambat".formatted(Formats.number(cases.size())),
                    "%s; terlama %s, %s waktu kerja"
                            .formatted(place, oldest.number(), Formats.workingTime(oldest.age())),
                    "",
                    Tone.LATE,
                    "Lihat berkas",
                    links.open(CaseLinks.State.LATE, oldest, null)));
        });
    }

    private Sheet curve(LocalDateTime now, CaseLinks links) {
        LocalDate today = now.toLocalDate();
        LocalDate then = today.minusWeeks(1);
        List<Integer> ended = sums(reports.endedByHour(today));
        List<Integer> before = sums(reports.endedByHour(then));
        var points = new ArrayList<LineTable.@Nullable Point>();
        var pointsBefore = new ArrayList<LineTable.@Nullable Point>();
        var hours = new ArrayList<String>();
        for (int hour = OPENS; hour <= CLOSES; hour++) {
            hours.add("%02d".formatted(hour + 1));
            points.add(hour > now.getHour() ? null : new LineTable.Point(ended.get(hour), links.days(today, today)));
            pointsBefore.add(new LineTable.Point(before.get(hour), links.days(then, then)));
        }
        DayOfWeek weekday = today.getDayOfWeek();
        return new Sheet(
                        "Berkas selesai hari ini",
                        new LineTable(
                                "Sampai jam",
                                hours,
                                List.of(
                                        new LineTable.Line("Hari ini", points),
                                        new LineTable.Line(Formats.weekday(weekday) + " lalu", pointsBefore)),
                                null,
                                "Jumlah berkas yang berakhir sampai jam itu."))
                .beside(new FigureLink(Formats.number(ended.get(23)), links.days(today, today)));
    }

    private static List<Integer> sums(int[] hours) {
        var sums = new ArrayList<Integer>();
        int sum = 0;
        for (int hour : hours) {
            sum += hour;
            sums.add(sum);
        }
        return sums;
    }
}
