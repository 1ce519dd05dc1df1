package id.dukcapil.portal.sla.ui;

import static id.dukcapil.portal.sla.ui.DataTable.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.parts.FigureLink;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.sla.report.Figures;
import id.dukcapil.portal.sla.report.StandardNames;
import id.dukcapil.portal.sla.stay.Answer;
import id.dukcapil.portal.sla.stay.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sheets of the report below its figures. */
final class ReportSheets {

    /** Below so many stays an officer's figures say more about chance than about work. */
    static final int FEWEST = 20;

    /** So many officers are on the page at once; the others come when they are asked for. */
    private static final int OFFICERS = 25;

    private static final int PATHS = 10;
    private static final int STEPS_OF_A_PATH = 12;

    private final CaseLinks links;
    private final StandardNames names;
    private final Function<OfficeCode, String> offices;

    ReportSheets(CaseLinks links, StandardNames names, Function<OfficeCode, String> offices) {
        this.links = links;
        this.names = names;
        this.offices = offices;
    }

    Sheet standards(Map<String, Tally> tallies) {
        return new Sheet("Menurut prosedur", byKey("Prosedur", tallies, names::of, links::standard));
    }

    Sheet offices(Map<OfficeCode, Tally> tallies) {
        return new Sheet("Menurut kantor", byKey("Kantor", tallies, offices, links::office));
    }

    private static <K> Component byKey(
            String head, Map<K, Tally> tallies, Function<K, String> name, Function<K, String> link) {
        var table = new DataTable(head, head, "Selesai", "Tepat waktu", "Median", "P90", "Terlama");
        worstFirst(tallies).forEach(row -> {
            Tally tally = row.getValue();
            String cases = link.apply(row.getKey());
            table.row(
                    text(name.apply(row.getKey())),
                    count(tally, cases),
                    onTime(tally, cases),
                    time(tally.median(), cases),
                    time(tally.p90(), cases),
                    time(tally.worst(), cases));
        });
        return table;
    }

    private static Component count(Tally tally, String cases) {
        return new FigureLink(Formats.number(tally.count()), cases);
    }

    /** Leads to those that were not. */
    private static Component onTime(Tally tally, String cases) {
        return tally.measured() == 0
                ? text(Figures.NONE)
                : new FigureLink(Figures.onTime(tally), CaseLinks.late(cases));
    }

    /** Leads to those that took as long or longer. */
    private static FigureLink time(int seconds, String cases) {
        return new FigureLink(Figures.time(seconds), CaseLinks.atLeast(cases, seconds));
    }

    private static <K> List<Map.Entry<K, Tally>> worstFirst(Map<K, Tally> tallies) {
        return tallies.entrySet().stream()
                .sorted(Comparator.comparingDouble(row -> row.getValue().onTimeShare()))
                .toList();
    }

    /** @param picture whether one procedure is shown, as a path above its figures */
    Sheet steps(Answer answer, boolean picture) {
        var table = new DataTable("Langkah", "Langkah", "Masuk", "Tepat waktu", "Median", "P90", "Terlama", "Standar");
        List<Map.Entry<Answer.StepKey, Tally>> rows =
                new ArrayList<>(answer.steps().entrySet());
        if (!picture) {
            rows.sort(Comparator.comparingDouble(this::overStandard).reversed());
        }
        rows.forEach(row -> {
            Answer.StepKey key = row.getKey();
            Tally tally = row.getValue();
            Integer target = names.target(key);
            String stays = links.step(key);
            FigureLink p90 = time(tally.p90(), stays);
            p90.addClassName(Figures.tone(tally, target).cssClass());
            table.row(
                    text(picture ? names.step(key) : names.of(key.standard()) + ", " + names.step(key)),
                    count(tally, stays),
                    onTime(tally, stays),
                    time(tally.median(), stays),
                    p90,
                    time(tally.worst(), stays),
                    text(target == null ? "tanpa standar" : Figures.time(target)));
        });
        var sheet = new Sheet(picture ? "Jalur langkah" : "Menurut langkah");
        if (!picture) {
            sheet.note("yang P90-nya paling jauh dari standar di atas");
        }
        if (picture && !answer.steps().isEmpty()) {
            sheet.note("tebal: jumlah berkas · hijau: P90 ≤ standar, kuning: sampai 2×, merah: lebih");
            sheet.add(new LanePicture(names, answer.steps().firstKey().standard(), answer));
        }
        sheet.add(table);
        return sheet;
    }

