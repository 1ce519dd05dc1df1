package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.ExportButtons;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.documents.export.ExportFormat;
import id.dukcapil.portal.sla.ServiceStandards;
import id.dukcapil.portal.sla.report.Change;
import id.dukcapil.portal.sla.report.Definitions;
import id.dukcapil.portal.sla.report.Figures;
import id.dukcapil.portal.sla.report.OpenCase;
import id.dukcapil.portal.sla.report.PerformanceReports;
import id.dukcapil.portal.sla.report.ReportExport;
import id.dukcapil.portal.sla.report.ReportFilter;
import id.dukcapil.portal.sla.report.StandardNames;
import id.dukcapil.portal.sla.stay.Answer;
import id.dukcapil.portal.sla.stay.Tally;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the office performs: figures first, each with its cases behind it, then where and when it is slow. */
@Route(SlaReportView.ROUTE)
@PageTitle("Laporan SLA")
@Menu(title = "Laporan SLA", order = 90)
@RolesAllowed(Permission.Name.REPORT_READ)
@StyleSheet("context://styles/report.css")
class SlaReportView extends AddressedPage {

    static final String ROUTE = "laporan-sla";

    private final transient PerformanceReports reports;
    private final transient ServiceStandards standards;
    private final transient Clock clock;
    private final transient Organisation organisation;
    private final transient List<Office> offices;
    private final ListFilters filters = new ListFilters(next -> {
        go(next);
        refresh();
    });
    private final Div content = new Div();

    SlaReportView(
            PerformanceReports reports,
            ServiceStandards standards,
            CurrentStaff staff,
            Organisation organisation,
            ReportExport export,
            ExportButtons buttons,
            Clock clock) {
        super("Laporan SLA", ROUTE);
        this.reports = reports;
        this.standards = standards;
        this.organisation = organisation;
        this.clock = clock;
        offices = staff.officesInScope();
        var names = new StandardNames(standards);
        filters.period(() -> today().withDayOfMonth(1));
        filters.pick("Prosedur", "Semua prosedur", CaseLinks.STANDARD, names.slugs(), names::of, slug -> slug);
        filters.office(offices);
        content.addClassName("sla-report");
        setActions(
                new Button("Definisi", click -> define()),
                buttons.button("Ekspor CSV", () -> ask(export, ExportFormat.CSV)),
                buttons.button("Ekspor Excel", () -> ask(export, ExportFormat.XLSX)));
        add(filters, content);
    }

