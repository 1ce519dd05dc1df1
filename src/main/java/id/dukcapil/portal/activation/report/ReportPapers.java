package id.dukcapil.portal.activation.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import id.dukcapil.portal.common.Nip;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.Listing;
import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.documents.Template;
import id.dukcapil.portal.staff.Organisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The report on paper, with room for pen and ink, and as a workbook. Both show the same figures as the screen. */
@Service
@PreAuthorize("hasAuthority('ACTIVATION_READ')")
public class ReportPapers {

    private static final Template TEMPLATE = new Template("activation/daily-report");
    private static final int CELLS = 8;

    /** So many domiciles have a column of their own. */
    private static final int DOMICILES = 4;

    private final PdfRenderer pdf;
    private final Spreadsheet spreadsheet;
    private final Organisation organisation;
    private final TargetTable targets;

    ReportPapers(PdfRenderer pdf, Spreadsheet spreadsheet, Organisation organisation, TargetTable targets) {
        this.pdf = pdf;
        this.spreadsheet = spreadsheet;
        this.organisation = organisation;
        this.targets = targets;
    }

    /** @param closed null for a report that is not closed, which says so */
    public byte[] pdf(DayReport report, @Nullable ClosedReport closed) {
        var parameters = new HashMap<String, Object>();
        parameters.put("NUMBER", closed == null ? "Sementara, belum ditutup" : "Nomor " + closed.number());
        parameters.put("DAY", Formats.longDate(report.day()));
        parameters.put("SCOPE", report.scope());
        parameters.put("FIGURES", figures(report));
        parameters.put("LOCK", closed == null ? "Angka masih dapat bertambah sampai hari ditutup." : lock(closed));
        parameters.put("SIGNER", closed == null ? "" : closed.closedBy());
        parameters.put("SIGNER_NIP", closed == null ? "" : nip(closed.closedByNip()));
        parameters.put("PLACE_DATE", organisation.place() + ", " + Formats.date(report.day()));
        return pdf.render(TEMPLATE, parameters, lines(report, closed));
    }

    private static String nip(@Nullable String digits) {
        return digits == null
                ? ""
                : "NIP " + Nip.parse(digits).value().map(Nip::grouped).orElse(digits);
    }

    private static String figures(DayReport report) {
        return "Dilayani %s  ·  Aktif baru %s, masuk target %s  ·  Keluar %s  ·  Masih berjalan %s  ·  Lama median %s"
                .formatted(
                        Formats.number(report.served()),
                        Formats.number(report.fresh()),
                        Formats.number(report.freshLocal()),
                        Formats.number(report.dropOuts()),
                        Formats.number(report.open()),
                        minutes(report.whole().median()));
    }

    private String lock(ClosedReport closed) {
        return "DITUTUP DAN DIKUNCI %s oleh %s%nSHA-256 %s%nKoreksi sesudah penutupan: %d; dicatat sebagai lampiran dan tidak"
                        .formatted(
                                Formats.dateTime(closed.closedAt(), organisation.timeZone()),
                                closed.closedBy(),
                                closed.hash(),
                                closed.corrections().size())
                + " mengubah angka di atas."
                + (closed.intact() ? "" : " PERINGATAN: baris basis data diubah di luar portal; lihat jejak audit.");
    }

    /** {@code 3,1 mnt}, or a dash. */
    public static String minutes(@Nullable Integer seconds) {
        return seconds == null ? "–" : Formats.decimal(seconds / 60.0) + " mnt";
    }

    /** What the target is counted from, and how far that can be trusted. */
    public static String targetSource() {
        return TargetTable.SOURCE + " Aktif: penduduk kabupaten yang dilayani sejak portal dipakai.";
    }

    private List<Map<String, String>> lines(DayReport report, @Nullable ClosedReport closed) {
        var lines = new ArrayList<Map<String, String>>();
        places(lines, report);
        steps(lines, report);
        counts(lines, "3. Keluar sebelum aktif", "Alasan", report.reasons(), "Langkah");
        counts(lines, "4. Di luar hitungan aktivasi baru", "Aktivasi ulang", report.again(), "");
        counts(lines, "5. Kejadian", "Kejadian", report.events(), "Akhirnya");
        officers(lines, report);
        targets(lines, report);
        if (closed != null) {
            corrections(lines, closed);
        }
        return lines;
    }

    private static void places(List<Map<String, String>> lines, DayReport report) {
        List<String> domiciles = report.places().stream()
                .flatMap(place -> place.domiciles().stream())
                .map(DayReport.Count::name)
                .distinct()
                .limit(DOMICILES)
                .toList();
        var heads = new ArrayList<>(domiciles);
        while (heads.size() < DOMICILES) {
            heads.add("");
        }
        heads.addAll(List.of("Lain", "Masuk target", "Luar kab.", "Jumlah"));
        lines.add(line("S", "1. Tempat aktivasi menurut domisili (orang, aktivasi baru)", List.of()));
        lines.add(line("H", "Tempat", heads));
        report.places().forEach(place -> {
            var cells = new ArrayList<String>();
            int shown = 0;
            for (int i = 0; i < DOMICILES; i++) {
                int people = i < domiciles.size() ? of(place, domiciles.get(i)) : 0;
                shown += people;
                cells.add(i < domiciles.size() ? Formats.number(people) : "");
            }
            cells.addAll(List.of(
                    Formats.number(place.total() - shown),
                    Formats.number(place.local()),
                    Formats.number(place.outside()),
                    Formats.number(place.total())));
            lines.add(line("R", place.name(), cells));
        });
    }

