package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something is done that cannot be taken back. */
public final class Confirm {

    private Confirm() {}

    /**
     * Opens the question with the focus on "Batal", so that a hasty Enter does no harm.
     *
     * @param title the question, "Batalkan pemesanan 055?"
     * @param consequence what happens then, in a sentence
     * @param confirmLabel the act as a verb, "Batalkan pemesanan"
     */
    public static ConfirmDialog ask(String title, String consequence, String confirmLabel, Runnable act) {
        var dialog = new ConfirmDialog();
        var cancel = new Button("Batal", click -> dialog.close());
        var confirm = new Button(confirmLabel);
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> {
            dialog.close();
            act.run();
        });
        dialog.setHeader(title);
        dialog.setText(consequence);
        dialog.setCancelable(true);
        dialog.setCancelButton(cancel);
        dialog.setConfirmButton(confirm);
        // The component itself would focus the act
        dialog.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                cancel.focus();
            }
        });
        dialog.open();
        return dialog;
    }
}