    private ExportId ask(ReportExport export, ExportFormat format) {
        ReportFilter filter = ReportPeriod.of(url(), today());
        return export.ask(filter, ReportPeriod.words(filter.from(), filter.to()), format);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisation.timeZone());
    }

    @Override
    protected void refresh() {
        filters.show(url());
        ReportFilter filter = ReportPeriod.of(url(), today());
        var links = new CaseLinks(filter);
        PerformanceReports.Comparison found = reports.compare(filter);
        List<OpenCase> open = reports.open(filter.standard(), filter.office());
        filters.setCount(found.now().cases().count(), false);
        setSubtitle("%s, dibanding %s · waktu kerja kantor · data sampai %s"
                .formatted(
                        ReportPeriod.words(filter.from(), filter.to()),
                        ReportPeriod.words(
                                found.periodBefore().from(),
                                found.periodBefore().to()),
                        Formats.dateTime(clock.instant(), organisation.timeZone())));
        content.removeAll();
        int loaded = reports.loadedPercent();
        if (loaded < 100) {
            content.add(new Callout(
                    "Data sedang dimuat", Tone.INFO, "Baru %d%% terbaca sesudah portal dimulai.".formatted(loaded)));
        }
        if (!reports.tellsDetails()) {
            content.add(new Callout(
                    "Tanpa rincian petugas, jam, dan jalur",
                    Tone.INFO,
                    "Portal ini dipasang hemat memori (portal.sla.facts=rollup): angka dihitung dari rekap harian."));
        }
        content.add(figures(found, open, links));
        if (found.now().cases().count() == 0 && found.now().steps().isEmpty()) {
            content.add(new EmptyState(
                    "Belum ada berkas yang selesai pada periode ini",
                    "Pilih periode yang lebih panjang, atau kosongkan saringan prosedur dan kantor."));
        }
        content.add(sheets(found, open, links, filter));
    }

    private Component[] sheets(
            PerformanceReports.Comparison found, List<OpenCase> open, CaseLinks links, ReportFilter filter) {
        Answer now = found.now();
        Map<OfficeCode, String> places = offices.stream().collect(Collectors.toMap(Office::code, Office::name));
        var names = new StandardNames(standards);
        Function<OfficeCode, String> place = office -> places.getOrDefault(office, office.value());
        var sheets = new ReportSheets(links, names, place);
        boolean one = filter.standard() != null;
        boolean details = reports.tellsDetails();
        var wide = new Div(
                sheets.steps(now, one), one && details ? sheets.paths(now.paths()) : sheets.standards(now.standards()));
        wide.addClassName("wide-row");
        var three = new Div(
                new ChangeSheet(
                        Change.of(found.before().offices(), now.offices()),
                        Change.of(found.before().steps(), now.steps()),
                        links,
                        names,
                        place),
                new BacklogSheet(open, links, names));
        three.addClassName("three-row");
        if (details) {
            three.addComponentAtIndex(1, new HourSheet(now.hours(), links));
        }
        var trend = new TrendSheet(found, links);
        var two = new Div(sheets.offices(now.offices()));
        two.addClassName("even-row");
        if (details) {
            two.add(sheets.officers(now, reports.names(now.officers().keySet())));
        }
        return new Component[] {wide, three, trend, two};
    }

    private static Div figures(PerformanceReports.Comparison found, List<OpenCase> open, CaseLinks links) {
        Tally now = found.now().cases();
        Tally before = found.before().cases();
        long late = open.stream().filter(OpenCase::late).count();
        long soon = open.stream().filter(OpenCase::soon).count();
        return Figure.row(
                new Figure(
                        "Tepat waktu",
                        Figures.onTime(now),
                        before.measured() == 0
                                ? "tanpa pembanding"
                                : "sebelumnya %s, %s"
                                        .formatted(
                                                Figures.onTime(before),
                                                Figures.change(now.onTimeShare() - before.onTimeShare())),
                        Tone.NEUTRAL,
                        links.late()),
                time("Median", now.median(), before.count() == 0 ? null : before.median(), links.cases()),
                time("P90", now.p90(), before.count() == 0 ? null : before.p90(), links.cases()),
                time("Terlama", now.worst(), before.count() == 0 ? null : before.worst(), links.cases()),
                new Figure(
                        "Waktu kantor",
                        Figures.time(each(found.now(), true)),
                        "waktu pemohon %s, rata-rata per berkas".formatted(Figures.time(each(found.now(), false))),
                        Tone.NEUTRAL,
                        links.cases()),
                new Figure(
                        "Selesai",
                        Formats.number(now.count()),
                        "sebelumnya " + Formats.number(before.count()),
                        Tone.NEUTRAL,
                        links.cases()),
                new Figure(
                        "Terlambat sekarang",
                        Formats.number(late),
                        "dari %s terbuka".formatted(Formats.number(open.size())),
                        late > 0 ? Tone.LATE : Tone.NEUTRAL,
                        links.open(CaseLinks.State.LATE)),
                new Figure(
                        "Lewat dalam 1 jam kerja",
                        Formats.number(soon),
                        "",
                        Tone.NEUTRAL,
                        links.open(CaseLinks.State.SOON)));
    }

    /** Seconds for which one case waited for the office, or for the applicant, on average. */
    private static int each(Answer answer, boolean forOffice) {
        long seconds = answer.steps().entrySet().stream()
                .filter(step -> step.getKey().forOffice() == forOffice)
                .mapToLong(step -> step.getValue().seconds())
                .sum();
        return (int) (seconds / Math.max(1, answer.cases().count()));
    }

    private static Figure time(String caption, int now, @Nullable Integer before, String cases) {
        return new Figure(
                caption,
                Figures.time(now),
                before == null ? "tanpa pembanding" : "sebelumnya " + Figures.time(before),
                Tone.NEUTRAL,
                CaseLinks.atLeast(cases, now));
    }

    private static void define() {
        var words = new KeyValueList();
        Definitions.all().forEach(words::with);
        var dialog = new Dialog(words);
        dialog.setHeaderTitle("Definisi angka");
        dialog.setWidth("44rem");
        dialog.getFooter().add(new Button("Tutup", click -> dialog.close()));
        dialog.open();
    }
}
