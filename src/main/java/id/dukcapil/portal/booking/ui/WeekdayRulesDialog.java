package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.booking.QuotaPlanning;
import id.dukcapil.portal.booking.QuotaRule;
import id.dukcapil.portal.booking.WeekdayRule;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.FirstField;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.staff.Office;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The usual quota per weekday of one office: what holds, and a new rule from a date on. */
class WeekdayRulesDialog extends Dialog {

    private final transient QuotaPlanning planning;
    private final transient Office office;
    private final transient Runnable changed;
    private final CheckboxGroup<DayOfWeek> weekdays = new CheckboxGroup<>("Berlaku untuk hari");
    private final DatePicker from = Indonesian.datePicker("Mulai tanggal");
    private final DatePicker until = Indonesian.datePicker("Sampai tanggal (boleh kosong)");
    private final QuotaFields quota = new QuotaFields(new QuotaRule(100, 10));
    private final transient FieldFindings findings =
            new FieldFindings().at("weekdays", weekdays).at("from", from).at("validTo", until);
    private final PlannedChanges preview;
    private final Button save = new Button("Simpan aturan", click -> save());
    private transient List<WeekdayRule> previewed = List.of();

    WeekdayRulesDialog(
            QuotaPlanning planning, Office office, List<WeekdayRule> rules, LocalDate start, Runnable changed) {
        this.planning = planning;
        this.office = office;
        this.changed = changed;
        preview = new PlannedChanges(code -> office.name());
        preview.setVisible(false);
        setHeaderTitle("Aturan mingguan · " + office.name());
        setWidth("min(44rem, 96vw)");
        weekdays.setItems(DayOfWeek.values());
        weekdays.setItemLabelGenerator(Formats::weekday);
        weekdays.setValue(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY));
        from.setValue(start);
        from.setMin(start);
        var validity = new FormLayout(from, until);
        validity.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("22em", 2));
        var form = new Div(existing(rules, start), weekdays, validity, quota);
        form.addClassName("dialog-form");
        add(form, preview);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setEnabled(false);
        getFooter().add(new Button("Batal", click -> close()), new Button("Lihat akibatnya", click -> preview()), save);
        weekdays.addValueChangeListener(change -> forgetPreview());
        from.addValueChangeListener(change -> forgetPreview());
        until.addValueChangeListener(change -> forgetPreview());
        quota.onChange(this::forgetPreview);
        FirstField.focusWhenOpened(this);
    }

    private static Div existing(List<WeekdayRule> rules, LocalDate today) {
        var list = new UnorderedList();
        list.addClassName("latest");
        rules.stream()
                .filter(rule -> rule.validTo() == null || !rule.validTo().isBefore(today))
                .map(WeekdayRulesDialog::sentence)
                .map(ListItem::new)
                .forEach(list::add);
        var title = new Span("Yang berlaku sekarang dan nanti");
        title.addClassName("label");
        return new Div(title, rules.isEmpty() ? new Span("Belum ada aturan.") : list);
    }

    private static String sentence(WeekdayRule rule) {
        String end = Optional.ofNullable(rule.validTo())
                .map(date -> " sampai " + Formats.date(date))
                .orElse("");
        return "%s: %s kursi, cadangan %s · mulai %s%s"
                .formatted(
                        Formats.weekday(rule.weekday()),
                        Formats.number(rule.quota().capacity()),
                        Formats.number(rule.quota().reserved()),
                        Formats.date(rule.validFrom()),
                        end);
    }

    private void forgetPreview() {
        save.setEnabled(false);
        preview.setVisible(false);
    }

    private void preview() {
        try {
            findings.requireReadable();
            quota.read().ifPresent(numbers -> {
                previewed = rules(numbers);
                preview.show(
                        planning.previewRules(office.code(), previewed),
                        "Tidak ada hari yang sudah dipesan atau diatur ikut berubah; aturan berlaku mulai tanggal itu.");
                preview.setVisible(true);
                save.setEnabled(true);
            });
        } catch (InvalidInput invalid) {
            findings.show(invalid);
        }
    }

    private List<WeekdayRule> rules(QuotaRule numbers) {
        LocalDate start = Optional.ofNullable(from.getValue())
                .orElseThrow(() -> new InvalidInput("from", "Isi tanggal mulai berlakunya aturan."));
        return weekdays.getValue().stream()
                .sorted()
                .map(day -> new WeekdayRule(day, numbers, start, until.getValue()))
                .toList();
    }

    private void save() {
        try {
            findings.requireReadable();
        } catch (InvalidInput invalid) {
            findings.show(invalid);
            return;
        }
        planning.setRules(office.code(), previewed);
        close();
        Notify.done("Aturan mingguan %s disimpan.".formatted(office.name()));
        changed.run();
    }
}
