package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;

/** A table of figures that scrolls on a narrow screen. */
@StyleSheet("context://styles/parts.css")
public final class DataTable extends Div {

    private final NativeTable table = new NativeTable();

    public DataTable(String name, String... heads) {
        addClassName("drawing-frame");
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", name);
        table.addClassName("drawing");
        NativeTableRow row = table.getHead().addRow();
        for (String head : heads) {
            row.addHeaderCell().setText(head);
        }
        add(table);
    }

    public DataTable row(Component first, Component... cells) {
        NativeTableRow row = table.getBody().addRow();
        row.addHeaderCell().add(first);
        for (Component cell : cells) {
            row.addDataCell().add(cell);
        }
        return this;
    }

    public DataTable note(String text) {
        table.setCaptionText(text);
        return this;
    }

    public static Text text(String text) {
        return new Text(text);
    }
}
