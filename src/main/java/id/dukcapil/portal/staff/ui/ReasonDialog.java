package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Indonesian;
import java.util.function.Consumer;

/** Names the consequence and asks for the reason before something is taken away. A refusal stays in the dialog. */
final class ReasonDialog {

    private ReasonDialog() {}

    static void ask(String title, String consequence, String confirmLabel, Consumer<String> confirmed) {
        TextArea reason = Indonesian.textArea("Alasan");
        reason.setWidthFull();
        reason.setMaxLength(300);
        reason.setMinRows(2);
        reason.setManualValidation(true);
        var dialog = new Dialog(title);
        dialog.setWidth("min(30rem, 96vw)");
        dialog.add(new Paragraph(consequence), reason);
        var confirm = new Button(confirmLabel);
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> {
            try {
                confirmed.accept(reason.getValue());
                dialog.close();
            } catch (InvalidInput invalid) {
                reason.setErrorMessage(invalid.getMessage());
                reason.setInvalid(true);
                confirm.setEnabled(true);
            }
        });
        dialog.getFooter().add(new Button("Kembali", click -> dialog.close()), confirm);
        dialog.open();
        reason.focus();
    }
}
