package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Names the consequence and asks for the reason before something is undone. */
final class ReasonDialog {

    private ReasonDialog() {}

    static void ask(String title, String consequence, String confirmLabel, Consumer<String> confirmed) {
        var reason = new TextField("Alasan");
        reason.setWidthFull();
        reason.setMaxLength(300);
        var dialog = new Dialog(title);
        dialog.setWidth("min(28rem, 96vw)");
        dialog.add(new Paragraph(consequence), reason);
        var confirm = new Button(confirmLabel, click -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage("Alasan harus diisi.");
                reason.setInvalid(true);
                return;
            }
            dialog.close();
            confirmed.accept(reason.getValue());
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button("Kembali", click -> dialog.close()), confirm);
        dialog.open();
        reason.focus();
    }
}
