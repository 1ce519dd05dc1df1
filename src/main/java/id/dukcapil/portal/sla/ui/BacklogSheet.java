package id.dukcapil.portal.sla.ui;

import static id.dukcapil.portal.sla.ui.DataTable.text;

import com.vaadin.flow.component.Component;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.FigureLink;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.sla.report.Figures;
import id.dukcapil.portal.sla.report.OpenCase;
import id.dukcapil.portal.sla.report.StandardNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is under way by the step that it waits in and by its age. */
final class BacklogSheet extends Sheet {

    private final CaseLinks links;

    BacklogSheet(List<OpenCase> open, CaseLinks links, StandardNames names) {
        super("Terbuka menurut umur");
        this.links = links;
        var table = new DataTable(
                "Terbuka menurut umur", "Ada pada", "< 1 jam", "< 1 hari", "1–3 hari", "> 3 hari", "Semua");
        Map<String, List<OpenCase>> waiting = open.stream()
                .collect(Collectors.groupingBy(one -> one.forOffice()
                        ? "Langkah %d, %s".formatted(one.step(), names.of(one.standard()))
                        : "Pemohon, " + names.of(one.standard())));
        waiting.entrySet().stream()
                .sorted(Comparator.comparingInt(row -> -row.getValue().size()))
                .forEach(row -> table.row(text(row.getKey()), ages(row.getValue(), true)));
        add(table.row(text("Jumlah"), ages(open, false)));
        note("umur dalam waktu kerja kantor");
        long late = open.stream().filter(OpenCase::late).count();
        if (late > 0) {
            beside(new StatusBadge(Formats.number(late) + " terlambat", Tone.LATE));
        }
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
