package id.dukcapil.portal.sla.archive;

import static java.util.stream.Collectors.joining;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.paper.PaperChart;
import id.dukcapil.portal.sla.archive.PaperContent.Part;
import id.dukcapil.portal.sla.report.Change;
import id.dukcapil.portal.sla.report.Definitions;
import id.dukcapil.portal.sla.report.Figures;
import id.dukcapil.portal.sla.report.StandardNames;
import id.dukcapil.portal.sla.stay.Answer;
import id.dukcapil.portal.sla.stay.Question;
import id.dukcapil.portal.sla.stay.StayFacts;
import id.dukcapil.portal.sla.stay.Tally;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a performance report says, from the same figures as the page: each part a chart with the table of what it draws. */
final class PerformanceContent {

    private static final int MONTHS = 12;
    private static final List<String> HEADS = List.of("Selesai", "Tepat waktu", "Median", "P90", "Terlama");

    private final StayFacts facts;
    private final StandardNames names;
    private final List<Office> offices;
    private final Question period;
    private final Answer now;
    private final Answer before;
    private final List<Part> parts = new ArrayList<>();

    PerformanceContent(StayFacts facts, StandardNames names, List<Office> offices, Question period) {
        this.facts = facts;
        this.names = names;
        this.offices = offices;
        this.period = period;
        now = facts.answer(period);
        before = facts.answer(period.before());
    }

    boolean isEmpty() {
        return now.cases().count() == 0 && now.steps().isEmpty();
    }

    /** Always the same for the same figures, so that what has changed since is seen by comparing. */
    List<Part> parts() {
        summary();
        days();
        months();
        groups("3. Menurut prosedur", "Prosedur", now.standards(), names::of);
        now.standards().keySet().stream().sorted().forEach(this::steps);
        groups("5. Menurut kantor", "Kantor", now.offices(), this::office);
        offices.stream()
                .filter(office -> now.offices().containsKey(office.code()))
                .forEach(this::proceduresOf);
        changes();
        hours();
        parts.add(new Part(
                "9. Definisi",
                Definitions.all().entrySet().stream()
                        .map(one -> one.getKey() + ": " + one.getValue())
                        .collect(joining("\n")),
                null,
                List.of(),
                List.of()));
        return List.copyOf(parts);
    }

    private void summary() {
        Tally own = now.cases();
        Tally then = before.cases();
        parts.add(new Part(
                "1. Ringkasan",
                List.of("Angka", "Periode ini", "Sebelumnya"),
                List.of(
                        List.of("Berkas selesai", Formats.number(own.count()), Formats.number(then.count())),
                        List.of("Tepat waktu", Figures.onTime(own), Figures.onTime(then)),
                        List.of("Lewat standar", Formats.number(own.late()), Formats.number(then.late())),
                        List.of("Median waktu kerja", Figures.time(own.median()), Figures.time(then.median())),
                        List.of("P90 waktu kerja", Figures.time(own.p90()), Figures.time(then.p90())),
                        List.of("Terlama", Figures.time(own.worst()), Figures.time(then.worst())))));
    }

    private void days() {
        List<LocalDate> days = period.from().datesUntil(period.to().plusDays(1)).toList();
        List<List<String>> rows = now.days().entrySet().stream()
                .map(day -> row(Formats.longDate(day.getKey()), day.getValue()))
                .toList();
        chart(
                "2. Menurut hari berakhirnya berkas",
                "Hari",
                days.stream().map(day -> Integer.toString(day.getDayOfMonth())).toList(),
                List.of(
                        series(
                                "Selesai",
                                days,
                                day -> (double) of(now.days(), day).count(),
                                true),
                        series(
                                "Lewat standar",
                                days,
                                day -> (double) of(now.days(), day).late(),
                                false)),
                false,
                rows);
    }

    /** The twelve months up to the one in which the period ends. */
    private void months() {
        YearMonth last = YearMonth.from(period.to());
        List<YearMonth> months = new ArrayList<>();
        List<Tally> tallies = new ArrayList<>();
        for (YearMonth month = last.minusMonths(MONTHS - 1L); !month.isAfter(last); month = month.plusMonths(1)) {
            LocalDate end = month.atEndOfMonth().isAfter(period.to()) ? period.to() : month.atEndOfMonth();
            months.add(month);
            tallies.add(facts.answer(new Question(month.atDay(1), end, null, period.offices()))
                    .cases());
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            rows.add(row(Formats.month(months.get(i)), tallies.get(i)));
        }
        chart(
                "Dua belas bulan: bagian tepat waktu",
                "Bulan",
                months.stream()
                        .map(month -> Formats.month(month).substring(0, 3))
                        .toList(),
                List.of(series("Tepat waktu", tallies, PerformanceContent::share, false)),
                true,
                rows);
    }

