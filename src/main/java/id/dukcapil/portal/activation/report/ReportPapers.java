package id.dukcapil.portal.activation.report;

import id.dukcapil.portal.common.Nip;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.Listing;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPaper.Signer;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.staff.Organisation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The report on paper, with room for pen and ink, and as a workbook. Both show the same figures as the screen. */
@Service
@PreAuthorize("hasAuthority('ACTIVATION_READ')")
public class ReportPapers {

    /** Weights of columns: of the texts beside few figures or many, and of a figure. */
    private static final int WIDE = 60;

    private static final int NARROW = 24;
    private static final int FIGURE = 10;
    private static final int FEW = 5;

    /** Room for a name in ink. */
    private static final String PEN = ".".repeat(40);

    private final OfficialPapers paper;
    private final Spreadsheet spreadsheet;
    private final Organisation organisation;
    private final TargetTable targets;

    ReportPapers(OfficialPapers paper, Spreadsheet spreadsheet, Organisation organisation, TargetTable targets) {
        this.paper = paper;
        this.spreadsheet = spreadsheet;
        this.organisation = organisation;
        this.targets = targets;
    }

    /** @param closed null for a report that is not closed, which says so and has no room for signatures */
    public byte[] pdf(DayReport report, @Nullable ClosedReport closed) {
        var content = new OfficialPaper(
                        "Laporan harian aktivasi Identitas Kependudukan Digital",
                        closed == null ? "– (sementara, belum ditutup)" : closed.number())
                .fact("Hari, tanggal", Formats.longDate(report.day()))
                .fact("Tempat", report.scope())
                .fact("Dasar", "SOP 28, SK 470/178/2023, langkah 6")
                .paragraph(figures(report));
        ReportTable.of(report).forEach(table -> print(content, table));
        targets(content, report);
        if (closed != null) {
            closing(content, closed);
        }
        return paper.print(content);
    }

    private static String figures(DayReport report) {
        return "Dilayani %s  ·  Aktif baru %s, masuk target %s  ·  Keluar %s  ·  Masih berjalan %s  ·  Lama median %s"
                .formatted(
                        Formats.number(report.served()),
                        Formats.number(report.fresh()),
                        Formats.number(report.freshLocal()),
                        Formats.number(report.dropOuts()),
                        Formats.number(report.open()),
                        ReportTable.minutes(report.whole().median()));
    }

    private static void print(OfficialPaper content, ReportTable table) {
        content.heading(table.note().isEmpty() ? table.heading() : "%s (%s)".formatted(table.heading(), table.note()));
        if (table.rows().isEmpty()) {
            content.paragraph("Tidak ada.");
            return;
        }
        int words = table.heads().size() < FEW ? WIDE : NARROW;
        content.table(
                table.heads().stream()
                        .map(head -> head.equals(table.heads().getFirst())
                                ? PaperColumn.text(head, words)
                                : PaperColumn.figures(head, FIGURE))
                        .toList(),
                table.rows(),
                table.total());
    }

    /** The kecamatan with most activations on the day, and the regency; the workbook has all. */
    private void targets(OfficialPaper content, DayReport report) {
        List<String> today = ReportTable.domiciles(report);
        List<DayReport.Target> shown = report.targets().stream()
                .filter(target -> target.code().length() == 4 || today.contains(target.name()))
                .toList();
        if (!shown.isEmpty()) {
            print(
                    content,
                    ReportTable.targets(
                            "7. Capaian terhadap target %d%% sampai %s"
                                    .formatted(targets.percent(), Formats.date(report.day())),
                            "",
                            shown));
            content.paragraph(targetSource()
                    + " Sisa %d hari kerja sampai 31 Desember.".formatted(targets.workingDaysLeft(report.day())));
        }
    }

    /** What the target is counted from, and how far that can be trusted. */
    public static String targetSource() {
        return TargetTable.SOURCE + " Aktif: penduduk kabupaten yang dilayani sejak portal dipakai.";
    }

