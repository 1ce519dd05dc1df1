package id.dukcapil.portal.sla.ui;

import static id.dukcapil.portal.sla.ui.DataTable.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.FigureLink;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.sla.report.Change;
import id.dukcapil.portal.sla.report.StandardNames;
import id.dukcapil.portal.sla.stay.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Which offices and steps the share on time has changed by, against the period before. */
final class ChangeSheet extends Sheet {

    private static final int GROUPS = 5;

    ChangeSheet(
            List<Change<OfficeCode>> byOffice,
            List<Change<Answer.StepKey>> byStep,
            CaseLinks links,
            StandardNames names,
            Function<OfficeCode, String> offices) {
        super("Apa yang berubah");
        note("tepat waktu, dalam poin");
        if (byOffice.isEmpty()) {
            add(new EmptyState("Tidak ada pembanding", "Periode sebelumnya tidak punya berkas yang selesai."));
            return;
        }
        add(
                parts("Berkas menurut kantor", byOffice, offices, links::office),
                parts(
                        "Langkah",
                        byStep,
                        key -> "Langkah %d, %s".formatted(key.step(), names.of(key.standard())),
                        links::step));
    }

    private static <K> Component parts(
            String head, List<Change<K>> changes, Function<K, String> name, Function<K, String> link) {
        var table = new DataTable(head, head, "Poin");
        var shown = new ArrayList<>(changes.stream()
                .filter(part -> part.group() != null)
                .limit(GROUPS)
                .toList());
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
}
