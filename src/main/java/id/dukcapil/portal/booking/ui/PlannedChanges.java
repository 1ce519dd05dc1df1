package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.renderer.LitRenderer;
import id.dukcapil.portal.booking.QuotaEdit.Planned;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What an edit would change, day by day, before it is done. */
class PlannedChanges extends Div {

    private final Paragraph summary = new Paragraph();
    private final Grid<Planned> grid = new Grid<>();

    PlannedChanges(Function<OfficeCode, String> officeName) {
        addClassName("planned-changes");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setMaxHeight("45vh");
        grid.setAllRowsVisible(false);
        grid.addColumn(line(officeName)).setHeader("Hari dan perubahan").setFlexGrow(1);
        add(summary, grid);
    }

    private static LitRenderer<Planned> line(Function<OfficeCode, String> officeName) {
        return LitRenderer.<Planned>of("""
                        <div class="planned ${item.tone}"><b>${item.day}</b><span class="muted">${item.office}</span>
                        <span>${item.text}</span></div>""")
                .withProperty("day", planned -> Formats.longDate(planned.date()))
                .withProperty("office", planned -> officeName.apply(planned.office()))
                .withProperty("tone", planned -> planned.refusal() != null ? "refused" : "changed")
                .withProperty(
                        "text",
                        planned -> Optional.ofNullable(planned.refusal())
                                .map(why -> "Tidak diubah: " + why)
                                .orElseGet(() -> planned.before() + " → " + planned.after()));
    }

    /**
     * Shows the days that change or cannot; those that stay as they are only count.
     *
     * @param whenNone what it means that no day is concerned
     */
    void show(List<Planned> planned, String whenNone) {
        List<Planned> worthShowing = planned.stream()
                .filter(day -> day.changes() || day.refusal() != null)
                .toList();
        long changed = planned.stream().filter(Planned::changes).count();
        long refused = planned.stream().filter(day -> day.refusal() != null).count();
        summary.setText(
                planned.isEmpty()
                        ? whenNone
                        : "%s hari berubah, %s tidak dapat diubah, %s tetap."
                                .formatted(
                                        Formats.number(changed),
                                        Formats.number(refused),
                                        Formats.number(planned.size() - changed - refused)));
        grid.setItems(worthShowing);
        grid.setVisible(!worthShowing.isEmpty());
    }
}
