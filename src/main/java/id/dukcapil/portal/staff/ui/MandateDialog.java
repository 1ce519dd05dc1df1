package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FirstField;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.AccountFilter;
import id.dukcapil.portal.staff.AccountLists;
import id.dukcapil.portal.staff.AccountRow;
import id.dukcapil.portal.staff.Mandate;
import id.dukcapil.portal.staff.Mandates;
import id.dukcapil.portal.staff.NewMandate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Enters the letter that gives a mandate. What is odd about it is said as soon as deputy and dates are there. */
class MandateDialog extends Dialog {

    private final transient Mandates mandates;
    private final transient Consumer<Mandate> given;
    private final RadioButtonGroup<Mandate.Kind> kind = new RadioButtonGroup<>("Jenis");
    private final ComboBox<AccountRow> deputy = Indonesian.comboBox("Pegawai yang ditunjuk");
    private final DatePicker from = Indonesian.datePicker("Mulai");
    private final DatePicker until = Indonesian.datePicker("Sampai dengan");
    private final TextField number = Indonesian.textField("Nomor surat perintah");
    private final DatePicker issuedOn = Indonesian.datePicker("Tanggal surat");
    private final TextField reason = Indonesian.textField("Alasan");
    private final FormFindings findings = new FormFindings();
    private final Button confirm = new Button("Catat mandat");

    MandateDialog(Mandates mandates, AccountLists people, Consumer<Mandate> given) {
        this.mandates = mandates;
        this.given = given;
        setHeaderTitle("Mandat baru");
        setWidth("min(38rem, 96vw)");
        kind.setItems(Mandate.Kind.values());
        kind.setItemLabelGenerator(choice -> "%s – %s".formatted(choice.abbreviation(), explanation(choice)));
        kind.setValue(Mandate.Kind.PLH);
        deputy.setItems(query -> people
                .page(
                        new AccountFilter(query.getFilter().orElse(""), null, null, null),
                        null,
                        query.getOffset(),
                        query.getLimit())
                .stream());
        deputy.setItemLabelGenerator(row -> "%s · %s".formatted(row.fullName(), row.officeName()));
        number.setMaxLength(80);
        number.setPlaceholder("800/…/Disdukcapil");
        reason.setMaxLength(300);
        reason.setPlaceholder("Kepala Dinas cuti tahunan");
        describeFields();
        var form = new FormLayout();
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("30em", 2));
        form.add(kind, 2);
        form.add(deputy, 2);
        form.add(from, until, number, issuedOn);
        form.add(reason, 2);
        add(form, findings);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> confirmed());
        getFooter().add(new Button("Batal", click -> close()), confirm);
        FirstField.focusWhenOpened(this);
    }

    private static String explanation(Mandate.Kind kind) {
        return switch (kind) {
            case PLH -> "Kepala Dinas berhalangan sementara";
            case PLT -> "jabatan Kepala Dinas kosong";
        };
    }

    private void describeFields() {
        findings.at("kind", kind)
                .at("deputy", deputy)
                .at("from", from)
                .at("until", until)
                .at("number", number)
                .at("issuedOn", issuedOn)
                .at("reason", reason);
        List.of(from, until, issuedOn).forEach(field -> field.setManualValidation(true));
        List.of(number, reason).forEach(field -> field.setManualValidation(true));
        List.<HasValue<?, ?>>of(kind, deputy, from, until, issuedOn)
                .forEach(field -> field.addValueChangeListener(change -> lookAhead()));
    }

    /** Without reproaching for fields that were not reached yet. */
    private void lookAhead() {
        if (from.getValue() != null && until.getValue() != null) {
            List<String> filled = List.of("kind", "from", "until", "issuedOn", "deputy");
            findings.show(mandates.check(mandate()).stream()
                    .filter(finding -> filled.contains(finding.field()))
                    .filter(finding -> !(finding.field().equals("issuedOn") && issuedOn.isEmpty()))
                    .filter(finding -> !(finding.field().equals("deputy") && deputy.isEmpty()))
                    .toList());
        }
    }

    private void confirmed() {
        try {
            Mandate entered = mandates.give(mandate());
            close();
            given.accept(entered);
        } catch (InvalidInput invalid) {
            findings.show(List.<Finding>copyOf(invalid.findings()));
            confirm.setEnabled(true);
        }
    }

    private NewMandate mandate() {
        return new NewMandate(
                kind.getValue(),
                Optional.ofNullable(deputy.getValue()).map(AccountRow::id).orElse(null),
                from.getValue(),
                until.getValue(),
                number.getValue(),
                issuedOn.getValue(),
                reason.getValue());
    }
}
