package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.button.Button;
import id.dukcapil.portal.common.ExportId;
import java.util.function.Supplier;

/** Lets the view of a list offer what matches as a file. The module that makes files shows how far it is and hands it out. */
public interface ExportButtons {

    /**
     * @param label "Ekspor Excel"
     * @param ask asks for the export of what the list shows at that moment
     */
    Button button(String label, Supplier<ExportId> ask);
}
