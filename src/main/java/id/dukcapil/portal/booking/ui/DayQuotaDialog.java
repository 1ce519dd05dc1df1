package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.booking.QuotaDay;
import id.dukcapil.portal.booking.QuotaEdit;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Formats;
import java.util.function.Consumer;

/** Asks for one day's new numbers, or for the reason why it is closed. */
final class DayQuotaDialog {

    private DayQuotaDialog() {}

    static void edit(QuotaDay day, Consumer<QuotaEdit.Change> save) {
        var fields = new QuotaFields(day.quota());
        Dialog dialog = dialog("Ubah kuota " + Formats.longDate(day.date()));
        if (day.booked() > 0) {
            dialog.add(new Paragraph("Sudah terpesan %s; kapasitas tidak dapat lebih kecil dari itu."
                    .formatted(Formats.number(day.booked()))));
        }
        dialog.add(fields);
        addButtons(
                dialog,
                "Simpan",
                () -> fields.read().ifPresent(quota -> {
                    dialog.close();
                    save.accept(new QuotaEdit.Change.SetQuota(quota));
                }));
        dialog.open();
        fields.focus();
    }

    static void close(QuotaDay day, Consumer<QuotaEdit.Change> save) {
        var reason = new TextField("Alasan penutupan");
        reason.setHelperText("Dibaca pemohon di aplikasi, misalnya: Pemeliharaan server SIAK");
        reason.setMaxLength(200);
        reason.setWidthFull();
        Dialog dialog = dialog("Tutup " + Formats.longDate(day.date()));
        dialog.add(reason);
        addButtons(dialog, "Tutup hari", () -> {
            try {
                var change = new QuotaEdit.Change.Close(reason.getValue());
                dialog.close();
                save.accept(change);
            } catch (InvalidInput invalid) {
                reason.setErrorMessage(invalid.getMessage());
                reason.setInvalid(true);
            }
        });
        dialog.open();
        reason.focus();
    }

    private static Dialog dialog(String title) {
        var dialog = new Dialog(title);
        dialog.setWidth("min(30rem, 96vw)");
        return dialog;
    }

    private static void addButtons(Dialog dialog, String label, Runnable action) {
        var save = new Button(label, click -> action.run());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        dialog.getFooter().add(new Button("Batal", click -> dialog.close()), save);
    }
}
