package id.dukcapil.portal.cards.destruction;

import id.dukcapil.portal.cards.destruction.Destruction.Line;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.paper.NumberWords;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPaper.Signer;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.population.Region;
import id.dukcapil.portal.population.Regions;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The berita acara of a destruction, and the report of blanks that goes to the centre every month. */
@Service
@PreAuthorize("hasAuthority('CARDS_READ')")
public class DestructionPapers {

    private static final String UNKNOWN = "Tidak diketahui";
    private static final List<String> KINDS =
            List.of("RECEIPT", "TRANSFER_IN", "USE", "MISPRINT", "DAMAGE", "TRANSFER_OUT", "RETURN", "CORRECTION");

    private final OfficialPapers paper;
    private final Regions regions;
    private final Organisation organisation;
    private final Offices offices;
    private final CurrentStaff staff;
    private final JdbcClient jdbc;

    DestructionPapers(
            OfficialPapers paper,
            Regions regions,
            Organisation organisation,
            Offices offices,
            CurrentStaff staff,
            JdbcClient jdbc) {
        this.paper = paper;
        this.regions = regions;
        this.organisation = organisation;
        this.offices = offices;
        this.staff = staff;
        this.jdbc = jdbc;
    }

    /** Of a batch that is not destroyed yet it is a draft without a number. */
    public byte[] pdf(Destruction batch) {
        staff.requireScope(batch.office());
        Office office = offices.find(batch.office()).orElseThrow();
        LocalDate day = LocalDate.ofInstant(
                Objects.requireNonNullElse(batch.destroyedAt(), batch.countedAt()), office.timeZone());
        var content = new OfficialPaper(
                        "Berita acara pemusnahan KTP-el", Objects.requireNonNullElse(batch.number(), "– (rancangan)"))
                .paragraph(
                        "Pada hari ini, %s, bertempat di %s, telah dimusnahkan sebanyak %s (%s) keping KTP-el dan blangko KTP-el yang gagal, rusak atau tidak berlaku lagi, dengan cara %s."
                                .formatted(
                                        NumberWords.day(day),
                                        office.name(),
                                        Formats.number(batch.cards()),
                                        NumberWords.of(batch.cards()),
                                        Objects.requireNonNullElse(batch.manner(), "…")))
                .fact("Dasar", "SE Mendagri 470.13/11176/SJ dan SE Dirjen Dukcapil 400.8.1.2/202241/Dukcapil")
                .fact(
                        "Dihitung oleh",
                        "%s dan %s"
                                .formatted(batch.countedName(), Objects.requireNonNullElse(batch.secondName(), "…")));
        table(content, batch.lines());
        if (!batch.intact()) {
            content.paragraph("PERINGATAN: baris basis data diubah di luar portal; lihat jejak audit.");
        }
        if (batch.hash() != null) {
            content.paragraph("SHA-256 " + batch.hash());
        }
        var signers = new ArrayList<Signer>();
        signers.add(new Signer("Yang memusnahkan,", batch.countedName(), null));
        batch.witnesses()
                .forEach(witness -> signers.add(new Signer(
                        "Saksi, %s\n%s".formatted(witness.title(), witness.agency()), witness.name(), null)));
        return paper.print(content.signatures(organisation.place() + ", " + Formats.date(day), signers));
    }

    /** Rows are kecamatan, columns are causes. */
    private void table(OfficialPaper content, List<Line> lines) {
        Map<String, List<Line>> byDistrict = new TreeMap<>();
        lines.forEach(line -> byDistrict
                .computeIfAbsent(Objects.requireNonNullElse(line.district(), UNKNOWN), none -> new ArrayList<>())
                .add(line));
        List<SpoiltCause> causes = Arrays.asList(SpoiltCause.values());
        content.table(
                Stream.of(
                                Stream.of(PaperColumn.text("Kecamatan", 30)),
                                causes.stream().map(cause -> PaperColumn.figures(cause.label(), 15)),
                                Stream.of(PaperColumn.figures("Jumlah", 12)))
                        .flatMap(columns -> columns)
                        .toList(),
                byDistrict.entrySet().stream()
                        .map(row -> cells(name(row.getKey()), causes, row.getValue()))
                        .toList(),
                cells("Jumlah", causes, lines));
    }

