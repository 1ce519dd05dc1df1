package id.dukcapil.portal.sla.survey;

import id.dukcapil.portal.common.SurveyLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.Listing;
import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.documents.Template;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The survey on paper and as a workbook, with the figures of the page, and the notice that hangs at a counter. */
@Service
@PreAuthorize("hasAuthority('REPORT_READ')")
public class SurveyPapers {

    private static final Template NOTICE = new Template("sla/survey-notice");
    private static final String NONE = "–";
    private static final int NAME = 40;
    private static final int FIGURE = 14;

    private final Surveys surveys;
    private final CurrentStaff staff;
    private final OfficialPapers papers;
    private final PdfRenderer pdf;
    private final Spreadsheet spreadsheet;
    private final SurveyLink link;

    SurveyPapers(
            Surveys surveys,
            CurrentStaff staff,
            OfficialPapers papers,
            PdfRenderer pdf,
            Spreadsheet spreadsheet,
            SurveyLink link) {
        this.surveys = surveys;
        this.staff = staff;
        this.papers = papers;
        this.pdf = pdf;
        this.spreadsheet = spreadsheet;
        this.link = link;
    }

    /** Of a period. @param office null for all within reach @param served people who were served in that time */
    public record Period(
            LocalDate from, LocalDate to, @Nullable Office office, int served) {

        String words() {
            return Formats.date(from) + " – " + Formats.date(to);
        }

        String scope() {
            return office == null ? "Semua kantor" : office.name();
        }
    }

    /** One line of the workbook; what is hidden is null. */
    private record Line(
            String part,
            String name,
            @Nullable Integer respondents,
            @Nullable Integer sum,
            @Nullable String average,
            @Nullable String grade) {}

    private static final List<Column<Line>> COLUMNS = List.of(
            Column.text("Bagian", Line::part),
            Column.text("Baris", Line::name),
            Column.integer("Responden", Line::respondents),
            Column.integer("Jumlah nilai", Line::sum),
            Column.text("NRR atau IKM", Line::average),
            Column.text("Mutu", Line::grade));

    public byte[] pdf(Period period) {
        List<Line> lines = lines(period);
        Satisfaction all = all(period);
        var paper = new OfficialPaper("Laporan indeks kepuasan masyarakat")
                .fact("Periode", period.words())
                .fact("Kantor", period.scope())
                .fact("Dasar", "Permenpan RB 14/2017")
                .fact(
                        "Responden",
                        "%s dari %s dilayani, perlu %s"
                                .formatted(
                                        all.isShown() ? Formats.number(all.respondents()) : few(),
                                        Formats.number(period.served()),
                                        Formats.number(Satisfaction.sample(period.served()))))
                .fact("IKM", all.isShown() ? comma(all.index()) : NONE)
                .fact("Mutu pelayanan", all.isShown() ? words(all.grade()) : NONE);
        table(paper, "Unsur pelayanan", "NRR", lines, "Unsur");
        table(paper, "Menurut kantor", "IKM", lines, "Kantor");
        paper.paragraph(
                "Bobot tiap unsur 1/9; IKM dibulatkan dua desimal lebih dahulu, lalu dinilai. Kelompok di bawah "
                        + Satisfaction.FEWEST + " responden tidak ditampilkan. Jawaban tanpa nama.");
        return papers.print(paper);
    }

    private static void table(OfficialPaper paper, String heading, String figure, List<Line> lines, String part) {
        paper.heading(heading)
                .table(
                        List.of(
                                PaperColumn.text(part, NAME),
                                PaperColumn.figures("Responden", FIGURE),
                                PaperColumn.figures("Jumlah nilai", FIGURE),
                                PaperColumn.figures(figure, FIGURE),
                                PaperColumn.text("Mutu", FIGURE)),
                        lines.stream()
                                .filter(line -> line.part().equals(part))
                                .map(line -> List.of(
                                        line.name(),
                                        line.respondents() == null ? few() : Formats.number(line.respondents()),
                                        line.sum() == null ? NONE : Formats.number(line.sum()),
                                        line.average() == null ? NONE : line.average(),
                                        line.grade() == null ? "" : line.grade()))
                                .toList(),
                        List.of());
    }

    public byte[] xlsx(Period period) {
        return spreadsheet.bytes(
                new Listing<>(
                        "Indeks kepuasan masyarakat",
                        "%s, %s. Permenpan RB 14/2017, bobot 1/9".formatted(period.scope(), period.words()),
                        COLUMNS),
                lines(period));
    }

    /** "Beri nilai layanan kami", with the QR code of the form of that office. */
    public byte[] notice(Office office) {
        String address = link.of(office.code());
        return pdf.render(
                NOTICE,
                Map.of(
                        "OFFICE_NAME",
                        office.name(),
                        "ADDRESS",
                        address,
                        "SHORT",
                        address.replaceFirst("https?://", "")),
                List.of());
    }

    private Satisfaction all(Period period) {
        Office office = period.office();
        return surveys.of(period.from(), period.to(), office == null ? null : office.code());
    }

    private List<Line> lines(Period period) {
        var lines = new ArrayList<Line>();
        Satisfaction all = all(period);
        lines.add(line("Semua", period.scope(), all));
        Arrays.stream(Element.values())
                .map(element -> all.isShown()
                        ? new Line(
                                "Unsur",
                                element.label(),
                                all.respondents(),
                                all.sums().getOrDefault(element, 0),
                                comma(all.average(element)),
                                words(all.grade(element)))
                        : new Line("Unsur", element.label(), null, null, null, null))
                .forEach(lines::add);
        var offices = surveys.byOffice(period.from(), period.to());
        for (Office office : staff.officesInScope()) {
            Satisfaction one = offices.get(office.code());
            if (one != null && (period.office() == null || office.equals(period.office()))) {
                lines.add(line("Kantor", office.name(), one));
            }
        }
        return lines;
    }

    private static Line line(String part, String name, Satisfaction one) {
        if (!one.isShown()) {
            return new Line(part, name, null, null, null, "kurang dari " + Satisfaction.FEWEST);
        }
        int sum = one.sums().values().stream().mapToInt(Integer::intValue).sum();
        return new Line(part, name, one.respondents(), sum, comma(one.index()), words(one.grade()));
    }

    private static String words(Satisfaction.Grade grade) {
        return "%s, %s".formatted(grade, grade.label());
    }

    private static String few() {
        return "< " + Satisfaction.FEWEST;
    }

    private static String comma(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
