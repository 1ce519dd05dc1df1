package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.activation.campaign.Campaign;
import id.dukcapil.portal.activation.report.ClosedReport;
import id.dukcapil.portal.activation.report.DailyReports;
import id.dukcapil.portal.activation.report.DayReport;
import id.dukcapil.portal.activation.report.ReportPapers;
import id.dukcapil.portal.activation.report.ReportTable;
import id.dukcapil.portal.activation.ui.ReportScopes.Scope;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Laporan harian IKD: one day of an office, of one event, or of the whole regency; closed or still growing. Below it the
 * month and the target.
 */
@Route(ActivationNavigation.REPORT)
@PageTitle("Laporan harian IKD")
@Menu(title = "Laporan harian IKD", order = 91)
@RolesAllowed(Permission.Name.ACTIVATION_READ)
@StyleSheet("context://styles/activation.css")
class ReportView extends AddressedPage {

    private static final String DISTRICT = "kecamatan";

    private final transient DailyReports reports;
    private final transient ReportPapers papers;
    private final transient CurrentStaff staff;
    private final transient Clock clock;
    private final transient Organisation organisation;

    private final transient ReportScopes choices;
    private final ComboBox<Scope> scopes = Indonesian.comboBox("Kantor atau acara");
    private final DatePicker day = Indonesian.datePicker("Hari");
    private final Div content = new Div();

    ReportView(
            DailyReports reports,
            ReportPapers papers,
            ReportScopes choices,
            CurrentStaff staff,
            Clock clock,
            Organisation organisation) {
        super("Laporan harian IKD", ActivationNavigation.REPORT);
        this.reports = reports;
        this.papers = papers;
        this.choices = choices;
        this.staff = staff;
        this.clock = clock;
        this.organisation = organisation;
        scopes.setItemLabelGenerator(Scope::name);
        scopes.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                open(change.getValue());
            }
        });
        day.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                go(url().with(ActivationNavigation.DAY, change.getValue()).with(ReportScopes.EVENT, null));
                refresh();
            }
        });
        var filters = new Div(scopes, day);
        filters.addClassName("report-filters");
        content.addClassName("report-content");
        add(filters, content);
    }

    private void open(Scope scope) {
        go(url().with(ActivationNavigation.OFFICE, scope.place())
                .with(
                        ReportScopes.EVENT,
                        scope.event() == null ? null : scope.event().id()));
        refresh();
    }

    @Override
    protected void refresh() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), organisation.timeZone());
        LocalDate shown = url().date(ActivationNavigation.DAY).orElse(today);
        List<Scope> offered = choices.on(shown);
        Scope scope = choices.chosen(
                offered,
                url().text(ActivationNavigation.OFFICE).orElse(""),
                url().text(ReportScopes.EVENT).orElse(""));
        scopes.setItems(offered);
        scopes.setValue(scope);
        day.setValue(shown);
        Office office = scope.office();
        Optional<ClosedReport> closed =
                office == null || scope.event() != null ? Optional.empty() : reports.closed(office.code(), shown);
        DayReport report = closed.map(ClosedReport::report).orElseGet(() -> counted(scope, shown));
        setSubtitle("%s · %s · %s"
                .formatted(
                        scope.name(),
                        Formats.longDate(shown),
                        closed.map(known -> "ditutup, nomor " + known.number()).orElse("masih berjalan")));
        setActions(actions(scope, shown, report, closed.orElse(null)));
        content.removeAll();
        closed.map(known -> ReportSections.lock(known, organisation.timeZone())).ifPresent(content::add);
        content.add(new ReportSections(report));
        if (scope.event() == null) {
            YearMonth month = YearMonth.from(shown);
            content.add(ReportSections.sheet(
                    ReportTable.month(month, reports.month(office == null ? null : office.code(), month))));
            content.add(target(shown));
        }
    }

    private DayReport counted(Scope scope, LocalDate shown) {
        Campaign event = scope.event();
        Office office = scope.office();
        if (event != null) {
            return reports.campaign(event.id(), event.place(), shown);
        }
        return office == null ? reports.regency(shown) : reports.counted(office.code(), shown);
    }

    private Component[] actions(Scope scope, LocalDate shown, DayReport report, @Nullable ClosedReport closed) {
        var actions = new ArrayList<Component>();
        String file = "laporan-ikd-" + shown;
        actions.add(new FileLink("PDF", file + ".pdf", FileLink.PDF, out -> out.write(papers.pdf(report, closed))));
        actions.add(
                new FileLink("Excel", file + ".xlsx", FileLink.XLSX, out -> out.write(papers.xlsx(report, closed))));
        Office office = scope.office();
        if (office != null && scope.event() == null && mayClose(office.code())) {
            if (closed == null) {
                actions.add(
                        new Button("Tutup hari …", click -> CloseDayDialog.ask(reports, office, shown, this::refresh)));
            } else {
                actions.add(new Button("Catat koreksi …", click -> correct(closed)));
            }
        }
        return actions.toArray(Component[]::new);
    }

    private boolean mayClose(OfficeCode office) {
        return staff.may(Permission.ACTIVATION_SERVE) && staff.require().mayActFor(office);
    }

    private void correct(ClosedReport closed) {
        ReasonDialog.ask(
                "Koreksi laporan " + closed.number(),
                "Angka laporan tetap; koreksi dicetak sebagai lampiran dan masuk jejak audit.",
                "Catat koreksi",
                text -> {
                    reports.correct(closed, text);
                    refresh();
                });
    }

    private ReportTargets target(LocalDate shown) {
        String district =
                url().text(DISTRICT).filter(code -> code.matches("\\d{6}")).orElse("");
        return new ReportTargets(
                district.isEmpty() ? reports.districts(shown) : reports.villages(district, shown), district, code -> {
                    go(url().with(DISTRICT, code.isEmpty() ? null : code));
                    refresh();
                });
    }
}
