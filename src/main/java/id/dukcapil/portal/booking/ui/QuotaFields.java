package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.IntegerField;
import id.dukcapil.portal.booking.QuotaRule;
import id.dukcapil.portal.common.InvalidInput;
import java.util.Optional;

/** Capacity and reserve, with what is wrong shown at the field. */
class QuotaFields extends FormLayout {

    private final IntegerField capacity = field("Kapasitas", "Semua kursi pada hari itu");
    private final IntegerField reserved = field("Cadangan petugas", "Bagian yang hanya dapat diberikan petugas");

    QuotaFields(QuotaRule quota) {
        capacity.setValue(quota.capacity());
        reserved.setValue(quota.reserved());
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("22em", 2));
        add(capacity, reserved);
    }

    private static IntegerField field(String label, String help) {
        var field = new IntegerField(label);
        field.setHelperText(help);
        field.setMin(0);
        field.setStepButtonsVisible(true);
        return field;
    }

    void focus() {
        capacity.focus();
        capacity.setAutoselect(true);
    }

    void onChange(Runnable changed) {
        capacity.addValueChangeListener(change -> changed.run());
        reserved.addValueChangeListener(change -> changed.run());
    }

    /** The quota as entered, or nothing after the fields have been marked with what is wrong. */
    Optional<QuotaRule> read() {
        capacity.setInvalid(false);
        reserved.setInvalid(false);
        try {
            return Optional.of(new QuotaRule(valueOf(capacity, "capacity"), valueOf(reserved, "reserved")));
        } catch (InvalidInput invalid) {
            invalid.findings().forEach(finding -> {
                IntegerField field = finding.field().equals("capacity") ? capacity : reserved;
                field.setErrorMessage(finding.message());
                field.setInvalid(true);
            });
            return Optional.empty();
        }
    }

    private static int valueOf(IntegerField field, String name) {
        return Optional.ofNullable(field.getValue())
                .orElseThrow(() -> new InvalidInput(name, "Isi dengan angka bulat."));
    }
}