    private String name(String district) {
        return district.equals(UNKNOWN)
                ? UNKNOWN
                : regions.find(district).map(Region::name).orElse(district);
    }

    private static List<String> cells(String head, List<SpoiltCause> causes, List<Line> lines) {
        var cells = new ArrayList<String>();
        cells.add(head);
        causes.forEach(cause -> cells.add(sum(lines, line -> line.cause() == cause)));
        cells.add(sum(lines, line -> true));
        return cells;
    }

    private static String sum(List<Line> lines, Predicate<Line> which) {
        return Formats.number(lines.stream().filter(which).mapToInt(Line::cards).sum());
    }

    /** The blanks of every office that the person sees, in a month. */
    public byte[] monthly(YearMonth month) {
        var rows = new ArrayList<List<String>>();
        var totals = new int[KINDS.size() + 3];
        for (Office office : staff.officesInScope()) {
            int[] figures = figures(office.code(), month);
            if (Arrays.stream(figures).anyMatch(figure -> figure != 0)) {
                rows.add(row(office.name(), figures));
                Arrays.setAll(totals, i -> totals[i] + figures[i]);
            }
        }
        var columns = new ArrayList<PaperColumn>();
        columns.add(PaperColumn.text("Kantor", 30));
        List.of("Awal", "Terima", "Masuk", "Baik", "Gagal", "Rusak", "Kirim", "Retur", "Kor.", "Akhir", "Musnah")
                .forEach(head -> columns.add(PaperColumn.figures(head, head.length() > 5 ? 14 : 12)));
        var content = new OfficialPaper("Laporan bulanan blangko KTP-el")
                .fact("Masa", Formats.month(month))
                .fact("Kepada", "Menteri Dalam Negeri melalui Gubernur")
                .table(columns, rows, row("Jumlah", totals));
        return paper.print(
                content.signatures(organisation.place(), List.of(new Signer("Kepala Dinas,", ".".repeat(40), null))));
    }

    private int[] figures(OfficeCode office, YearMonth month) {
        var figures = new int[KINDS.size() + 3];
        figures[0] = stockBefore(office, month.atDay(1));
        jdbc.sql("""
                        SELECT COALESCE(c.kind, e.kind) AS kind, SUM(e.quantity) AS cards
                        FROM cards_entry e LEFT JOIN cards_entry c ON c.id = e.corrects AND c.happened_on >= :from
                        WHERE e.office_code = :office AND e.happened_on BETWEEN :from AND :to GROUP BY 1""")
                .param("office", office.value())
                .param("from", month.atDay(1))
                .param("to", month.atEndOfMonth())
                .query((row, number) -> Map.entry(row.getString("kind"), row.getInt("cards")))
                .list()
                .forEach(sum -> figures[1 + KINDS.indexOf(sum.getKey())] = sum.getValue());
        figures[KINDS.size() + 1] = stockBefore(office, month.plusMonths(1).atDay(1));
        figures[KINDS.size() + 2] = jdbc.sql("""
                        SELECT COALESCE(SUM(-cards), 0) FROM cards_box WHERE office_code = ? AND cards < 0 AND entry_id IS NULL
                          AND happened_on BETWEEN ? AND ?""")
                .params(office.value(), month.atDay(1), month.atEndOfMonth())
                .query((row, number) -> row.getInt(1))
                .single();
        return figures;
    }

    private int stockBefore(OfficeCode office, LocalDate day) {
        return jdbc.sql("SELECT COALESCE(SUM(quantity), 0) FROM cards_entry WHERE office_code = ? AND happened_on < ?")
                .params(office.value(), day)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    private static List<String> row(String head, int[] figures) {
        return Stream.concat(Stream.of(head), Arrays.stream(figures).mapToObj(Formats::number))
                .toList();
    }
}
