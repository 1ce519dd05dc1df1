package id.dukcapil.portal.activation.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import id.dukcapil.portal.activation.process.ActivationAction;
import id.dukcapil.portal.activation.process.ActivationStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts the acts of a day. Nothing is read here, so the same acts always give the same report. */
final class DayCounting {

    /** "Mutu Baku" of SOP 28/2023: five minutes for each step. */
    static final Duration STANDARD = Duration.ofMinutes(5);

    static final List<String> STEPS = List.of(
            "Pasang aplikasi",
            "Isi data, padan register",
            "Swafoto, padan wajah",
            "Pindai QR oleh petugas",
            "Kode lewat surel, aktifkan",
            "Arsip dan laporan");

    private final List<StepRow> rows;
    private final Map<UUID, List<StepRow>> people;

    private DayCounting(List<StepRow> rows) {
        this.rows = rows;
        this.people = rows.stream().collect(groupingBy(StepRow::activation));
    }

    static DayReport of(String scope, LocalDate day, List<StepRow> rows) {
        return new DayCounting(rows).report(scope, day);
    }

    private DayReport report(String scope, LocalDate day) {
        List<StepRow> fresh = those(row -> row.activates() && row.purpose().isNew());
        return new DayReport(
                scope,
                day,
                people.size(),
                fresh.size(),
                (int) fresh.stream().filter(StepRow::local).count(),
                those(StepRow::dropsOut).size(),
                (int) people.values().stream()
                        .filter(acts -> acts.getLast().to().isOpen())
                        .count(),
                times(those(StepRow::activates).stream()
                        .map(row -> Duration.between(row.beganAt(), row.at()).toMillis())),
                times(officerTimes()),
                places(fresh),
                IntStream.rangeClosed(1, ActivationStatus.STEPS)
                        .mapToObj(this::step)
                        .toList(),
                reasons(),
                again(),
                events(),
                officers(),
                List.of());
    }

    private List<StepRow> those(Predicate<StepRow> wanted) {
        return rows.stream().filter(wanted).toList();
    }

    private DayReport.Step step(int number) {
        List<Long> spent = rows.stream()
                .filter(row -> row.ended() == number && row.action() != ActivationAction.ABANDON)
                .map(StepRow::spentMs)
                .filter(Objects::nonNull)
                .toList();
        return new DayReport.Step(
                number,
                STEPS.get(number - 1),
                those(row -> row.ended() >= 0 && !isOver(row) && row.ended() < number && row.reached() >= number
                                || isRefusal(row) && number <= 2)
                        .size(),
                those(row -> row.ended() >= 0 && !isOver(row) && row.ended() <= number && row.reached() > number
                                || isRefusal(row) && number == 1)
                        .size(),
                those(row -> row.dropsOut() && leftAt(row) == number).size(),
                times(spent.stream()),
                (int) spent.stream().filter(ms -> ms <= STANDARD.toMillis()).count());
    }

    private static boolean isOver(StepRow row) {
        return row.dropsOut();
    }

    private static boolean isRefusal(StepRow row) {
        return row.to() == ActivationStatus.REFUSED;
    }

    /** The register refuses in step 2. */
    private static int leftAt(StepRow row) {
        return isRefusal(row) ? 2 : row.ended();
    }

    private Stream<Long> officerTimes() {
        return people.values().stream()
                .map(acts -> acts.stream()
                        .filter(row -> row.officer() != null
                                && Set.of(ActivationAction.SCAN, ActivationAction.ARCHIVE)
                                        .contains(row.action()))
                        .map(StepRow::spentMs)
                        .filter(Objects::nonNull)
                        .collect(summingLong(Long::longValue)))
                .filter(ms -> ms > 0);
    }

    private static List<DayReport.Place> places(List<StepRow> fresh) {
        return new TreeMap<>(fresh.stream().collect(groupingBy(StepRow::place)))
                .entrySet().stream()
                        .map(place -> new DayReport.Place(
                                place.getKey(),
                                counts(place.getValue().stream().map(row -> new Key(row.domicile(), ""))),
                                (int) place.getValue().stream()
                                        .filter(StepRow::local)
                                        .count(),
                                (int) place.getValue().stream()
                                        .filter(row -> !row.local())
                                        .count()))
                        .toList();
    }

