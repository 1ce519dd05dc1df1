package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.Role;
import java.util.function.Consumer;

/** Asks for the name of a new role that begins as a copy. */
final class RoleNameDialog {

    private RoleNameDialog() {}

    static void ask(Role model, Consumer<String> named) {
        TextField name = Indonesian.textField("Nama peran baru");
        name.setWidthFull();
        name.setMaxLength(80);
        name.setManualValidation(true);
        var dialog = new Dialog("Salin peran " + model.label());
        dialog.setWidth("min(28rem, 96vw)");
        dialog.add(
                new Paragraph("Peran baru memuat %d izin yang sama; sesudah itu ubah seperlunya."
                        .formatted(model.permissions().size())),
                name);
        var confirm = new Button("Buat peran", click -> {
            try {
                named.accept(name.getValue());
                dialog.close();
            } catch (InvalidInput invalid) {
                name.setErrorMessage(invalid.getMessage());
                name.setInvalid(true);
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickShortcut(Key.ENTER).listenOn(dialog);
        dialog.getFooter().add(new Button("Batal", click -> dialog.close()), confirm);
        dialog.open();
        name.focus();
    }
}