    /** How many times its standard the ninetieth percentile takes; those without a standard last. */
    private double overStandard(Map.Entry<Answer.StepKey, Tally> step) {
        Integer target = names.target(step.getKey());
        return target == null ? -1 : (double) step.getValue().p90() / Math.max(1, target);
    }

    /** By name, not by rank; with what each of them had to do, without which the figures cannot be compared. */
    Sheet officers(Answer answer, Map<UUID, String> people) {
        List<UUID> shown = answer.officers().entrySet().stream()
                .filter(row -> row.getValue().count() >= FEWEST)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(officer -> people.getOrDefault(officer, "")))
                .toList();
        int few = answer.officers().size() - shown.size();
        var table = new DataTable(
                        "Petugas", "Petugas", "Langkah selesai", "Tepat waktu", "Median", "P90", "Pekerjaan terbanyak")
                .note("Urut nama, bukan peringkat. %s"
                        .formatted(
                                few == 0
                                        ? ""
                                        : "%s petugas dengan kurang dari %d langkah tidak ditampilkan."
                                                .formatted(Formats.number(few), FEWEST)));
        Consumer<List<UUID>> add = some -> some.forEach(officer -> officer(table, officer, answer, people));
        add.accept(shown.subList(0, Math.min(OFFICERS, shown.size())));
        var sheet = new Sheet("Menurut petugas", table);
        if (shown.size() > OFFICERS) {
            var all = new Button("Tampilkan semua %d petugas".formatted(shown.size()), click -> {
                add.accept(shown.subList(OFFICERS, shown.size()));
                click.getSource().setVisible(false);
            });
            sheet.padded(all);
        }
        return sheet;
    }

    private void officer(DataTable table, UUID officer, Answer answer, Map<UUID, String> people) {
        Tally tally = answer.officers().getOrDefault(officer, Tally.NONE);
        String stays = links.officer(officer);
        table.row(
                text(people.getOrDefault(officer, "Tanpa akun")),
                count(tally, stays),
                onTime(tally, stays),
                time(tally.median(), stays),
                time(tally.p90(), stays),
                text(mix(answer.mix().getOrDefault(officer, Map.of()))));
    }

    private String mix(Map<Answer.StepKey, Integer> steps) {
        int all = steps.values().stream().mapToInt(Integer::intValue).sum();
        return steps.entrySet().stream()
                .sorted(Map.Entry.<Answer.StepKey, Integer>comparingByValue().reversed())
                .limit(2)
                .map(step -> "langkah %d %s"
                        .formatted(step.getKey().step(), Formats.percent((double) step.getValue() / all)))
                .collect(Collectors.joining(", "));
    }

    Sheet paths(Map<Answer.PathKey, Tally> paths) {
        long all = paths.values().stream().mapToLong(Tally::count).sum();
        var table = new DataTable("Varian jalur", "Jalur", "Berkas", "Bagian", "Median", "Tepat");
        paths.entrySet().stream()
                .sorted(Comparator.comparingInt(row -> -row.getValue().count()))
                .limit(PATHS)
                .forEach(row -> {
                    String cases = links.path(row.getKey());
                    table.row(
                            chips(row.getKey()),
                            count(row.getValue(), cases),
                            text(Formats.percent((double) row.getValue().count() / all)),
                            time(row.getValue().median(), cases),
                            onTime(row.getValue(), cases));
                });
        return new Sheet("Varian jalur", table)
                .note("%d teratas dari %s".formatted(Math.min(PATHS, paths.size()), Formats.number(paths.size())));
    }

    private Component chips(Answer.PathKey key) {
        var chips = new Span();
        chips.addClassName("path");
        chips.getElement().setAttribute("title", names.of(key.standard()));
        String[] steps = key.path().split("-", -1);
        for (int i = 0; i < Math.min(steps.length, STEPS_OF_A_PATH); i++) {
            boolean back = i > 0
                    && IntStream.range(0, i).mapToObj(before -> steps[before]).anyMatch(steps[i]::equals);
            var chip = new Span((back ? "↩" : "") + steps[i]);
            chip.setClassName("back", back);
            chips.add(chip);
        }
        if (steps.length > STEPS_OF_A_PATH) {
            chips.add(text(" …"));
        }
        return chips;
    }
}