    private static int of(DayReport.Place place, String domicile) {
        return place.domiciles().stream()
                .filter(count -> count.name().equals(domicile))
                .mapToInt(DayReport.Count::count)
                .sum();
    }

    private static void steps(List<Map<String, String>> lines, DayReport report) {
        lines.add(line("S", "2. Langkah SOP (orang; standar 5 menit tiap langkah)", List.of()));
        lines.add(line("H", "Langkah", List.of("Masuk", "Selesai", "Keluar", "Median", "P90", "Standar", "Tepat", "")));
        report.steps()
                .forEach(step -> lines.add(line(
                        "R",
                        step.number() + " " + step.name(),
                        List.of(
                                Formats.number(step.entered()),
                                Formats.number(step.done()),
                                Formats.number(step.left()),
                                minutes(step.times().median()),
                                minutes(step.times().p90()),
                                "5 mnt",
                                step.times().count() == 0
                                        ? "–"
                                        : Formats.percent((double) step.onTime()
                                                / step.times().count()),
                                ""))));
    }

    private static void counts(
            List<Map<String, String>> lines, String title, String head, List<DayReport.Count> counts, String detail) {
        lines.add(line("S", title, List.of()));
        if (counts.isEmpty()) {
            lines.add(line("N", "Tidak ada.", List.of()));
            return;
        }
        lines.add(line("V", head, List.of("", "", "", "", "", "", "", "Jumlah")));
        counts.forEach(count -> lines.add(line(
                "W",
                detail.isEmpty() || count.detail().isEmpty()
                        ? count.name()
                        : count.name() + " (" + count.detail() + ")",
                List.of("", "", "", "", "", "", "", Formats.number(count.count())))));
    }

    private static void officers(List<Map<String, String>> lines, DayReport report) {
        lines.add(line(
                "S",
                "6. Petugas (waktu petugas median " + seconds(report.officer().median()) + ", batas 90 dtk)",
                List.of()));
        lines.add(line("H", "Nama", List.of("", "", "", "", "", "Pindai", "Aktif", "Arsip")));
        report.officers()
                .forEach(officer -> lines.add(line(
                        "R",
                        officer.name(),
                        List.of(
                                "",
                                "",
                                "",
                                "",
                                "",
                                Formats.number(officer.scans()),
                                Formats.number(officer.activated()),
                                Formats.number(officer.archived())))));
    }

    private static String seconds(@Nullable Integer seconds) {
        return seconds == null ? "–" : Formats.number(seconds) + " dtk";
    }

    /** Those with most activations on the day, and the regency; the workbook has all. */
    private void targets(List<Map<String, String>> lines, DayReport report) {
        if (report.targets().isEmpty()) {
            return;
        }
        List<String> today = report.places().stream()
                .flatMap(place -> place.domiciles().stream())
                .collect(groupingBy(DayReport.Count::name, summingInt(DayReport.Count::count)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(DOMICILES)
                .toList();
        lines.add(line(
                "S",
                "7. Capaian terhadap target %d%% (sampai %s)".formatted(targets.percent(), Formats.date(report.day())),
                List.of()));
        lines.add(
                line("H", "Domisili", List.of("", "Penyebut", "Target", "Aktif", "Capaian", "Kurang", "Per hari", "")));
        report.targets().stream()
                .filter(target -> target.code().length() == 4 || today.contains(target.name()))
                .forEach(target -> lines.add(line(
                        "R",
                        target.name(),
                        List.of(
                                "",
                                Formats.number(target.denominator()),
                                Formats.number(target.goal()),
                                Formats.number(target.active()),
                                target.reached(),
                                Formats.number(target.missing()),
                                Formats.number(target.perDay()),
                                ""))));
        lines.add(line(
                "N",
                TargetTable.SOURCE
                        + " Aktif: yang dilayani sejak portal dipakai. Sisa %d hari kerja sampai"
                                .formatted(targets.workingDaysLeft(report.day()))
                        + " 31 Desember.",
                List.of()));
    }

    private void corrections(List<Map<String, String>> lines, ClosedReport closed) {
        if (closed.corrections().isEmpty()) {
            return;
        }
        lines.add(line("S", "Lampiran: koreksi sesudah penutupan", List.of()));
        closed.corrections()
                .forEach(correction -> lines.add(line(
                        "N",
                        "%s, %s: %s"
                                .formatted(
                                        Formats.shortDateTime(correction.at(), organisation.timeZone()),
                                        correction.by(),
                                        correction.text()),
                        List.of())));
    }

    /** @param kind S section, H heads, R row, V and W the same with one figure only, N note */
    private static Map<String, String> line(String kind, String label, List<String> cells) {
        var line = new HashMap<String, String>();
        line.put("kind", kind);
        line.put("label", label);
        for (int i = 0; i < CELLS; i++) {
            line.put("c" + (i + 1), i < cells.size() ? cells.get(i) : "");
        }
        return line;
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
