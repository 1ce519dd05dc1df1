package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.CaseFigures;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SearchSource;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.sla.ServiceStandards;
import id.dukcapil.portal.sla.report.CaseRows;
import id.dukcapil.portal.sla.report.Figures;
import id.dukcapil.portal.sla.report.OpenCase;
import id.dukcapil.portal.sla.report.PerformanceReports;
import id.dukcapil.portal.sla.report.ReportFilter;
import id.dukcapil.portal.sla.report.StandardNames;
import id.dukcapil.portal.sla.stay.Answer;
import id.dukcapil.portal.sla.stay.Stay;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cases behind one figure of the report. A row opens the case where it is worked on. */
@Route(SlaCasesView.ROUTE)
@PageTitle("Berkas laporan SLA")
@RolesAllowed(Permission.Name.REPORT_READ)
class SlaCasesView extends RegisterPage<SlaCasesView.Line> {

    static final String ROUTE = "laporan-sla/berkas";

    private static final String CASE = "berkas";

    private final transient CaseRows rows;
    private final transient PerformanceReports reports;
    private final transient Clock clock;
    private final transient Organisation organisation;
    private final transient StandardNames names;
    private final transient Map<OfficeCode, Office> offices;

    /** @param cursor null for a case that is under way */
    record Line(
            UUID caseId,
            String number,
            String what,
            OfficeCode office,
            String began,
            String ended,
            String time,
            String state,
            Tone tone,
            CaseRows.Row.@Nullable Cursor cursor) {}

    SlaCasesView(
            CaseRows rows,
            PerformanceReports reports,
            ServiceStandards standards,
            CaseFigures figures,
            List<SearchSource> rooms,
            CurrentStaff staff,
            Organisation organisation,
            Clock clock) {
        super("Berkas laporan SLA", ROUTE);
        this.rows = rows;
        this.reports = reports;
        this.organisation = organisation;
        this.clock = clock;
        names = new StandardNames(standards);
        offices = staff.officesInScope().stream().collect(Collectors.toMap(Office::code, office -> office));
        filters.period(() -> today().withDayOfMonth(1));
        filters.pick("Prosedur", "Semua prosedur", CaseLinks.STANDARD, names.slugs(), names::of, slug -> slug);
        filters.office(List.copyOf(offices.values()));
        filters.select("Keadaan", "Selesai", CaseLinks.STATE, CaseLinks.State.values(), CaseLinks.State::label);
        grid.column("Nomor", Line::number);
        grid.column("Prosedur, langkah", 2, Line::what);
        grid.column("Kantor", line -> place(line.office()));
        grid.column("Masuk", Line::began);
        grid.column("Selesai", Line::ended);
        grid.column("Waktu kerja", Line::time);
        grid.badge("Standar", Line::state, Line::tone);
        grid.cards(Line::number, line -> List.of(line.what(), place(line.office()), line.time(), line.state()));
        whenEmpty("Tidak ada berkas yang cocok", "Kembali ke laporan, atau longgarkan saringan di atas.");
        var panel = new CasePanel(figures, rooms, names);
        open(
                panel,
                CASE,
                Line::caseId,
                id -> CaseLinks.uuid(id).flatMap(rows::find),
                one -> panel.show(one, Objects.requireNonNull(offices.get(one.office()))),
                "Berkas tidak ditemukan, atau di luar jangkauan Anda.");
        lay();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisation.timeZone());
    }

    @Override
    protected void refresh() {
        ReportFilter filter = ReportPeriod.of(url(), today());
        setActions(new Anchor(CaseLinks.back(filter, url()), "Kembali ke laporan"));
        url().constant(CaseLinks.STATE, CaseLinks.State.class)
                .ifPresentOrElse(
                        state -> {
                            setSubtitle(state.label() + ", apa pun periodenya");
                            list(() -> underWay(filter, state));
                        },
                        () -> {
                            CaseRows.Wanted wanted = CaseLinks.wanted(filter, url());
                            setSubtitle(words(wanted));
                            list(
                                    () -> wanted,
                                    rows::count,
                                    CaseRows.COUNT_LIMIT,
                                    (asked, after, skip, limit) -> rows.page(asked, after, skip, limit).stream()
                                            .map(this::line)
                                            .toList(),
                                    line -> Objects.requireNonNull(line.cursor()));
                        });
        super.refresh();
    }

    private String words(CaseRows.Wanted wanted) {
        ReportFilter report = wanted.report();
        Integer atLeast = wanted.atLeast();
        return "%s%s%s%s%s"
                .formatted(
                        wanted.ofStays() ? "Langkah yang selesai " : "Berkas yang selesai ",
                        ReportPeriod.words(report.from(), report.to()),
                        wanted.lateOnly() ? ", hanya yang melewati standar" : "",
                        atLeast == null ? "" : ", " + Figures.time(atLeast) + " atau lebih lama",
                        wanted.path() == null ? "" : ", jalur " + wanted.path());
    }

    private List<Line> underWay(ReportFilter filter, CaseLinks.State state) {
        CaseRows.Wanted wanted = CaseLinks.wanted(filter, url());
        Integer step = wanted.step();
        Boolean forOffice = wanted.forOffice();
        Optional<OpenCase.Age> age = url().constant(CaseLinks.AGE, OpenCase.Age.class);
        return reports.open(filter.standard(), filter.office()).stream()
                .filter(one -> step == null || one.step() == step)
                .filter(one -> forOffice == null || one.forOffice() == forOffice)
                .filter(one -> age.isEmpty() || one.ageGroup() == age.get())
                .filter(one -> switch (state) {
                    case OPEN -> true;
                    case LATE -> one.late();
                    case SOON -> one.soon();
                })
                .map(this::line)
                .toList();
    }

    private Line line(OpenCase one) {
        ZoneId zone = Objects.requireNonNull(offices.get(one.office())).timeZone();
        var due = one.due();
        return new Line(
                one.id(),
                one.number(),
                what(one.standard(), one.step(), one.forOffice()),
                one.office(),
                Formats.shortDateTime(one.openedAt(), zone),
                Figures.NONE,
                Formats.workingTime(one.age()),
                one.late() ? "Terlambat" : due == null ? "Tanpa batas" : "Batas " + Formats.shortDateTime(due, zone),
                one.late() ? Tone.LATE : one.soon() ? Tone.WARN : Tone.NEUTRAL,
                null);
    }

    private Line line(CaseRows.Row row) {
        Integer target = row.target();
        return new Line(
                row.caseId(),
                row.number(),
                what(row.standard(), row.step(), row.forOffice()),
                row.office(),
                Formats.shortDateTime(row.began()),
                Formats.shortDateTime(row.ended()),
                Figures.time(row.worked()),
                target == null ? "Tanpa standar" : (row.late() ? "Lewat dari " : "Dalam ") + Figures.time(target),
                row.late() ? Tone.LATE : target == null ? Tone.NEUTRAL : Tone.OK,
                row.cursor());
    }

    private String what(String standard, int step, boolean forOffice) {
        return step == Stay.WHOLE_CASE
                ? names.of(standard)
                : names.step(new Answer.StepKey(standard, step, forOffice)) + ", " + names.of(standard);
    }

    private String place(OfficeCode code) {
        Office office = offices.get(code);
        return office == null ? code.value() : office.name();
    }
}
