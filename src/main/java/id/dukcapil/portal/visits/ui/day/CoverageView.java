package id.dukcapil.portal.visits.ui.day;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListGrid;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.BarTable;
import id.dukcapil.portal.common.ui.parts.BarTable.Bar;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.coverage.CoverageFigures;
import id.dukcapil.portal.visits.coverage.CoverageFigures.By;
import id.dukcapil.portal.visits.coverage.CoverageFigures.CoverageRow;
import id.dukcapil.portal.visits.coverage.CoverageReport;
import id.dukcapil.portal.visits.day.VisitOutcomes.DayFigure;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Cakupan perekaman pelajar: how far the pupils are recorded, by kecamatan, school and cohort, and what came of each visit. */
@Route(CoverageView.ROUTE)
@PageTitle("Cakupan perekaman pelajar")
@Menu(title = "Cakupan pelajar", order = 35)
@StyleSheet("context://styles/coverage.css")
@RolesAllowed(Permission.Name.VISIT_READ)
class CoverageView extends AddressedPage {

    static final String ROUTE = "cakupan";
    private static final String BY = "menurut";
    private static final String VISITS = "kunjungan";

    private final transient CoverageFigures figures;
    private final transient CoverageReport report;
    private final Div place = new Div();

    CoverageView(CoverageFigures figures, CoverageReport report, Organisation organisation, Clock clock) {
        super("Cakupan perekaman pelajar", ROUTE);
        this.figures = figures;
        this.report = report;
        setSubtitle("Siswa berusia 16 tahun ke atas pada %s · pembagi: daftar siswa dari sekolah"
                .formatted(Formats.date(organisation.today(clock))));
        setActions(
                new FileLink("Excel", "cakupan-pelajar.xlsx", FileLink.XLSX, report::workbook),
                new FileLink("Laporan PDF", "cakupan-pelajar.pdf", FileLink.PDF, out -> out.write(report.paper())));
        place.addClassName("stack");
        add(place);
    }

    @Override
    protected void refresh() {
        String chosen = url().text(BY).orElse(By.DISTRICT.name().toLowerCase(Locale.ROOT));
        List<DayFigure> visits = report.visits();
        place.removeAll();
        place.add(summary(visits), ways(chosen));
        if (chosen.equals(VISITS)) {
            place.add(
                    new Sheet("Perekaman menurut bulan").padded(months(visits)),
                    new Sheet("Kunjungan setahun terakhir", visits(visits)));
            return;
        }
        By by = Arrays.stream(By.values())
                .filter(one -> one.name().equalsIgnoreCase(chosen))
                .findFirst()
                .orElse(By.DISTRICT);
        var map = new Sheet("Sekolah menurut letaknya").padded(new CoverageMap(figures.map()));
        var table = new Sheet(by.label() + ", terendah dahulu", coverage(by, figures.by(by)));
        var columns = new Div(map, table);
        columns.addClassName("coverage-columns");
        place.add(columns);
    }

    private Component summary(List<DayFigure> visits) {
        CoverageRow whole = figures.whole();
        int teachers = visits.stream().mapToInt(DayFigure::ikdTeachers).sum();
        int pupils = visits.stream().mapToInt(DayFigure::ikdPupils).sum();
        return Figure.row(
                new Figure(
                                "Sudah terekam",
                                percent(whole),
                                "%s dari %s siswa"
                                        .formatted(Formats.number(whole.recorded()), Formats.number(whole.pupils())))
                        .withBar(whole.recorded(), whole.pupils(), Tone.OK),
                new Figure("Belum direkam", Formats.number(whole.missing()), "siswa 16 tahun ke atas"),
                new Figure(
                        "Terekam, menunggu 17", Formats.number(whole.held()), "kartu ditahan sampai hari ulang tahun"),
                new Figure(
                        "IKD saat kunjungan",
                        Formats.number(teachers + pupils),
                        "%s guru, %s siswa".formatted(Formats.number(teachers), Formats.number(pupils))),
                new Figure(
                        "Belum terjadwal",
                        Formats.number(whole.unplanned()),
                        "siswa yang sekolahnya tanpa kunjungan",
                        whole.unplanned() > 0 ? Tone.WARN : Tone.OK,
                        "sekolah"));
    }

