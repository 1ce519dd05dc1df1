package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import id.dukcapil.portal.activation.report.DayReport;
import id.dukcapil.portal.activation.report.ReportPapers;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Sheet;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

/** The sections of a daily report as on paper. */
class ReportSections extends Div {

    private static final long serialVersionUID = 1L;

    ReportSections(DayReport report) {
        addClassName("report-sections");
        var figures = new Div(
                new Figure("Orang dilayani", Formats.number(report.served()), "mulai langkah 1"),
                new Figure("Aktif, baru", Formats.number(report.fresh()), "tanpa aktivasi ulang")
                        .withBar(report.fresh(), report.served(), Tone.OK),
                new Figure(
                        "Masuk target kabupaten",
                        Formats.number(report.freshLocal()),
                        "%s berdomisili di luar".formatted(Formats.number(report.fresh() - report.freshLocal()))),
                new Figure("Keluar sebelum aktif", Formats.number(report.dropOuts()), "dengan alasan"),
                new Figure(
                        "Lama, median",
                        ReportPapers.minutes(report.whole().median()),
                        "P90 %s; standar 30"
                                .formatted(ReportPapers.minutes(report.whole().p90()))));
        figures.addClassName("figures");
        add(figures, places(report), steps(report));
        var pair = new Div(
                counts("3. Keluar sebelum aktif", report.reasons()),
                counts("4. Di luar hitungan aktivasi baru", report.again()),
                counts("5. Kejadian", report.events()),
                officers(report));
        pair.addClassName("ended");
        add(pair);
    }

    private static Sheet places(DayReport report) {
        var table = table("Tempat", "Domisili", "Masuk target", "Luar kab.", "Jumlah");
        report.places()
                .forEach(place -> row(
                        table,
                        place.name(),
                        place.domiciles().stream()
                                .map(count -> count.name() + " " + Formats.number(count.count()))
                                .collect(Collectors.joining(", ")),
                        Formats.number(place.local()),
                        Formats.number(place.outside()),
                        Formats.number(place.total())));
        return new Sheet("1. Tempat aktivasi menurut domisili", framed(table)).note("orang, aktivasi baru");
    }

    private static Sheet steps(DayReport report) {
        var table = table("Langkah", "Masuk", "Selesai", "Keluar", "Median", "P90", "Tepat 5 mnt");
        report.steps()
                .forEach(step -> row(
                        table,
                        step.number() + " " + step.name(),
                        Formats.number(step.entered()),
                        Formats.number(step.done()),
                        Formats.number(step.left()),
                        ReportPapers.minutes(step.times().median()),
                        ReportPapers.minutes(step.times().p90()),
                        step.times().count() == 0
                                ? "–"
                                : Formats.percent(
                                        (double) step.onTime() / step.times().count())));
        return new Sheet("2. Langkah SOP", framed(table)).note("standar 5 menit tiap langkah");
    }

    private static Sheet counts(String heading, List<DayReport.Count> counts) {
        var table = table("Uraian", "Keterangan", "Jumlah");
        counts.forEach(count -> row(table, count.name(), count.detail(), Formats.number(count.count())));
        return new Sheet(heading, framed(table));
    }

    private static Sheet officers(DayReport report) {
        var table = table("Petugas", "Pindai", "Aktif", "Arsip");
        report.officers()
                .forEach(officer -> row(
                        table,
                        officer.name(),
                        Formats.number(officer.scans()),
                        Formats.number(officer.activated()),
                        Formats.number(officer.archived())));
        return new Sheet("6. Petugas", framed(table));
    }

    /** The days of a month and their sum. */
    static Sheet month(YearMonth month, List<DayReport> days) {
        var table = table("Hari", "Dilayani", "Aktif baru", "Masuk target", "Aktivasi ulang", "Keluar");
        days.forEach(day -> row(
                table,
                Formats.shortDate(day.day()),
                Formats.number(day.served()),
                Formats.number(day.fresh()),
                Formats.number(day.freshLocal()),
                Formats.number(again(day)),
                Formats.number(day.dropOuts())));
        row(
                table,
                "Jumlah",
                Formats.number(days.stream().mapToInt(DayReport::served).sum()),
                Formats.number(days.stream().mapToInt(DayReport::fresh).sum()),
                Formats.number(days.stream().mapToInt(DayReport::freshLocal).sum()),
                Formats.number(days.stream().mapToInt(ReportSections::again).sum()),
                Formats.number(days.stream().mapToInt(DayReport::dropOuts).sum()));
        return new Sheet("Ringkasan " + Formats.month(month), framed(table)).note("menurut baris langkah sekarang");
    }

    private static int again(DayReport day) {
        return day.again().stream().mapToInt(DayReport.Count::count).sum();
    }

    static NativeTable table(String... heads) {
        var table = new NativeTable();
        table.addClassName("report-table");
        var row = table.getHead().addRow();
        for (String head : heads) {
            row.addHeaderCell().setText(head);
        }
        return table;
    }

    static void row(NativeTable table, String label, String... cells) {
        var row = table.getBody().addRow();
        row.addHeaderCell().setText(label);
        for (String cell : cells) {
            var data = row.addDataCell();
            data.setText(cell);
            if (!cell.isEmpty() && Character.isLetter(cell.charAt(0))) {
                data.addClassName("words");
            }
        }
    }

    /** A table that is wider than the window scrolls by itself. */
    static Div framed(NativeTable table) {
        var frame = new Div(table);
        frame.addClassName("table-frame");
        frame.getElement().setAttribute("tabindex", "0");
        return frame;
    }
}
