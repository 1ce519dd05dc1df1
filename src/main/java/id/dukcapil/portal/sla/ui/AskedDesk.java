package id.dukcapil.portal.sla.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.sla.archive.ArchivedPaper;
import id.dukcapil.portal.sla.archive.PaperContent.Count;
import id.dukcapil.portal.sla.archive.PaperKind;
import id.dukcapil.portal.sla.archive.Papers;
import id.dukcapil.portal.sla.report.Figures;
import id.dukcapil.portal.sla.report.PerformanceReports;
import id.dukcapil.portal.sla.report.ReportFilter;
import id.dukcapil.portal.sla.stay.Tally;
import id.dukcapil.portal.sla.survey.Surveys;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the head of the regency asks for: a figure each with its denominator and date, and what it was before. */
@Component
@Order(6)
class AskedDesk implements DeskContribution {

    private static final String FAMILY_CARD = "bandung-31-2023";
    private static final int PAPERS = 60;

    private final PerformanceReports reports;
    private final Papers papers;
    private final Surveys surveys;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final Clock clock;

    AskedDesk(
            PerformanceReports reports,
            Papers papers,
            Surveys surveys,
            CurrentStaff staff,
            Organisation organisation,
            Clock clock) {
        this.reports = reports;
        this.papers = papers;
        this.surveys = surveys;
        this.staff = staff;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public void fill(Desk desk) {
        if (!staff.may(Permission.REPORT_READ) || !staff.may(Permission.OFFICE_SPAN)) {
            return;
        }
        LocalDate today = organisation.today(clock);
        desk.answer(familyCards(today));
        papers.page(new Papers.Filter(PaperKind.DAY, null, null, today), null, 0, PAPERS).stream()
                .filter(row -> row.office() == null)
                .findFirst()
                .flatMap(row -> papers.find(row.number()))
                .ifPresent(paper -> {
                    desk.answer(counted(paper, "KTP-el dicetak", "Tercetak baik", "Gagal cetak atau rusak"));
                    desk.answer(counted(paper, "IKD aktif, baru", "Aktif baru", "Keluar sebelum aktif"));
                });
        desk.answer(satisfaction(YearMonth.from(today).minusMonths(1)));
    }

    private Figure familyCards(LocalDate today) {
        var filter = new ReportFilter(today.withDayOfMonth(1), today, FAMILY_CARD, null);
        PerformanceReports.Comparison found = reports.compare(filter);
        Tally now = found.now().cases();
        return new Figure(
                "Kartu Keluarga, " + Formats.month(YearMonth.from(today)),
                now.count() == 0 ? Figures.NONE : Figures.time(now.median()),
                "median; %s tepat waktu dari %s selesai, sebelumnya %s"
                        .formatted(
                                Figures.onTime(now),
                                Formats.number(now.count()),
                                Figures.onTime(found.before().cases())),
                Tone.NEUTRAL,
                new CaseLinks(filter).report());
    }

    private static Figure counted(ArchivedPaper paper, String caption, String name, String beside) {
        return new Figure(
                caption + ", " + Formats.shortDate(paper.row().lastDay()),
                Formats.number(count(paper, name)),
                "%s: %s".formatted(beside.toLowerCase(Formats.INDONESIAN), Formats.number(count(paper, beside))),
                Tone.NEUTRAL,
                PapersView.ROUTE);
    }

    private static int count(ArchivedPaper paper, String name) {
        return paper.content().counts().stream()
                .filter(count -> count.name().equals(name))
                .mapToInt(Count::count)
                .sum();
    }

    private Figure satisfaction(YearMonth month) {
        return SurveyDesk.figure(
                "Kepuasan masyarakat, " + Formats.month(month), surveys.of(month.atDay(1), month.atEndOfMonth(), null));
    }
}
