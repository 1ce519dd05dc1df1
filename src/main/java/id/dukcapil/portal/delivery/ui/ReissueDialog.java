package id.dukcapil.portal.delivery.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.delivery.ReleaseDetails;
import id.dukcapil.portal.delivery.Releases;
import id.dukcapil.portal.delivery.Releases.Reissue;
import java.util.Objects;

/** Gives out a new QR code and PIN to somebody whose identity the operator has seen. */
class ReissueDialog extends FormDialog {

    private static final int LONGEST_REASON = 300;

    private final transient Releases releases;
    private final transient ReleaseDetails release;
    private final Select<String> identity = Indonesian.select("Identitas yang diperiksa");
    private final TextArea reason = Indonesian.textArea("Alasan");
    private final Checkbox atCounter = new Checkbox("Serahkan langsung di loket, tanpa e-mail");
    private final EmailField email = Indonesian.emailField("Kirim ke alamat e-mail");

    ReissueDialog(Releases releases, ReleaseDetails release, Runnable changed) {
        super("Terbitkan ulang QR dan PIN", "Terbitkan ulang", changed);
        this.releases = releases;
        this.release = release;
        identity.setItems("KTP-el asli", "IKD pada ponsel pemilik", "KTP-el dan surat kuasa");
        reason.setMaxLength(LONGEST_REASON);
        email.setValue(Objects.requireNonNullElse(release.email(), ""));
        atCounter.setValue(release.email() == null);
        email.setVisible(release.email() != null);
        atCounter.addValueChangeListener(change -> email.setVisible(!change.getValue()));
        findings().at("identity", identity).at("reason", reason).at("email", email);
        addFields(
                new Paragraph("%s untuk %s. QR dan PIN yang lama langsung tidak berlaku."
                        .formatted(release.reference(), release.recipient())),
                identity,
                reason,
                atCounter,
                email);
    }

    @Override
    protected String act() {
        if (!atCounter.getValue() && email.getValue().isBlank()) {
            throw new InvalidInput("email", "Isi alamat e-mail, atau serahkan langsung di loket.");
        }
        var how = new Reissue(
                Objects.requireNonNullElse(identity.getValue(), ""),
                reason.getValue(),
                atCounter.getValue() ? null : email.getValue());
        releases.reissue(release.id(), release.version(), how).ifPresent(slip -> new SlipDialog(release, slip).open());
        return "QR dan PIN baru untuk %s diterbitkan.".formatted(release.reference());
    }
}
