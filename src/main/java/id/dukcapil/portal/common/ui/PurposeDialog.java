package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Purpose;
import java.util.function.Consumer;

/** Asks for what masked data are to be opened. */
class PurposeDialog extends Dialog {

    private final Select<Purpose.Kind> kind = Indonesian.select("Tujuan");
    private final TextField note = Indonesian.textField("Keterangan");
    private final transient Consumer<Purpose> chosen;

    PurposeDialog(Consumer<Purpose> chosen) {
        super("Buka data pribadi");
        this.chosen = chosen;
        setWidth("min(28rem, 96vw)");
        kind.setItems(Purpose.Kind.values());
        kind.setItemLabelGenerator(Purpose.Kind::label);
        kind.setValue(Purpose.Kind.SERVING);
        kind.setWidthFull();
        note.setWidthFull();
        note.setMaxLength(200);
        note.setManualValidation(true);
        note.setHelperText("Misalnya nomor surat atau nomor permintaan; jangan menulis NIK.");
        var body = new Div(new Paragraph("Nama Anda, waktu dan tujuan dicatat dalam jejak audit."), kind, note);
        body.addClassName("stack");
        add(body);
        var open = new Button("Buka", click -> open(click.getSource()));
        open.addThemeVariants(ButtonVariant.PRIMARY);
        open.addClickShortcut(Key.ENTER);
        open.setDisableOnClick(true);
        getFooter().add(new Button("Batal", click -> close()), open);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                kind.focus();
            }
        });
    }

    private void open(Button button) {
        try {
            Purpose purpose = Purpose.parse(kind.getValue(), note.getValue());
            close();
            chosen.accept(purpose);
        } catch (InvalidInput wrong) {
            explain(wrong);
            button.setEnabled(true);
        }
    }

    private void explain(InvalidInput wrong) {
        note.setInvalid(false);
        for (Finding finding : wrong.findings()) {
            if (finding.field().equals("note")) {
                note.setInvalid(true);
                note.setErrorMessage(finding.message());
            } else {
                kind.setInvalid(true);
                kind.setErrorMessage(finding.message());
            }
        }
    }
}
