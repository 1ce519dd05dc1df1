package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.ContactData.Correction;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.privacy.RequestDetails;
import id.dukcapil.portal.privacy.RequestRegister;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Corrects what somebody once told the office about how to be reached. */
class ContactDialog extends CaseDialog {

    ContactDialog(RequestRegister register, RequestDetails request, Runnable changed) {
        super("Perbaiki data kontak");
        explain("Alamat e-mail dan telepon pada pemesanan diberikan pemohon sendiri, jadi diperbaiki di sini."
                + " Data kependudukan diperbaiki lewat SIAK.");
        TextField email = field("email", Indonesian.textField("E-mail yang benar"));
        TextField phone = field("phone", Indonesian.textField("Telepon yang benar"));
        confirm("Perbaiki", () -> {
            int corrected = register.correctContact(request.number(), new Correction(typed(email), typed(phone)));
            Notify.done(
                    corrected == 0
                            ? "Tidak ada pemesanan atas nama pemohon ini."
                            : "Data kontak diperbaiki pada %d pemesanan.".formatted(corrected));
            changed.run();
        });
        addOpenedChangeListener(change -> email.focus());
    }

    private static @Nullable String typed(TextField field) {
        return Optional.of(field.getValue().strip())
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }
}
