package id.dukcapil.portal.visits.day;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.day.DayRow.Result;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.Visits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The list of attendance of a visit, with what came of each pupil. */
@Service
@PreAuthorize("hasAnyAuthority('VISIT_RECORD', 'VISIT_READ')")
public class DayPapers {

    private static final List<PaperColumn> COLUMNS = List.of(
            PaperColumn.figures("No.", 2),
            PaperColumn.text("Nama", 11),
            PaperColumn.text("Rombel", 5),
            PaperColumn.text("Hasil", 8),
            PaperColumn.text("Pukul", 3),
            PaperColumn.text("Paraf", 5));

    private final Visits visits;
    private final OutcomeRows rows;
    private final LaterCards laterCards;
    private final OfficialPapers papers;
    private final Organisation organisation;

    DayPapers(
            Visits visits, OutcomeRows rows, LaterCards laterCards, OfficialPapers papers, Organisation organisation) {
        this.visits = visits;
        this.rows = rows;
        this.laterCards = laterCards;
        this.papers = papers;
        this.organisation = organisation;
    }

    /** @return the PDF; nothing for an unknown visit */
    public Optional<byte[]> attendance(String number) {
        return visits.find(number).map(this::print);
    }

    private byte[] print(VisitDetails visit) {
        List<DayRow> pupils = rows.list(visit.id(), null);
        DayTotals totals = DayTotals.of(pupils);
        var cells = new ArrayList<List<String>>();
        for (DayRow row : pupils) {
            Result result = row.result();
            cells.add(List.of(
                    String.valueOf(cells.size() + 1),
                    row.who().name(),
                    row.who().className(),
                    result == null ? "" : words(result),
                    result == null ? "" : Formats.time(result.at(), organisation.timeZone()),
                    ""));
        }
        return papers.print(new OfficialPaper("Daftar hadir perekaman di sekolah", visit.number())
                .fact("Sekolah", visit.schoolName())
                .fact("Hari", Formats.longDate(visit.first()))
                .fact("Tim", visit.crew() == null ? "" : visit.crew())
                .fact(
                        "Hasil",
                        "%d terekam, %d masuk daftar cetak, %d gagal, %d tidak hadir, %d belum dari %d siswa"
                                .formatted(
                                        totals.recorded(),
                                        totals.printList(),
                                        totals.failed(),
                                        totals.absent(),
                                        totals.open(),
                                        totals.pupils()))
                .table(COLUMNS, cells, List.of()));
    }

    /** For the school: whose card comes later, and from which day on. */
    public Optional<byte[]> birthdays(String number) {
        return visits.find(number).map(laterCards::print);
    }

    private static String words(Result result) {
        return result.outcome().label() + (result.reason() == null ? "" : ": " + result.reason());
    }
}
