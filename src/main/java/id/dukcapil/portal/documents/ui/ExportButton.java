package id.dukcapil.portal.documents.ui;

import com.vaadin.flow.component.button.Button;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.ui.ExportButtons;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.documents.export.ExportRefused;
import id.dukcapil.portal.documents.export.Exports;
import id.dukcapil.portal.staff.Organisation;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks for the export and opens a small window that shows how far it is. */
@Component
class ExportButton implements ExportButtons {

    private final Exports exports;
    private final ExportWatch watch;
    private final Organisation organisation;

    ExportButton(Exports exports, ExportWatch watch, Organisation organisation) {
        this.exports = exports;
        this.watch = watch;
        this.organisation = organisation;
    }

    @Override
    public Button button(String label, Supplier<ExportId> ask) {
        var button = new Button(label);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                exports.find(ask.get())
                        .ifPresent(entry -> new ExportDialog(exports, watch, organisation.timeZone(), entry).open());
            } catch (ExportRefused refused) {
                Notify.problem(refused.sentence());
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }
}
