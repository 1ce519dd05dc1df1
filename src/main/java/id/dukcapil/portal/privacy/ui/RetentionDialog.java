package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.privacy.ProcessingRecord;
import id.dukcapil.portal.privacy.RetentionRule;
import id.dukcapil.portal.privacy.RetentionRules;
import java.time.Period;
import java.util.Optional;

/** The office's own period for a kind of data, with what it would mean today. */
class RetentionDialog extends CaseDialog {

    private static final int LONGEST = 20_000;

    private enum Unit {
        DAYS("hari"),
        MONTHS("bulan"),
        YEARS("tahun");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        Period of(int amount) {
            return switch (this) {
                case DAYS -> Period.ofDays(amount);
                case MONTHS -> Period.ofMonths(amount);
                case YEARS -> Period.ofYears(amount);
            };
        }
    }

    private final transient RetentionRules rules;
    private final String key;
    private final IntegerField amount = field("period", Indonesian.integerField("Disimpan selama"));
    private final Select<Unit> unit = field("unit", Indonesian.select("Satuan"));
    private final TextField reason = field("reason", Indonesian.textField("Alasan"));
    private final Paragraph consequence = new Paragraph();

    RetentionDialog(RetentionRules rules, RetentionRule rule, Runnable changed) {
        super("Ubah masa simpan");
        this.rules = rules;
        this.key = rule.key();
        unit.setItems(Unit.values());
        unit.setItemLabelGenerator(value -> value.label);
        show(rule.period());
        amount.setValueChangeMode(ValueChangeMode.LAZY);
        amount.addValueChangeListener(change -> preview());
        unit.addValueChangeListener(change -> preview());
        reason.setMaxLength(300);
        reason.setHelperText("Misalnya nomor jadwal retensi arsip.");
        consequence.getElement().setAttribute("role", "status");
        explain(rule.label() + ". Standar: " + ProcessingRecord.inWords(rule.standard()) + ".")
                .explain(consequence);
        preview();
        confirm("Simpan masa simpan", () -> {
            Period period = period().orElseThrow(() -> new InvalidInput("period", "Isi lamanya, paling sedikit 1."));
            rules.change(key, period, reason.getValue());
            Notify.done("%s kini disimpan %s.".formatted(rule.label(), ProcessingRecord.inWords(period)));
            changed.run();
        });
    }

    private void show(Period period) {
        if (period.getDays() != 0) {
            set(Math.toIntExact(period.toTotalMonths() * 30 + period.getDays()), Unit.DAYS);
        } else if (period.toTotalMonths() % 12 != 0) {
            set(Math.toIntExact(period.toTotalMonths()), Unit.MONTHS);
        } else {
            set(period.getYears() + period.getMonths() / 12, Unit.YEARS);
        }
    }

    private void set(int value, Unit in) {
        amount.setValue(value);
        unit.setValue(in);
    }

    private Optional<Period> period() {
        return Optional.ofNullable(amount.getValue())
                .filter(value -> value > 0 && value <= LONGEST)
                .map(value -> unit.getValue().of(value));
    }

    private void preview() {
        consequence.setText(period().map(period -> "Dengan masa simpan ini, pada malam pertama akan dihapus: "
                        + RetentionPanel.due(rules, key, period) + ".")
                .orElse(""));
    }
}
