package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.activation.process.ActivationDecision;
import id.dukcapil.portal.activation.process.ActivationPurpose;
import id.dukcapil.portal.activation.process.Wish;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Somebody whose telephone was changed, lost or locked, or who lives in another regency: more than a NIK is asked for. */
class NewPersonDialog extends FormDialog {

    private final transient Function<Wish, ActivationDecision> begin;
    private final transient OfficeCode office;
    private final transient @Nullable UUID campaign;
    private final TextField nik = Indonesian.textField("NIK");
    private final ComboBox<ActivationPurpose> purpose = Indonesian.comboBox("Tujuan");
    private final TextField reason = Indonesian.textField("Keterangan (boleh kosong)");
    private final TextField name = Indonesian.textField("Nama menurut KTP-el (penduduk daerah lain)");
    private final TextField regency = Indonesian.textField("Kode kabupaten/kota domisili (penduduk daerah lain)");
    private final Paragraph guidance = new Paragraph();

    NewPersonDialog(
            OfficeCode office, @Nullable UUID campaign, Function<Wish, ActivationDecision> begin, Runnable changed) {
        super("Aktivasi ulang atau penduduk luar", "Mulai", changed);
        this.office = office;
        this.campaign = campaign;
        this.begin = begin;
        purpose.setItems(Arrays.stream(ActivationPurpose.values())
                .filter(known -> known != ActivationPurpose.REPEATED)
                .toList());
        purpose.setItemLabelGenerator(ActivationPurpose::label);
        purpose.addValueChangeListener(change -> guidance.setText(
                change.getValue() == null ? "" : change.getValue().guidance()));
        purpose.setValue(ActivationPurpose.FORGOTTEN_PIN);
        findings()
                .at("nik", nik)
                .at("purpose", purpose)
                .at("reason", reason)
                .at("fullName", name)
                .at("domicile", regency);
        addFields(nik, purpose, guidance, reason, name, regency);
    }

    @Override
    protected String act() {
        if (purpose.getValue() == null) {
            throw new InvalidInput("purpose", "Pilih tujuannya.");
        }
        return switch (begin.apply(new Wish(
                nik.getValue(),
                name.getValue(),
                regency.getValue(),
                purpose.getValue(),
                reason.getValue(),
                office,
                campaign))) {
            case ActivationDecision.Accepted accepted ->
                "Aktivasi %s dimulai.".formatted(accepted.activation().number());
            case ActivationDecision.AlreadyOpen open ->
                throw new InvalidInput(
                        "nik", ScanSentences.alreadyOpen(open, open.office().value()));
            case ActivationDecision.NotEligible refused -> throw new InvalidInput("nik", refused.sentence());
        };
    }
}