    private static Component ways(String chosen) {
        var ways = new Nav();
        ways.addClassName("coverage-ways");
        ways.getElement().setAttribute("aria-label", "Menurut");
        for (By by : List.of(By.DISTRICT, By.SCHOOL, By.COHORT)) {
            ways.add(way(by.name().toLowerCase(Locale.ROOT), by.label(), chosen));
        }
        ways.add(way(VISITS, "Kunjungan", chosen));
        return ways;
    }

    private static Anchor way(String name, String label, String chosen) {
        var way = new Anchor(ROUTE + "?" + BY + "=" + name, label);
        if (name.equals(chosen)) {
            way.getElement().setAttribute("aria-current", "true");
        }
        return way;
    }

    private static ListGrid<CoverageRow> coverage(By by, List<CoverageRow> rows) {
        var grid = new ListGrid<CoverageRow>();
        grid.column(by.label(), 2, CoverageRow::name).setWidth("9rem");
        if (by != By.SCHOOL) {
            grid.number("Sekolah", "5rem", row -> Formats.number(row.schools()));
        }
        grid.number("Siswa", "4.5rem", row -> Formats.number(row.pupils()));
        grid.number("Belum", "4.5rem", row -> Formats.number(row.missing()));
        grid.number("Cakupan", "5.5rem", CoverageView::percent);
        grid.badge("Kunjungan", CoverageView::planned, row -> row.unplanned() > 0 ? Tone.WARN : Tone.OK);
        grid.cards(
                CoverageRow::name,
                row -> List.of("%s · %s belum dari %s siswa"
                        .formatted(percent(row), Formats.number(row.missing()), Formats.number(row.pupils()))));
        return filled(grid, rows);
    }

    private static BarTable months(List<DayFigure> visits) {
        var months = new TreeMap<YearMonth, Integer>();
        visits.forEach(visit ->
                months.merge(YearMonth.from(visit.firstDay()), visit.recorded() + visit.printList(), Integer::sum));
        return new BarTable(
                "Bulan",
                "Siswa",
                months.entrySet().stream()
                        .dropWhile(month -> month.getValue() == 0)
                        .map(month -> new Bar(
                                Formats.month(month.getKey()),
                                month.getValue(),
                                Formats.number(month.getValue()),
                                null))
                        .toList());
    }

    private static ListGrid<DayFigure> visits(List<DayFigure> rows) {
        var grid = new ListGrid<DayFigure>();
        grid.column("Hari", "10.5rem", row -> Formats.date(row.firstDay()));
        grid.column("Sekolah", 2, DayFigure::schoolName).setWidth("10rem");
        grid.number("Rencana", "5.5rem", row -> Formats.number(row.expected()));
        grid.number("Terekam", "5.5rem", row -> Formats.number(row.recorded()));
        grid.number("Cetak", "4.5rem", row -> Formats.number(row.printList()));
        grid.number("Gagal", "4.5rem", row -> Formats.number(row.failed()));
        grid.number("Absen", "4.5rem", row -> Formats.number(row.absent()));
        grid.number("Menit/siswa", "6.5rem", CoverageView::minutes);
        grid.number("Koreksi", "6rem", row -> "%d / %d".formatted(row.fixed(), row.corrections()));
        grid.number("Tercetak", "5.5rem", row -> Formats.number(row.printed()));
        grid.number("Diserahkan", "6rem", row -> Formats.number(row.handedOver()));
        grid.cards(
                DayFigure::schoolName,
                row -> List.of(
                        Formats.date(row.firstDay()),
                        "%d terekam, %d gagal, %d absen dari %d"
                                .formatted(row.recorded(), row.failed(), row.absent(), row.expected())));
        return filled(grid, rows);
    }

    private static <R> ListGrid<R> filled(ListGrid<R> grid, List<R> rows) {
        grid.setItems(rows);
        grid.setAllRowsVisible(rows.size() <= 40);
        if (rows.size() > 40) {
            grid.setHeight("36rem");
        }
        return grid;
    }

    /** Between the first and the last result, against the 20 minutes of the SOP. */
    private static String minutes(DayFigure row) {
        int results = row.recorded() + row.printList() + row.failed();
        return row.firstOutcome() == null || row.lastOutcome() == null || results < 2
                ? ""
                : Formats.decimal(
                        Duration.between(row.firstOutcome(), row.lastOutcome()).toSeconds() / 60.0 / (results - 1));
    }

    private static String planned(CoverageRow row) {
        return row.unplanned() > 0 ? Formats.number(row.unplanned()) + " belum terjadwal" : "terjadwal";
    }

    private static String percent(CoverageRow row) {
        return Formats.percent(row.share());
    }
}
