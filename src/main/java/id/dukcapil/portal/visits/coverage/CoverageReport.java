package id.dukcapil.portal.visits.coverage;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.FrontSheet;
import id.dukcapil.portal.documents.Listing;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.coverage.CoverageFigures.By;
import id.dukcapil.portal.visits.coverage.CoverageFigures.CoverageRow;
import id.dukcapil.portal.visits.day.VisitOutcomes;
import id.dukcapil.portal.visits.day.VisitOutcomes.DayFigure;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The page Cakupan as a workbook and as a paper: the same figures, read in the same way. */
@Service
@PreAuthorize("hasAuthority('VISIT_READ')")
public class CoverageReport {

    /** Visits of the last so many days are in the report. */
    public static final int DAYS = 365;

    private final CoverageFigures figures;
    private final VisitOutcomes outcomes;
    private final Spreadsheet spreadsheet;
    private final OfficialPapers papers;
    private final Organisation organisation;
    private final Clock clock;

    CoverageReport(
            CoverageFigures figures,
            VisitOutcomes outcomes,
            Spreadsheet spreadsheet,
            OfficialPapers papers,
            Organisation organisation,
            Clock clock) {
        this.figures = figures;
        this.outcomes = outcomes;
        this.spreadsheet = spreadsheet;
        this.papers = papers;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** The latest first. */
    public List<DayFigure> visits() {
        LocalDate today = organisation.today(clock);
        return outcomes.between(today.minusDays(DAYS), today);
    }

    public void workbook(OutputStream out) throws IOException {
        List<FrontSheet<CoverageRow>> front = List.of(sheet(By.DISTRICT), sheet(By.SCHOOL), sheet(By.COHORT));
        spreadsheet.write(
                new Listing<>(
                        "Kunjungan sekolah",
                        "kunjungan %d hari terakhir; cakupan siswa 16 tahun ke atas".formatted(DAYS),
                        List.of(
                                Column.<DayFigure>date("Hari", DayFigure::firstDay),
                                Column.<DayFigure>text("Sekolah", DayFigure::schoolName),
                                Column.<DayFigure>text(
                                        "Keadaan", visit -> visit.status().label()),
                                Column.<DayFigure>integer("Direncanakan", DayFigure::expected),
                                Column.<DayFigure>integer("Dalam daftar", DayFigure::pupils),
                                Column.<DayFigure>integer("Terekam", DayFigure::recorded),
                                Column.<DayFigure>integer("Masuk daftar cetak", DayFigure::printList),
                                Column.<DayFigure>integer("Gagal", DayFigure::failed),
                                Column.<DayFigure>integer("Tidak hadir", DayFigure::absent),
                                Column.<DayFigure>integer("Belum", DayFigure::open),
                                Column.<DayFigure>integer("Koreksi SIAK", DayFigure::corrections),
                                Column.<DayFigure>integer("Tercetak", DayFigure::printed),
                                Column.<DayFigure>integer("Diserahkan", DayFigure::handedOver),
                                Column.<DayFigure>dateTime("Hasil pertama", DayFigure::firstOutcome),
                                Column.<DayFigure>dateTime("Hasil terakhir", DayFigure::lastOutcome),
                                Column.<DayFigure>integer("IKD guru", DayFigure::ikdTeachers),
                                Column.<DayFigure>integer("IKD siswa", DayFigure::ikdPupils))),
                front,
                visits().stream(),
                out);
    }

    private FrontSheet<CoverageRow> sheet(By by) {
        return new FrontSheet<>(
                by.label(),
                List.of(
                        Column.<CoverageRow>text(by.label(), CoverageRow::name),
                        Column.<CoverageRow>integer("Sekolah", CoverageRow::schools),
                        Column.<CoverageRow>integer("Siswa 16+", CoverageRow::pupils),
                        Column.<CoverageRow>integer("Terekam", CoverageRow::recorded),
                        Column.<CoverageRow>percent("Cakupan", CoverageRow::share),
                        Column.<CoverageRow>integer("Belum", CoverageRow::missing),
                        Column.<CoverageRow>integer("Belum terjadwal", CoverageRow::unplanned)),
                figures.by(by),
                4);
    }

    public byte[] paper() {
        LocalDate today = organisation.today(clock);
        CoverageRow whole = figures.whole();
        List<DayFigure> visits = visits();
        return papers.print(new OfficialPaper("Cakupan perekaman pelajar")
                .fact("Tanggal", Formats.date(today))
                .paragraph(
                        "%s dari %s siswa berusia 16 tahun ke atas sudah terekam (%s). Pembagi: daftar siswa %d sekolah."
                                .formatted(
                                        Formats.number(whole.recorded()),
                                        Formats.number(whole.pupils()),
                                        percent(whole),
                                        whole.schools()))
                .heading("Menurut kecamatan, terendah dahulu")
                .table(
                        columns(By.DISTRICT),
                        figures.by(By.DISTRICT).stream()
                                .map(CoverageReport::cells)
                                .toList(),
                        cells(whole))
                .heading("Menurut tahun lahir")
                .table(
                        columns(By.COHORT),
                        figures.by(By.COHORT).stream()
                                .map(CoverageReport::cells)
                                .toList(),
                        cells(whole))
                .heading("Kunjungan")
                .table(
                        List.of(
                                PaperColumn.text("Hari", 5),
                                PaperColumn.text("Sekolah", 9),
                                PaperColumn.figures("Rencana", 3),
                                PaperColumn.figures("Terekam", 3),
                                PaperColumn.figures("Cetak", 3),
                                PaperColumn.figures("Gagal", 3),
                                PaperColumn.figures("Absen", 3),
                                PaperColumn.figures("Diserahkan", 4)),
                        visits.stream().map(CoverageReport::cells).toList(),
                        List.of(
                                "Jumlah",
                                "",
                                sum(visits, DayFigure::expected),
                                sum(visits, DayFigure::recorded),
                                sum(visits, DayFigure::printList),
                                sum(visits, DayFigure::failed),
                                sum(visits, DayFigure::absent),
                                sum(visits, DayFigure::handedOver))));
    }

    private static List<PaperColumn> columns(By by) {
        return List.of(
                PaperColumn.text(by.label(), 8),
                PaperColumn.figures("Sekolah", 3),
                PaperColumn.figures("Siswa 16+", 4),
                PaperColumn.figures("Terekam", 4),
                PaperColumn.figures("Cakupan", 3),
                PaperColumn.figures("Belum terjadwal", 4));
    }

    private static List<String> cells(CoverageRow row) {
        return List.of(
                row.name(),
                Formats.number(row.schools()),
                Formats.number(row.pupils()),
                Formats.number(row.recorded()),
                percent(row),
                Formats.number(row.unplanned()));
    }

    private static List<String> cells(DayFigure visit) {
        return List.of(
                Formats.date(visit.firstDay()),
                visit.schoolName(),
                Formats.number(visit.expected()),
                Formats.number(visit.recorded()),
                Formats.number(visit.printList()),
                Formats.number(visit.failed()),
                Formats.number(visit.absent()),
                Formats.number(visit.handedOver()));
    }

    private static String sum(List<DayFigure> visits, ToIntFunction<DayFigure> figure) {
        return Formats.number(visits.stream().mapToInt(figure).sum());
    }

    private static String percent(CoverageRow row) {
        return Formats.percent(row.share());
    }
}
