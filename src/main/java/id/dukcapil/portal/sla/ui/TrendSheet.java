package id.dukcapil.portal.sla.ui;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.parts.LineTable;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.sla.report.PerformanceReports;
import id.dukcapil.portal.sla.stay.Answer;
import id.dukcapil.portal.sla.stay.Question;
import id.dukcapil.portal.sla.stay.Tally;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The share on time over the period, beside that of the period before: by day, week or month, whichever can be read. */
final class TrendSheet extends Sheet {

    private static final int DAYS = 31;
    private static final int WEEKS = 120;

    private record Part(LocalDate from, LocalDate to, String name) {}

    TrendSheet(PerformanceReports.Comparison found, CaseLinks links) {
        super("Tepat waktu sepanjang periode");
        note("% berkas");
        List<Part> parts = parts(found.period());
        List<Part> before = parts(found.periodBefore());
        var then = new ArrayList<LineTable.@Nullable Point>();
        for (int i = 0; i < parts.size(); i++) {
            then.add(i < before.size() ? point(found.before(), before.get(i), links) : null);
        }
        var lines = new LineTable(
                "Mulai",
                parts.stream().map(Part::name).toList(),
                List.of(
                        new LineTable.Line(
                                "Periode ini",
                                parts.stream()
                                        .<LineTable.@Nullable Point>map(part -> point(found.now(), part, links))
                                        .toList()),
                        new LineTable.Line("Sebelumnya", then)),
                100L,
                "Garis putus: seratus persen. Hari tanpa berkas selesai tidak punya titik.");
        add(lines.interactive());
    }

    private static LineTable.@Nullable Point point(Answer answer, Part part, CaseLinks links) {
        int measured = 0;
        int onTime = 0;
        for (Tally day :
                answer.days().subMap(part.from(), part.to().plusDays(1)).values()) {
            measured += day.measured();
            onTime += day.onTime();
        }
        return measured == 0
                ? null
                : new LineTable.Point(Math.round(100.0 * onTime / measured), links.days(part.from(), part.to()));
    }

    private static List<Part> parts(Question period) {
        var parts = new ArrayList<Part>();
        LocalDate from = period.from();
        while (!from.isAfter(period.to())) {
            LocalDate to = last(from, period.days());
            LocalDate end = to.isAfter(period.to()) ? period.to() : to;
            parts.add(new Part(from, end, name(from, period.days())));
            from = end.plusDays(1);
        }
        return parts;
    }

    private static LocalDate last(LocalDate from, int days) {
        if (days <= DAYS) {
            return from;
        }
        return days <= WEEKS ? from.plusDays(6) : YearMonth.from(from).atEndOfMonth();
    }

    private static String name(LocalDate from, int days) {
        if (days <= DAYS) {
            return String.valueOf(from.getDayOfMonth());
        }
        return days <= WEEKS
                ? Formats.shortDate(from).replaceFirst(".*, ", "")
                : Formats.month(YearMonth.from(from)).substring(0, 3);
    }
}
