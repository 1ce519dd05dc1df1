package id.dukcapil.portal.sla.ui.alert;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.sla.alert.AlertRule;
import id.dukcapil.portal.sla.alert.Alerts;
import org.jspecify.annotations.Nullable;

/** Changes one rule of alerts. */
class RuleDialog extends FormDialog {

    private final transient Alerts alerts;
    private final transient AlertRule rule;
    private final Checkbox enabled = new Checkbox("Aturan berlaku");
    private final IntegerField allowed = Indonesian.integerField("Batas");
    private final ComboBox<Permission> audience = Indonesian.comboBox("Beri tahu semua yang berizin");
    private final TimePicker from = Indonesian.timePicker("Jam tenang mulai");
    private final TimePicker until = Indonesian.timePicker("Jam tenang sampai");
    private final TextField mailTo = Indonesian.textField("Kirim surat juga kepada");

    RuleDialog(Alerts alerts, AlertRule rule, Runnable changed) {
        super("Aturan: " + rule.measure().label(), "Simpan", changed);
        this.alerts = alerts;
        this.rule = rule;
        enabled.setValue(rule.enabled());
        allowed.setValue(rule.allowed());
        allowed.setHelperText("Berbunyi bila %s batas ini, dalam %s."
                .formatted(
                        rule.measure().wantsMore() ? "kurang dari" : "lebih dari",
                        rule.measure().unit()));
        audience.setItems(Permission.values());
        audience.setItemLabelGenerator(Permission::label);
        audience.setValue(rule.audience());
        audience.setHelperText("Hanya pegawai yang jangkauannya meliputi kantor itu.");
        from.setValue(rule.quietFrom());
        until.setValue(rule.quietUntil());
        until.setHelperText("Yang terjadi pada jam tenang diberitahukan sesudahnya. Jam yang sama: tanpa jam tenang.");
        mailTo.setValue(rule.mailTo());
        mailTo.setHelperText("Alamat surel, dipisah koma. Satu surat untuk satu sebab.");
        addFields(enabled, allowed, audience, from, until, mailTo);
        findings()
                .at("allowed", allowed)
                .at("audience", audience)
                .at("from", from)
                .at("until", until)
                .at("mailTo", mailTo);
    }

    @Override
    protected String act() {
        alerts.change(new AlertRule(
                rule.measure(),
                enabled.getValue(),
                required("allowed", allowed.getValue()),
                required("audience", audience.getValue()),
                required("from", from.getValue()),
                required("until", until.getValue()),
                mailTo.getValue().strip(),
                rule.version()));
        return "Aturan %s disimpan.".formatted(rule.measure().label());
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(field, "Wajib diisi.");
        }
        return value;
    }
}
