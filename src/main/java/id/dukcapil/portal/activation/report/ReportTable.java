package id.dukcapil.portal.activation.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import id.dukcapil.portal.common.ui.Formats;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A section of the report as it is read, the same on screen and on paper.
 *
 * @param note beside or below the heading; empty for none
 * @param heads the first is that of the texts, the others are those of figures
 * @param total the last row; empty for none
 */
public record ReportTable(
        String heading, String note, List<String> heads, List<List<String>> rows, List<String> total) {

    /** So many domiciles have a column of their own. */
    private static final int DOMICILES = 4;

    private static ReportTable of(String heading, String note, List<String> heads, Stream<List<String>> rows) {
        return new ReportTable(heading, note, heads, rows.toList(), List.of());
    }

    /** Sections 1 to 6. */
    public static List<ReportTable> of(DayReport report) {
        return List.of(
                places(report),
                steps(report),
                counts("3. Keluar sebelum aktif", report.reasons()),
                counts("4. Di luar hitungan aktivasi baru", report.again()),
                counts("5. Kejadian", report.events()),
                officers(report));
    }

    private static ReportTable places(DayReport report) {
        List<String> domiciles = domiciles(report);
        var heads = new ArrayList<>(List.of("Tempat"));
        heads.addAll(domiciles);
        heads.addAll(List.of("Lain", "Masuk target", "Luar kab.", "Jumlah"));
        return of(
                "1. Tempat aktivasi menurut domisili",
                "orang, aktivasi baru",
                heads,
                report.places().stream().map(place -> place(place, domiciles)));
    }

    private static List<String> place(DayReport.Place place, List<String> domiciles) {
        Map<String, Integer> people = place.domiciles().stream()
                .collect(groupingBy(DayReport.Count::name, summingInt(DayReport.Count::count)));
        int shown = domiciles.stream()
                .mapToInt(name -> people.getOrDefault(name, 0))
                .sum();
        var cells = new ArrayList<>(List.of(place.name()));
        domiciles.forEach(name -> cells.add(Formats.number(people.getOrDefault(name, 0))));
        cells.addAll(numbers(place.total() - shown, place.local(), place.outside(), place.total()));
        return cells;
    }

    /** Those with most new activations on the day. */
    static List<String> domiciles(DayReport report) {
        return report.places().stream()
                .flatMap(place -> place.domiciles().stream())
                .collect(groupingBy(DayReport.Count::name, summingInt(DayReport.Count::count)))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .limit(DOMICILES)
                .toList();
    }

    private static ReportTable steps(DayReport report) {
        return of(
                "2. Langkah SOP",
                "orang; standar 5 menit tiap langkah",
                List.of("Langkah", "Masuk", "Selesai", "Keluar", "Median", "P90", "Tepat 5 mnt"),
                report.steps().stream().map(ReportTable::step));
    }

    private static List<String> step(DayReport.Step step) {
        DayReport.Times times = step.times();
        var cells = new ArrayList<>(List.of(step.number() + " " + step.name()));
        cells.addAll(numbers(step.entered(), step.done(), step.left()));
        cells.addAll(List.of(
                minutes(times.median()),
                minutes(times.p90()),
                times.count() == 0 ? "–" : Formats.percent((double) step.onTime() / times.count())));
        return cells;
    }

    private static ReportTable counts(String heading, List<DayReport.Count> counts) {
        return of(
                heading,
                "",
                List.of("Uraian", "Jumlah"),
                counts.stream()
                        .map(count -> List.of(
                                count.detail().isEmpty()
                                        ? count.name()
                                        : "%s (%s)".formatted(count.name(), count.detail()),
                                Formats.number(count.count()))));
    }

    private static ReportTable officers(DayReport report) {
        Integer median = report.officer().median();
        return of(
                "6. Petugas",
                "waktu petugas median %s, batas 90 dtk"
                        .formatted(median == null ? "–" : Formats.number(median) + " dtk"),
                List.of("Nama", "Pindai", "Aktif", "Arsip"),
                report.officers().stream()
                        .map(officer ->
                                labelled(officer.name(), officer.scans(), officer.activated(), officer.archived())));
    }

    /** @param note what the target is counted from */
    public static ReportTable targets(String heading, String note, List<DayReport.Target> targets) {
        return of(
                heading,
                note,
                List.of("Domisili", "Penyebut", "Target", "Aktif", "Capaian", "Kurang", "Per hari kerja"),
                targets.stream()
                        .map(target -> List.of(
                                target.name(),
                                Formats.number(target.denominator()),
                                Formats.number(target.goal()),
                                Formats.number(target.active()),
                                target.reached(),
                                Formats.number(target.missing()),
                                Formats.number(target.perDay()))));
    }

    /** The days of a month and their sum. */
    public static ReportTable month(YearMonth month, List<DayReport> days) {
        List<ToIntFunction<DayReport>> figures = List.of(
                DayReport::served,
                DayReport::fresh,
                DayReport::freshLocal,
                day -> day.again().stream().mapToInt(DayReport.Count::count).sum(),
                DayReport::dropOuts);
        return new ReportTable(
                "Ringkasan " + Formats.month(month),
                "menurut baris langkah sekarang",
                List.of("Hari", "Dilayani", "Aktif baru", "Masuk target", "Aktivasi ulang", "Keluar"),
                days.stream()
                        .map(day -> labelled(
                                Formats.shortDate(day.day()),
                                figures.stream()
                                        .mapToInt(figure -> figure.applyAsInt(day))
                                        .toArray()))
                        .toList(),
                labelled(
                        "Jumlah",
                        figures.stream()
                                .mapToInt(
                                        figure -> days.stream().mapToInt(figure).sum())
                                .toArray()));
    }

    private static List<String> labelled(String label, int... figures) {
        return Stream.concat(Stream.of(label), numbers(figures).stream()).toList();
    }

    private static List<String> numbers(int... figures) {
        return Arrays.stream(figures).mapToObj(Formats::number).toList();
    }

    /** {@code 3,1 mnt}, or a dash. */
    public static String minutes(@Nullable Integer seconds) {
        return seconds == null ? "–" : Formats.decimal(seconds / 60.0) + " mnt";
    }
}
