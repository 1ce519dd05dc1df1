package id.dukcapil.portal.sla.ui.standard;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.sla.ServiceStandard;
import id.dukcapil.portal.sla.StandardStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a procedure. On a narrow screen the style sheet turns every row into a card with the column name before
 * each cell; the ARIA roles are spelled out because a browser forgets that a restyled table is one.
 */
class StepsTable extends NativeTable {

    private static final List<String> COLUMNS =
            List.of("No.", "Kegiatan", "Pelaksana", "Kelengkapan", "Waktu", "Output", "Keterangan");

    StepsTable(ServiceStandard standard) {
        addClassName("sop-steps");
        role(this, "table");
        setCaptionText("Langkah " + standard.identity().title());
        addHead();
        role(getBody(), "rowgroup");
        standard.steps().forEach(this::addStep);
        addTotals(standard);
    }

    private void addHead() {
        role(getHead(), "rowgroup");
        NativeTableRow row = role(getHead().addRow(), "row");
        for (String column : COLUMNS) {
            var cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            row.add(role(cell, "columnheader"));
        }
    }

    private void addStep(StandardStep step) {
        NativeTableRow row = role(getBody().addRow(), "row");
        row.add(cell(0, String.valueOf(step.number())));
        row.add(cell(1, step.description()));
        row.add(cell(2, String.join(", ", step.actors())));
        row.add(cell(3, step.requirement()));
        row.add(timeCell(step));
        row.add(cell(5, step.output()));
        row.add(cell(6, step.note()));
    }

    private static NativeTableCell timeCell(StandardStep step) {
        NativeTableCell cell = cell(4, step.time().words());
        String printed = step.printedTime();
        if (printed != null
                && !printed.replace('-', '–').equalsIgnoreCase(step.time().words())) {
            var small = new Span("tercetak: " + printed);
            small.addClassName("sop-printed");
            cell.add(small);
        }
        return cell;
    }

    private void addTotals(ServiceStandard standard) {
        role(getFoot(), "rowgroup");
        Integer printed = standard.printedTotal();
        addTotal("Total waktu tercantum", printed == null ? "tidak tercantum" : printed + " menit", false);
        addTotal("Jumlah waktu langkah", standard.total().words(), standard.totalsDiffer());
    }

    private void addTotal(String label, String time, boolean differs) {
        NativeTableRow row = role(getFoot().addRow(), "row");
        var name = new NativeTableHeaderCell(label);
        name.getElement().setAttribute("scope", "row").setAttribute("colspan", "4");
        row.add(role(name, "rowheader"));
        NativeTableCell value = role(new NativeTableCell(time), "cell");
        value.getElement().setAttribute("colspan", "3");
        if (differs) {
            value.add(new StatusBadge("berbeda dari total tercantum", Tone.WARN));
        }
        row.add(value);
    }

    private static NativeTableCell cell(int column, @Nullable String text) {
        var cell = role(new NativeTableCell(new Span(text == null ? "–" : text)), "cell");
        cell.getElement().setAttribute("data-label", COLUMNS.get(column));
        if (text == null) {
            cell.addClassName("sop-blank");
        }
        return cell;
    }

    private static <T extends HasElement> T role(T component, String role) {
        component.getElement().setAttribute("role", role);
        return component;
    }
}
