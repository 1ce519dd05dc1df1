package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.parts.BarTable;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.sla.report.Figures;
import id.dukcapil.portal.sla.report.PerformanceReports;
import id.dukcapil.portal.sla.report.ReportFilter;
import id.dukcapil.portal.sla.survey.Element;
import id.dukcapil.portal.sla.survey.Satisfaction;
import id.dukcapil.portal.sla.survey.SurveyPapers;
import id.dukcapil.portal.sla.survey.Surveys;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The satisfaction index of citizens, by element and office, and what they wrote. */
@Route(SurveyView.ROUTE)
@PageTitle("Survei kepuasan")
@Menu(title = "Survei kepuasan", order = 90.5)
@RolesAllowed(Permission.Name.REPORT_READ)
class SurveyView extends AddressedPage {

    static final String ROUTE = "survei-kepuasan";

    private final transient Surveys surveys;
    private final transient PerformanceReports reports;
    private final transient SurveyPapers papers;
    private final transient CurrentStaff staff;
    private final transient List<Office> offices;
    private final transient Organisation organisation;
    private final transient Clock clock;
    private final ListFilters filters = new ListFilters(next -> {
        go(next);
        refresh();
    });
    private final Div content = new Div();

    SurveyView(
            Surveys surveys,
            PerformanceReports reports,
            SurveyPapers papers,
            CurrentStaff staff,
            Organisation organisation,
            Clock clock) {
        super("Survei kepuasan", ROUTE);
        this.surveys = surveys;
        this.reports = reports;
        this.papers = papers;
        this.staff = staff;
        this.organisation = organisation;
        this.clock = clock;
        offices = staff.officesInScope();
        filters.period(() -> today().withDayOfYear(1));
        filters.office(offices);
        content.addClassName("stack");
        add(filters, content);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisation.timeZone());
    }

    @Override
    protected void refresh() {
        filters.show(url());
        ReportFilter filter = ReportPeriod.of(
                url().has(CaseLinks.FROM) ? url() : url().with(CaseLinks.FROM, today().withDayOfYear(1)), today());
        setSubtitle("Indeks Kepuasan Masyarakat menurut Permenpan RB 14/2017, "
                + ReportPeriod.words(filter.from(), filter.to()));
        content.removeAll();
        Satisfaction all = surveys.of(filter.from(), filter.to(), filter.office());
        int served = reports.answer(filter).cases().count();
        handOut(filter, served);
        content.add(figures(all, served));
        if (all.isShown()) {
            content.add(elements(all));
        } else {
            content.add(new EmptyState(
                    "Belum cukup jawaban",
                    "Di bawah %d jawaban tidak ada yang ditampilkan, supaya tidak ada yang dapat dikenali."
                            .formatted(Satisfaction.FEWEST)));
        }
        content.add(byOffice(filter), comments(filter, false));
        if (staff.may(Permission.SURVEY_MODERATE)) {
            content.add(comments(filter, true));
        }
    }

    private void handOut(ReportFilter filter, int served) {
        Office only = offices.stream()
                .filter(office -> office.code().equals(filter.office()))
                .findFirst()
                .orElse(null);
        var period = new SurveyPapers.Period(filter.from(), filter.to(), only, served);
        setActions(
                new FileLink("PDF", "ikm.pdf", FileLink.PDF, out -> out.write(papers.pdf(period))),
                new FileLink("Excel", "ikm.xlsx", FileLink.XLSX, out -> out.write(papers.xlsx(period))));
    }

    private static Div figures(Satisfaction all, int served) {
        return Figure.row(
                new Figure(
                        "IKM", all.isShown() ? comma(all.index()) : Figures.NONE, "skala 25–100, bobot 1/9 per unsur"),
                new Figure(
                        "Mutu pelayanan",
                        all.isShown() ? all.grade().name() : Figures.NONE,
                        all.isShown() ? all.grade().label() : ""),
                new Figure(
                        "Responden",
                        Formats.number(all.respondents()),
                        "%s: perlu %s dari %s berkas selesai (Krejcie & Morgan)"
                                .formatted(
                                        all.respondents() < Satisfaction.sample(served) ? "belum cukup" : "cukup",
                                        Formats.number(Satisfaction.sample(served)),
                                        Formats.number(served))));
    }

    private static String comma(BigDecimal value) {
        return value.toPlainString().replace('.', ',');
    }

    private static Sheet elements(Satisfaction all) {
        return new Sheet(
                "Unsur pelayanan",
                new BarTable(
                        "Unsur",
                        "Rata-rata",
                        Arrays.stream(Element.values())
                                .map(element -> new BarTable.Bar(
                                        element.label(),
                                        all.average(element).doubleValue(),
                                        comma(all.average(element)),
                                        null))
                                .toList()));
    }

    private Sheet byOffice(ReportFilter filter) {
        var table = new DataTable("Menurut kantor", "Kantor", "Responden", "IKM", "Mutu", "Formulir", "Poster");
        Map<?, Satisfaction> found = surveys.byOffice(filter.from(), filter.to());
        for (Office office : offices) {
            Satisfaction one = found.get(office.code());
            Satisfaction shown = one != null && one.isShown() ? one : null;
            var form = new Anchor(SurveyPages.PATH + "/" + office.code().value(), "Buka");
            form.setAriaLabel("Buka formulir survei " + office.name());
            form.setRouterIgnore(true);
            String few = one == null ? "belum ada" : "kurang dari " + Satisfaction.FEWEST;
            table.row(
                    new Span(office.name()),
                    new Span(shown == null ? few : Formats.number(shown.respondents())),
                    new Span(shown == null ? Figures.NONE : comma(shown.index())),
                    new Span(shown == null ? Figures.NONE : shown.grade().label()),
                    form,
                    poster(office));
        }
        return new Sheet("Menurut kantor", table);
    }

    /** With the QR code of the form, for the wall of a counter. */
    private FileLink poster(Office office) {
        var poster = new FileLink(
                "Poster",
                "survei-%s.pdf".formatted(office.code()),
                FileLink.PDF,
                out -> out.write(papers.notice(office)));
        poster.setAriaLabel("Poster survei " + office.name());
        return poster;
    }

    private Sheet comments(ReportFilter filter, boolean waiting) {
        var sheet = new Sheet(waiting ? "Saran yang belum dibaca" : "Saran masyarakat");
        List<Surveys.Comment> comments = surveys.comments(filter.from(), filter.to(), filter.office(), waiting);
        if (comments.isEmpty()) {
            sheet.padded(new Span(waiting ? "Semua saran sudah dibaca." : "Belum ada saran yang diloloskan."));
        }
        comments.forEach(comment -> sheet.padded(line(comment, waiting)));
        return sheet;
    }

    private Component line(Surveys.Comment comment, boolean waiting) {
        var line = new Div(new Span("%s: %s".formatted(Formats.shortDate(comment.day()), comment.comment())));
        if (waiting) {
            line.add(button(comment, "Loloskan", true), button(comment, "Sembunyikan", false));
        }
        return line;
    }

    private Button button(Surveys.Comment comment, String label, boolean shown) {
        return new Button(label, click -> {
            surveys.moderate(comment, shown);
            Notify.done(shown ? "Saran diloloskan." : "Saran disembunyikan.");
            refresh();
        });
    }
}