    private void closing(OfficialPaper content, ClosedReport closed) {
        if (!closed.corrections().isEmpty()) {
            content.heading("Lampiran: koreksi sesudah penutupan");
            closed.corrections()
                    .forEach(correction -> content.paragraph("%s, %s: %s"
                            .formatted(
                                    Formats.shortDateTime(correction.at(), organisation.timeZone()),
                                    correction.by(),
                                    correction.text())));
        }
        if (!closed.intact()) {
            content.paragraph("PERINGATAN: baris basis data diubah di luar portal; lihat jejak audit.");
        }
        String nip = closed.closedByNip();
        content.locked(closed.lock(organisation.timeZone()))
                .signatures(
                        organisation.place() + ", " + Formats.date(closed.day()),
                        List.of(
                                new Signer(
                                        "Yang menutup laporan,", closed.closedBy(), nip == null ? null : grouped(nip)),
                                new Signer("Mengetahui,", PEN, null)));
    }

    private static String grouped(String nip) {
        return Nip.parse(nip).value().map(Nip::grouped).orElse(nip);
    }

    private record Entry(
            String part,
            String name,
            String detail,
            Integer count,
            @Nullable Integer done,
            @Nullable Integer left,
            @Nullable Integer median,
            @Nullable Integer p90,
            @Nullable Integer onTime) {

        static Entry of(String part, String name, String detail, int count) {
            return new Entry(part, name, detail, count, null, null, null, null, null);
        }
    }

    private static final List<Column<Entry>> COLUMNS = List.of(
            Column.text("Bagian", Entry::part),
            Column.text("Baris", Entry::name),
            Column.text("Keterangan", Entry::detail),
            Column.integer("Jumlah atau masuk", Entry::count),
            Column.integer("Selesai", Entry::done),
            Column.integer("Keluar", Entry::left),
            Column.integer("Median (detik)", Entry::median),
            Column.integer("P90 (detik)", Entry::p90),
            Column.integer("Tepat waktu", Entry::onTime));

    /** The same figures, and every kecamatan of the target. @param closed null for a report that is not closed */
    public byte[] xlsx(DayReport report, @Nullable ClosedReport closed) {
        String state = closed == null
                ? "sementara, belum ditutup"
                : "nomor %s, ditutup, SHA-256 %s".formatted(closed.number(), closed.hash());
        return spreadsheet.bytes(
                new Listing<>(
                        "Laporan harian aktivasi IKD",
                        "%s, %s, %s. %s"
                                .formatted(report.scope(), Formats.longDate(report.day()), state, TargetTable.SOURCE),
                        COLUMNS),
                entries(report));
    }

    private static List<Entry> entries(DayReport report) {
        var entries = new ArrayList<Entry>();
        entries.add(Entry.of("Ringkasan", "Orang dilayani", "", report.served()));
        entries.add(Entry.of("Ringkasan", "Aktif baru", "", report.fresh()));
        entries.add(Entry.of("Ringkasan", "Masuk target kabupaten", "", report.freshLocal()));
        entries.add(Entry.of("Ringkasan", "Keluar sebelum aktif", "", report.dropOuts()));
        entries.add(Entry.of("Ringkasan", "Masih berjalan", "", report.open()));
        report.places()
                .forEach(place -> place.domiciles()
                        .forEach(count -> entries.add(Entry.of("Tempat", place.name(), count.name(), count.count()))));
        report.steps()
                .forEach(step -> entries.add(new Entry(
                        "Langkah",
                        step.number() + " " + step.name(),
                        "",
                        step.entered(),
                        step.done(),
                        step.left(),
                        step.times().median(),
                        step.times().p90(),
                        step.onTime())));
        report.reasons().forEach(count -> entries.add(Entry.of("Keluar", count.name(), count.detail(), count.count())));
        report.again().forEach(count -> entries.add(Entry.of("Aktivasi ulang", count.name(), "", count.count())));
        report.events()
                .forEach(count -> entries.add(Entry.of("Kejadian", count.name(), count.detail(), count.count())));
        report.officers()
                .forEach(officer -> entries.add(new Entry(
                        "Petugas",
                        officer.name(),
                        "pindai, aktif, arsip",
                        officer.scans(),
                        officer.activated(),
                        officer.archived(),
                        null,
                        null,
                        null)));
        report.targets()
                .forEach(target -> entries.add(new Entry(
                        "Target",
                        target.name(),
                        "penyebut %d, target %d, perlu %d per hari kerja"
                                .formatted(target.denominator(), target.goal(), target.perDay()),
                        target.active(),
                        null,
                        null,
                        null,
                        null,
                        null)));
        return entries;
    }
}