    private <K> void groups(String heading, String head, Map<K, Tally> tallies, Function<K, String> name) {
        List<Map.Entry<K, Tally>> entries = tallies.entrySet().stream()
                .sorted((one, other) -> name.apply(one.getKey()).compareTo(name.apply(other.getKey())))
                .toList();
        chart(
                heading,
                head,
                entries.stream().map(entry -> brief(name.apply(entry.getKey()))).toList(),
                List.of(series("Tepat waktu", entries, entry -> share(entry.getValue()), true)),
                true,
                entries.stream()
                        .map(entry -> row(name.apply(entry.getKey()), entry.getValue()))
                        .toList());
    }

    private void steps(String standard) {
        List<Map.Entry<Answer.StepKey, Tally>> steps = now.steps().entrySet().stream()
                .filter(entry -> entry.getKey().standard().equals(standard))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        steps.forEach(entry -> {
            Integer target = names.target(entry.getKey());
            List<String> row = new ArrayList<>(row(names.step(entry.getKey()), entry.getValue()));
            row.set(row.size() - 1, target == null ? Figures.NONE : Figures.time(target));
            rows.add(row);
        });
        List<Map.Entry<Answer.StepKey, Tally>> own =
                steps.stream().filter(entry -> entry.getKey().forOffice()).toList();
        parts.add(new Part(
                "4. Langkah: " + names.of(standard),
                "Grafik: menit waktu kerja langkah kantor.",
                new PaperChart(
                        own.stream()
                                .map(entry -> "Langkah " + entry.getKey().step())
                                .toList(),
                        List.of(
                                series(
                                        "P90 (menit)",
                                        own,
                                        entry -> entry.getValue().p90() / 60.0,
                                        true),
                                series("Standar (menit)", own, entry -> minutes(names.target(entry.getKey())), true)),
                        false),
                List.of("Langkah", "Selesai", "Tepat waktu", "Median", "P90", "Standar"),
                rows));
    }

    private void proceduresOf(Office office) {
        Answer own = facts.answer(new Question(period.from(), period.to(), null, Set.of(office.code())));
        List<LocalDate> days = period.from().datesUntil(period.to().plusDays(1)).toList();
        chart(
                "6. " + office.name(),
                "Prosedur",
                days.stream().map(day -> Integer.toString(day.getDayOfMonth())).toList(),
                List.of(
                        series(
                                "Selesai",
                                days,
                                day -> (double) of(own.days(), day).count(),
                                true),
                        series(
                                "Lewat standar",
                                days,
                                day -> (double) of(own.days(), day).late(),
                                false)),
                false,
                own.standards().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> row(names.of(entry.getKey()), entry.getValue()))
                        .toList());
    }

    private void changes() {
        List<List<String>> rows = Change.of(before.offices(), now.offices()).stream()
                .map(change -> List.of(
                        change.group() == null ? "Bauran dan volume" : office(change.group()),
                        Figures.change(change.points())))
                .toList();
        parts.add(new Part("7. Apa yang berubah pada tepat waktu", List.of("Kantor", "Poin persen"), rows));
    }

    private void hours() {
        List<List<String>> rows = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            int measured = 0;
            int late = 0;
            for (List<Answer.Share> day : now.hours()) {
                measured += day.get(hour).measured();
                late += day.get(hour).late();
            }
            if (measured > 0) {
                rows.add(List.of(
                        "%02d.00–%02d.00".formatted(hour, hour + 1),
                        Formats.number(measured),
                        Formats.percent((double) late / measured)));
            }
        }
        parts.add(new Part("8. Menurut jam mulainya langkah", List.of("Jam", "Langkah", "Lewat standar"), rows));
    }

    private void chart(
            String heading,
            String head,
            List<String> labels,
            List<PaperChart.Series> series,
            boolean percent,
            List<List<String>> rows) {
        List<String> heads = new ArrayList<>(List.of(head));
        heads.addAll(HEADS);
        parts.add(new Part(heading, "", new PaperChart(labels, series, percent), heads, rows));
    }

    private static <T> PaperChart.Series series(
            String name, List<T> places, Function<T, @Nullable Double> value, boolean bars) {
        List<@Nullable Double> values = new ArrayList<>();
        places.forEach(place -> values.add(value.apply(place)));
        return new PaperChart.Series(name, values, bars);
    }

    private static List<String> row(String name, Tally tally) {
        return List.of(
                name,
                Formats.number(tally.count()),
                Figures.onTime(tally),
                Figures.time(tally.median()),
                Figures.time(tally.p90()),
                Figures.time(tally.worst()));
    }

    private static @Nullable Double share(Tally tally) {
        return tally.measured() == 0 ? null : tally.onTimeShare();
    }

    private static @Nullable Double minutes(@Nullable Integer seconds) {
        return seconds == null ? null : seconds / 60.0;
    }

    private static <K> Tally of(Map<K, Tally> tallies, K key) {
        return tallies.getOrDefault(key, Tally.NONE);
    }

    private String office(OfficeCode code) {
        return offices.stream()
                .filter(office -> office.code().equals(code))
                .map(Office::name)
                .findFirst()
                .orElse(code.value());
    }

    private static String brief(String name) {
        String bare = name.replaceFirst("^UKL Kecamatan ", "");
        return bare.length() <= 14 ? bare : bare.substring(0, 13) + "…";
    }
}
