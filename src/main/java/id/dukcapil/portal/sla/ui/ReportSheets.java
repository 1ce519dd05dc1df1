package id.dukcapil.portal.sla.ui;

import static id.dukcapil.portal.sla.ui.DataTable.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.FigureLink;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.sla.report.Change;
import id.dukcapil.portal.sla.report.Figures;
import id.dukcapil.portal.sla.report.OpenCase;
import id.dukcapil.portal.sla.report.StandardNames;
import id.dukcapil.portal.sla.stay.Answer;
import id.dukcapil.portal.sla.stay.Tally;
import java.time.DayOfWeek;
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

    Sheet hours(List<List<Answer.Share>> week) {
        List<Integer> hours = IntStream.range(0, 24)
                .filter(hour -> week.stream().anyMatch(day -> day.get(hour).measured() > 0))
                .boxed()
                .toList();
        var sheet = new Sheet("Terlambat menurut jam masuk").note("% dari langkah yang dimulai pada jam itu");
        if (hours.isEmpty()) {
            sheet.add(new EmptyState("Belum ada yang terukur", "Tidak ada langkah berstandar yang selesai."));
            return sheet;
        }
        var table = new NativeTable();
        table.addClassName("heat");
        NativeTableRow head = table.getHead().addRow();
        head.addHeaderCell().setText("");
        hours.forEach(hour -> head.addHeaderCell().setText("%02d".formatted(hour)));
        for (int day = 0; day < week.size(); day++) {
            List<Answer.Share> shares = week.get(day);
            if (shares.stream().anyMatch(share -> share.measured() > 0)) {
                NativeTableRow row = table.getBody().addRow();
                row.addHeaderCell().setText(Formats.shortWeekday(DayOfWeek.of(day + 1)));
                for (int hour : hours) {
                    row.addDataCell().add(cell(day, hour, shares.get(hour)));
                }
            }
        }
        var frame = new Div(table);
        frame.addClassName("drawing-frame");
        sheet.add(frame);
        return sheet;
    }

    private Component cell(int day, int hour, Answer.Share share) {
        if (share.measured() == 0) {
            return new Span(Figures.NONE);
        }
        long percent = Math.round(100.0 * share.late() / share.measured());
        var cell = new Anchor(links.hour(day, hour), String.valueOf(percent));
        cell.getStyle().set("--v", String.valueOf(percent));
        cell.getElement()
                .setAttribute(
                        "title",
                        "%s dari %s terlambat"
                                .formatted(Formats.number(share.late()), Formats.number(share.measured())));
        return cell;
    }

    Sheet changes(List<Change<OfficeCode>> byOffice, List<Change<Answer.StepKey>> byStep) {
        var sheet = new Sheet("Apa yang berubah").note("tepat waktu, dalam poin");
        if (byOffice.isEmpty()) {
            sheet.add(new EmptyState("Tidak ada pembanding", "Periode sebelumnya tidak punya berkas yang selesai."));
            return sheet;
        }
        sheet.add(
                parts("Berkas menurut kantor", byOffice, offices, links::office),
                parts(
                        "Langkah",
                        byStep,
                        key -> "Langkah %d, %s".formatted(key.step(), names.of(key.standard())),
                        links::step));
        return sheet;
    }

    private static <K> Component parts(
            String head, List<Change<K>> changes, Function<K, String> name, Function<K, String> link) {
        var table = new DataTable(head, head, "Poin");
        var shown = new ArrayList<>(
                changes.stream().filter(part -> part.group() != null).limit(5).toList());
        shown.addAll(changes.stream().filter(part -> part.group() == null).toList());
        shown.forEach(part -> {
            K group = part.group();
            String points = points(part.points());
            HtmlContainer figure =
                    group == null ? new Span(points) : new FigureLink(points, CaseLinks.late(link.apply(group)));
            figure.setClassName((part.points() < -0.0005 ? Tone.WARN : Tone.NEUTRAL).cssClass(), true);
            table.row(text(group == null ? "Bauran dan volume" : name.apply(group)), figure);
        });
        var all = new Span(points(changes.stream().mapToDouble(Change::points).sum()));
        all.addClassName("total");
        return table.row(text("Jumlah"), all);
    }

    private static String points(double share) {
        double points = Math.round(share * 1_000) / 10.0;
        return (points > 0 ? "+" : "") + Formats.decimal(points);
    }

    Sheet backlog(List<OpenCase> open) {
        var table = new DataTable(
                "Terbuka menurut umur", "Ada pada", "< 1 jam", "< 1 hari", "1–3 hari", "> 3 hari", "Semua");
        Map<String, List<OpenCase>> waiting = open.stream()
                .collect(Collectors.groupingBy(one -> one.forOffice()
                        ? "Langkah %d, %s".formatted(one.step(), names.of(one.standard()))
                        : "Pemohon, " + names.of(one.standard())));
        waiting.entrySet().stream()
                .sorted(Comparator.comparingInt(row -> -row.getValue().size()))
                .forEach(row -> table.row(text(row.getKey()), ages(row.getValue(), true)));
        table.row(text("Jumlah"), ages(open, false));
        var sheet = new Sheet("Terbuka menurut umur", table).note("umur dalam waktu kerja kantor");
        long late = open.stream().filter(OpenCase::late).count();
        return late == 0
                ? sheet
                : (Sheet) sheet.beside(new StatusBadge(Formats.number(late) + " terlambat", Tone.LATE));
    }

    /** @param alike whether all of them lie in the same place */
    private Component[] ages(List<OpenCase> cases, boolean alike) {
        var cells = new ArrayList<Component>();
        for (OpenCase.Age age : OpenCase.Age.values()) {
            long count = cases.stream().filter(one -> one.ageGroup() == age).count();
            cells.add(
                    count == 0
                            ? text(Figures.NONE)
                            : new FigureLink(
                                    Formats.number(count),
                                    alike ? links.open(CaseLinks.State.OPEN, cases.getFirst(), age) : links.open(age)));
        }
        cells.add(new FigureLink(
                Formats.number(cases.size()),
                alike ? links.open(CaseLinks.State.OPEN, cases.getFirst(), null) : links.open(CaseLinks.State.OPEN)));
        return cells.toArray(Component[]::new);
    }
}