    private List<DayReport.Count> reasons() {
        return counts(those(StepRow::dropsOut).stream()
                .map(row -> new Key(
                        row.dropOut() == null ? "Tanpa alasan" : row.dropOut().label(), "langkah " + leftAt(row))));
    }

    private List<DayReport.Count> again() {
        return counts(those(row -> row.activates() && !row.purpose().isNew()).stream()
                .map(row -> new Key(row.purpose().label(), "")));
    }

    /** What the channel and the mail server reported, each with what became of the people. */
    private List<DayReport.Count> events() {
        return Stream.of(
                        Map.entry(ActivationAction.MISMATCH, "Wajah tidak cocok"),
                        Map.entry(ActivationAction.BOUNCE, "Surel tidak sampai"),
                        Map.entry(ActivationAction.WRONG_CODE, "Kode salah"),
                        Map.entry(ActivationAction.RESEND, "Kode dikirim ulang"),
                        Map.entry(ActivationAction.TAKE_OVER, "Diambil alih dari kantor lain"))
                .map(kind -> event(kind.getKey(), kind.getValue()))
                .filter(count -> count.count() > 0)
                .toList();
    }

    private DayReport.Count event(ActivationAction action, String name) {
        List<StepRow> met = those(row -> row.action() == action);
        Set<UUID> whom = met.stream().map(StepRow::activation).collect(Collectors.toSet());
        long active = whom.stream()
                .filter(id -> people.getOrDefault(id, List.of()).stream().anyMatch(StepRow::activates))
                .count();
        long left = whom.stream()
                .filter(id -> people.getOrDefault(id, List.of()).stream().anyMatch(StepRow::dropsOut))
                .count();
        return new DayReport.Count(
                name, "%d orang: %d aktif, %d keluar".formatted(whom.size(), active, left), met.size());
    }

    private List<DayReport.Officer> officers() {
        return new TreeMap<>(rows.stream()
                        .filter(row -> row.officer() != null)
                        .collect(groupingBy(row -> String.valueOf(row.officer()))))
                .entrySet().stream()
                        .map(officer -> new DayReport.Officer(
                                officer.getKey(),
                                count(officer.getValue(), ActivationAction.SCAN),
                                activatedAfterScan(officer.getValue()),
                                count(officer.getValue(), ActivationAction.ARCHIVE)))
                        .toList();
    }

    /** The channel reports the activation; it is credited to the officer who scanned. */
    private int activatedAfterScan(List<StepRow> acts) {
        return (int) acts.stream()
                .filter(row -> row.action() == ActivationAction.SCAN)
                .filter(row -> people.getOrDefault(row.activation(), List.of()).stream()
                        .anyMatch(StepRow::activates))
                .count();
    }

    private static int count(List<StepRow> acts, ActivationAction action) {
        return (int) acts.stream().filter(row -> row.action() == action).count();
    }

    private record Key(String name, String detail) {}

    /** The most frequent first. */
    private static List<DayReport.Count> counts(Stream<Key> keys) {
        return keys.collect(groupingBy(key -> key, counting())).entrySet().stream()
                .map(entry -> new DayReport.Count(
                        entry.getKey().name(),
                        entry.getKey().detail(),
                        entry.getValue().intValue()))
                .sorted(Comparator.comparing(DayReport.Count::count)
                        .reversed()
                        .thenComparing(DayReport.Count::name)
                        .thenComparing(DayReport.Count::detail))
                .toList();
    }

    private static DayReport.Times times(Stream<Long> milliseconds) {
        var sorted = new ArrayList<>(milliseconds.sorted().toList());
        return sorted.isEmpty()
                ? new DayReport.Times(0, null, null)
                : new DayReport.Times(sorted.size(), quantile(sorted, 0.5), quantile(sorted, 0.9));
    }

    /** The nearest rank, in seconds. */
    private static int quantile(List<Long> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size()) - 1;
        return Math.toIntExact(Math.round(sorted.get(Math.max(0, rank)) / 1000.0));
    }
}
