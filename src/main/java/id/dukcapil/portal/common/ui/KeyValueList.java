package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;

/** Facts as label and value in two aligned columns. */
public class KeyValueList extends DescriptionList {

    private static final String UNKNOWN = "–";

    public KeyValueList() {
        addClassName("facts");
    }

    /** Adds a fact; an empty value is shown as a dash. */
    public KeyValueList with(String label, String value) {
        return with(label, new Text(value.isBlank() ? UNKNOWN : value));
    }

    public KeyValueList with(String label, Component... value) {
        add(new Term(label), new Description(value));
        return this;
    }

    /** Values to the right, as in a ledger: for numbers. */
    public KeyValueList asLedger() {
        addClassName("ledger");
        return this;
    }
}
