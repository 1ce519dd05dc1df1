package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.booking.QuotaEdit;
import id.dukcapil.portal.booking.QuotaEdit.Change;
import id.dukcapil.portal.booking.QuotaEdit.Planned;
import id.dukcapil.portal.booking.QuotaPlanning;
import id.dukcapil.portal.booking.QuotaRule;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
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
import org.springframework.dao.OptimisticLockingFailureException;

/** The same change for many days and offices: fill in, look at the preview, apply. */
class BulkQuotaDialog extends Dialog {

    private enum Kind {
        SET_QUOTA("Atur kuota"),
        CLOSE("Tutup"),
        REOPEN("Buka kembali"),
        FOLLOW_RULE("Kembali ke aturan mingguan");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private final transient QuotaPlanning planning;
    private final transient Runnable changed;
    private final MultiSelectComboBox<Office> offices = new MultiSelectComboBox<>("Kantor");
    private final DatePicker from = Indonesian.datePicker("Dari tanggal");
    private final DatePicker to = Indonesian.datePicker("Sampai tanggal");
    private final CheckboxGroup<DayOfWeek> weekdays = new CheckboxGroup<>("Hanya hari");
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>("Perubahan");
    private final QuotaFields quota = new QuotaFields(new QuotaRule(100, 10));
    private final TextField reason = new TextField("Alasan penutupan");
    private final PlannedChanges preview;
    private final Button apply = new Button("Terapkan", click -> apply());
    private transient Optional<QuotaEdit> previewed = Optional.empty();
    private transient List<Planned> planned = List.of();

    BulkQuotaDialog(QuotaPlanning planning, List<Office> inScope, Office office, LocalDate start, Runnable changed) {
        this.planning = planning;
        this.changed = changed;
        preview = new PlannedChanges(code -> inScope.stream()
                .filter(candidate -> candidate.code().equals(code))
                .map(Office::name)
                .findFirst()
                .orElse(code.value()));
        setHeaderTitle("Ubah beberapa hari");
        setWidth("min(46rem, 96vw)");
        offices.setItems(inScope);
        offices.setItemLabelGenerator(Office::name);
        offices.select(office);
        from.setValue(start);
        to.setValue(start);
        weekdays.setItems(DayOfWeek.values());
        weekdays.setItemLabelGenerator(Formats::weekday);
        weekdays.setValue(EnumSet.allOf(DayOfWeek.class));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(choice -> choice.label);
        kind.setValue(Kind.SET_QUOTA);
        kind.addValueChangeListener(change -> showFieldsOfKind());
        reason.setWidthFull();
        reason.setMaxLength(200);
        var range = new FormLayout(from, to);
        range.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("22em", 2));
        offices.setWidthFull();
        var form = new Div(offices, range, weekdays, kind, quota, reason);
        form.addClassName("dialog-form");
        add(form, preview);
        preview.setVisible(false);
        addButtons();
        showFieldsOfKind();
        forgetPreviewOnEveryChange();
        FirstField.focusWhenOpened(this);
    }

    private void addButtons() {
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setEnabled(false);
        getFooter()
                .add(new Button("Batal", click -> close()), new Button("Lihat perubahan", click -> preview()), apply);
    }

    private void showFieldsOfKind() {
        quota.setVisible(kind.getValue() == Kind.SET_QUOTA);
        reason.setVisible(kind.getValue() == Kind.CLOSE);
    }

    private void forgetPreviewOnEveryChange() {
        offices.addValueChangeListener(change -> forgetPreview());
        weekdays.addValueChangeListener(change -> forgetPreview());
        List.of(from, to).forEach(field -> field.addValueChangeListener(change -> forgetPreview()));
        kind.addValueChangeListener(change -> forgetPreview());
        reason.addValueChangeListener(change -> forgetPreview());
        quota.onChange(this::forgetPreview);
    }

    private void forgetPreview() {
        previewed = Optional.empty();
        apply.setEnabled(false);
        preview.setVisible(false);
    }

    private void preview() {
        try {
            read().ifPresent(edit -> {
                planned = planning.preview(edit);
                previewed = Optional.of(edit);
                preview.show(planned, "Tidak ada hari pelayanan dalam pilihan ini.");
                preview.setVisible(true);
                apply.setEnabled(planned.stream().anyMatch(Planned::changes));
            });
        } catch (InvalidInput invalid) {
            Notify.problem(String.valueOf(invalid.getMessage()));
        }
    }

    private Optional<QuotaEdit> read() {
        if (from.getValue() == null || to.getValue() == null) {
            throw new InvalidInput("from", "Isi tanggal awal dan tanggal akhir.");
        }
        List<OfficeCode> codes =
                offices.getSelectedItems().stream().map(Office::code).toList();
        return change().map(
                        change -> new QuotaEdit(codes, from.getValue(), to.getValue(), weekdays.getValue(), change));
    }

    private Optional<Change> change() {
        return switch (kind.getValue()) {
            case SET_QUOTA -> quota.read().map(Change.SetQuota::new);
            case CLOSE -> Optional.of(new Change.Close(reason.getValue()));
            case REOPEN -> Optional.of(new Change.Reopen());
            case FOLLOW_RULE -> Optional.of(new Change.FollowRule());
        };
    }

    private void apply() {
        previewed.ifPresent(edit -> {
            try {
                int days = planning.apply(edit, planned);
                close();
                Notify.done("Kuota %s hari diubah.".formatted(Formats.number(days)));
                changed.run();
            } catch (OptimisticLockingFailureException conflict) {
                forgetPreview();
                Notify.problem(String.valueOf(conflict.getMessage()));
                changed.run();
            }
        });
    }
}
