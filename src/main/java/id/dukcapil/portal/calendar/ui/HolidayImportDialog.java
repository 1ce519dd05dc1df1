package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import id.dukcapil.portal.calendar.HolidayImport;
import id.dukcapil.portal.calendar.HolidayImport.Plan;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.FirstField;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Brings the holidays of a year in line with a pasted or uploaded list, shown first and then done. */
class HolidayImportDialog extends Dialog {

    private static final int MOST_BYTES = 100_000;
    private static final String EXAMPLE = """
            2027-01-01;Tahun Baru 2027 Masehi;libur nasional
            2027-03-11;Cuti bersama Idulfitri;cuti bersama""";

    private final transient HolidayImport holidays;
    private final transient IntConsumer imported;
    private final IntegerField year = Indonesian.integerField("Tahun");
    private final TextField basis = Indonesian.textField("Dasar (SKB)");
    private final TextArea list = Indonesian.textArea("Daftar: tanggal; nama; jenis");
    private final HolidayPlan preview = new HolidayPlan();
    private final Button apply = new Button("Terapkan", click -> apply());
    private final transient FieldFindings findings;
    private transient Optional<Plan> previewed = Optional.empty();

    HolidayImportDialog(HolidayImport holidays, int startYear, IntConsumer imported) {
        this.holidays = holidays;
        this.imported = imported;
        setHeaderTitle("Impor hari libur setahun");
        setWidth("min(52rem, 96vw)");
        year.setValue(startYear);
        basis.setHelperText("Misalnya: SKB Menag, Menaker dan MenPANRB No. … Tahun …");
        list.setPlaceholder(EXAMPLE);
        list.setMinRows(6);
        list.setMaxRows(10);
        var fields = new FormLayout(year, basis, list);
        fields.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("28em", 3));
        fields.setColspan(basis, 2);
        fields.setColspan(list, 3);
        var form = new Div(fields, upload(), preview);
        form.addClassName("form-stack");
        add(form);
        findings = new FieldFindings().at("year", year).at("basis", basis).at("list", list);
        year.addValueChangeListener(change -> forget());
        basis.addValueChangeListener(change -> forget());
        list.addValueChangeListener(change -> forget());
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        apply.setEnabled(false);
        getFooter()
                .add(new Button("Batal", click -> close()), new Button("Lihat akibatnya", click -> preview()), apply);
        FirstField.focusWhenOpened(this);
    }

    private Upload upload() {
        Upload upload = Indonesian.upload(UploadHandler.inMemory((file, bytes) -> list.setValue(text(bytes))));
        upload.setAcceptedFileTypes(".csv", ".txt");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        return upload;
    }

    /** Excel in Indonesia saves a CSV in the code page of Windows unless asked otherwise. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private void forget() {
        previewed = Optional.empty();
        apply.setEnabled(false);
        preview.removeAll();
    }

    private void preview() {
        try {
            Plan plan =
                    holidays.preview(Objects.requireNonNullElse(year.getValue(), 0), basis.getValue(), list.getValue());
            previewed = Optional.of(plan);
            preview.show(plan);
            apply.setEnabled(plan.canBeApplied());
        } catch (InvalidInput invalid) {
            findings.show(invalid);
        }
    }

    private void apply() {
        previewed.ifPresent(plan -> {
            try {
                int changed = holidays.apply(plan);
                close();
                Notify.done("Hari libur %d disesuaikan: %d perubahan.".formatted(plan.year(), changed));
                imported.accept(plan.year());
            } catch (ChangedMeanwhile conflict) {
                forget();
                Notify.problem(String.valueOf(conflict.getMessage()));
            }
        });
    }
}
