package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.common.InvalidInput;
import java.util.function.Consumer;

/** Names the consequence and asks for the reason before something is done that needs one. A refusal stays in the dialog. */
public final class ReasonDialog {

    private ReasonDialog() {}

    /**
     * @param title what is about to be done
     * @param consequence what happens then, in a sentence
     * @param confirmLabel the act as a verb, "Catat hadir"
     * @param confirmed does it, for the reason given
     */
    public static void ask(String title, String consequence, String confirmLabel, Consumer<String> confirmed) {
        open(title, consequence, new Button(confirmLabel), confirmed);
    }

    /** The same for what takes something away: its button warns. */
    public static void askBeforeLoss(
            String title, String consequence, String confirmLabel, Consumer<String> confirmed) {
        var confirm = new Button(confirmLabel);
        confirm.addThemeVariants(ButtonVariant.ERROR);
        open(title, consequence, confirm, confirmed);
    }

    private static void open(String title, String consequence, Button confirm, Consumer<String> confirmed) {
        TextArea reason = reasonField();
        var dialog = new Dialog(title);
        dialog.setWidth("min(30rem, 96vw)");
        dialog.add(new Paragraph(consequence), reason);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> {
            if (accepted(reason, confirmed)) {
                dialog.close();
            } else {
                confirm.setEnabled(true);
            }
        });
        dialog.getFooter().add(new Button("Kembali", click -> dialog.close()), confirm);
        dialog.open();
        reason.focus();
    }

    private static TextArea reasonField() {
        TextArea reason = Indonesian.textArea("Alasan");
        reason.setWidthFull();
        reason.setMaxLength(300);
        reason.setMinRows(2);
        reason.setManualValidation(true);
        return reason;
    }

    private static boolean accepted(TextArea reason, Consumer<String> confirmed) {
        try {
            if (reason.getValue().isBlank()) {
                throw new InvalidInput("reason", "Alasan harus diisi.");
            }
            confirmed.accept(reason.getValue());
            return true;
        } catch (InvalidInput invalid) {
            reason.setErrorMessage(invalid.getMessage());
            reason.setInvalid(true);
            return false;
        }
    }
}
