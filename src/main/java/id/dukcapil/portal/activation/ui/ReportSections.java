package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import id.dukcapil.portal.activation.report.ClosedReport;
import id.dukcapil.portal.activation.report.DayReport;
import id.dukcapil.portal.activation.report.ReportTable;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.DayClosing;
import id.dukcapil.portal.common.ui.parts.Sheet;
import java.time.ZoneId;
import java.util.List;

/** The sections of a daily report as on paper. */
class ReportSections extends Div {

    /** Sections across the whole page; the others stand side by side. */
    private static final int WIDE = 2;

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
                        ReportTable.minutes(report.whole().median()),
                        "P90 %s; standar 30"
                                .formatted(ReportTable.minutes(report.whole().p90()))));
        figures.addClassName("figures");
        add(figures);
        List<ReportTable> tables = ReportTable.of(report);
        tables.stream().limit(WIDE).map(ReportSections::sheet).forEach(this::add);
        var pairs = new Div();
        tables.stream().skip(WIDE).map(ReportSections::sheet).forEach(pairs::add);
        pairs.addClassName("ended");
        add(pairs);
    }

    /** That the day is locked, whether it was changed since, and what turned out to be wrong. */
    static Div lock(ClosedReport closed, ZoneId zone) {
        var closing = new DayClosing("Penutupan");
        closing.showClosed(closed.lock(zone));
        var box = new Div(closing);
        if (!closed.intact()) {
            box.add(new Callout(
                    "Diubah di luar portal",
                    Tone.LATE,
                    "Baris laporan ini diubah langsung di basis data. Yang tampil adalah salinan yang ditutup; jejak audit"
                            + " mencatat temuannya."));
        }
        closed.corrections()
                .forEach(correction -> box.add(new Callout(
                        "Koreksi",
                        Tone.WARN,
                        "%s, %s: %s"
                                .formatted(
                                        Formats.shortDateTime(correction.at(), zone),
                                        correction.by(),
                                        correction.text()))));
        return box;
    }

    static Sheet sheet(ReportTable section) {
        return new Sheet(section.heading(), framed(table(section))).note(section.note());
    }

    static NativeTable table(ReportTable section) {
        var table = new NativeTable();
        table.addClassName("report-table");
        var heads = table.getHead().addRow();
        section.heads().forEach(head -> heads.addHeaderCell().setText(head));
        section.rows().forEach(row -> row(table, row));
        if (!section.total().isEmpty()) {
            row(table, section.total());
        }
        return table;
    }

    private static void row(NativeTable table, List<String> cells) {
        var row = table.getBody().addRow();
        row.addHeaderCell().setText(cells.getFirst());
        cells.stream().skip(1).forEach(cell -> row.addDataCell().setText(cell));
    }

    /** A table that is wider than the window scrolls by itself. */
    static Div framed(NativeTable table) {
        var frame = new Div(table);
        frame.addClassName("table-frame");
        frame.getElement().setAttribute("tabindex", "0");
        return frame;
    }
}
