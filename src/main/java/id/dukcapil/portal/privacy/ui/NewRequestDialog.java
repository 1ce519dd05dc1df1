package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.ui.IdentityField;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.privacy.NewRequest;
import id.dukcapil.portal.privacy.NewRequest.Wrong;
import id.dukcapil.portal.privacy.RequestDetails;
import id.dukcapil.portal.privacy.RequestKind;
import id.dukcapil.portal.privacy.RequestRegister;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a request into the register. */
class NewRequestDialog extends CaseDialog {

    private final Select<RequestKind> kind = field("kind", Indonesian.select("Jenis permintaan"));
    private final IdentityField<Nik> nik = field("nik", IdentityField.nik("NIK pemohon"));
    private final TextField fullName = field("fullName", Indonesian.textField("Nama lengkap"));
    private final TextField contact = field("contact", Indonesian.textField("Jawaban disampaikan ke"));
    private final DateTimePicker receivedAt = field("receivedAt", Indonesian.dateTimePicker("Diterima"));
    private final TextArea wording = field("wording", Indonesian.textArea("Isi permintaan"));
    private final TextField wrongField = field("field", Indonesian.textField("Data yang salah"));
    private final TextField presentValue = field("presentValue", Indonesian.textField("Tertulis sekarang"));
    private final TextField wantedValue = field("wantedValue", Indonesian.textField("Seharusnya"));
    private final TextField evidence = field("evidence", Indonesian.textField("Bukti"));
    private final ZoneId zone;
    private final LocalDateTime opened;

    NewRequestDialog(RequestRegister register, Clock clock, ZoneId zone, Consumer<RequestDetails> registered) {
        super("Catat permintaan subjek data");
        this.zone = zone;
        this.opened = LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES);
        kind.setItems(RequestKind.values());
        kind.setItemLabelGenerator(RequestKind::label);
        kind.addValueChangeListener(change -> showCorrection(change.getValue() == RequestKind.CORRECTION));
        contact.setHelperText("Alamat e-mail, nomor telepon, atau alamat surat.");
        receivedAt.setValue(opened);
        receivedAt.setHelperText("Jam 3 × 24 jam berjalan sejak saat ini.");
        wording.setMaxLength(2000);
        showCorrection(false);
        confirm("Catat", () -> registered.accept(register.register(request())));
        addOpenedChangeListener(change -> kind.focus());
    }

    private void showCorrection(boolean shown) {
        wrongField.setVisible(shown);
        presentValue.setVisible(shown);
        wantedValue.setVisible(shown);
        evidence.setVisible(shown);
    }

    private NewRequest request() {
        return new NewRequest(
                kind.getValue(),
                nik.getValue(),
                fullName.getValue(),
                contact.getValue(),
                wording.getValue(),
                kind.getValue() == RequestKind.CORRECTION
                        ? new Wrong(
                                wrongField.getValue(),
                                presentValue.getValue(),
                                wantedValue.getValue(),
                                evidence.getValue())
                        : null,
                received());
    }

    /** The moment as it was proposed means now, to the second. */
    private @Nullable Instant received() {
        return Optional.ofNullable(receivedAt.getValue())
                .filter(moment -> !moment.equals(opened))
                .map(moment -> moment.atZone(zone).toInstant())
                .orElse(null);
    }
}
