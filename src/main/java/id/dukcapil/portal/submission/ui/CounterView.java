package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.submission.NewSubmission;
import id.dukcapil.portal.submission.SubmissionDecision;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionOrigin;
import id.dukcapil.portal.submission.SubmissionService;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Permohonan KK di loket: the operator takes a request in for whoever stands at the counter (SOP Bandung 31/2023). */
@Route(SubmissionNavigation.COUNTER)
@PageTitle("Permohonan KK baru")
@Menu(title = "Permohonan KK baru", order = 21)
@RolesAllowed(Permission.Name.SUBMISSION_INTAKE)
@StyleSheet("context://styles/submission.css")
class CounterView extends Page {

    private static final long serialVersionUID = 1L;

    private final transient SubmissionService submissions;
    private final transient Population population;
    private final transient CaseActions actions;
    private final transient Organisation organisation;
    private final transient FieldFindings findings = new FieldFindings();
    private final TextField nik = Indonesian.textField("NIK pemohon");
    private final TextField family = Indonesian.textField("Nomor KK");
    private final ComboBox<String> reason = Indonesian.comboBox("Alasan (formulir F-1.02)");
    private final TextArea note = Indonesian.textArea("Keterangan");
    private final TextField phone = Indonesian.textField("Nomor telepon");
    private final EmailField email = Indonesian.emailField("E-mail (boleh kosong)");
    private final Button submit = new Button("Terima permohonan", click -> submit());
    private final Div person = new Div();
    private final Div answer = new Div();
    private final Div form = new Div();

    /** One per form: a double click or a resent request makes no second request. */
    private String requestToken = UUID.randomUUID().toString();

    CounterView(
            SubmissionService submissions,
            Population population,
            CaseActions actions,
            Reasons reasons,
            Organisation organisation) {
        super("Permohonan KK di loket");
        this.submissions = submissions;
        this.population = population;
        this.actions = actions;
        this.organisation = organisation;
        useReadingWidth();
        addClassName("counter");
        setSubtitle("Pemohon harus kepala keluarga, suami, istri, atau anak dalam KK yang dimohonkan.");
        prepareNumbers();
        prepareWish(reasons);
        findings.at("applicantNik", nik)
                .at("nik", nik)
                .at("familyCardNumber", family)
                .at("reasonCode", reason)
                .at("note", note)
                .at("phone", phone)
                .at("email", email);
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setDisableOnClick(true);
        answer.getElement().setAttribute("role", "alert");
        answer.addClassName("stack");
        person.addClassName("counter-person");
        form.addClassNames("card", "pad", "stack");
        form.add(fields(), person, answer, submit);
        add(form);
        nik.focus();
    }

    private void prepareNumbers() {
        for (TextField number : List.of(nik, family)) {
            number.setMaxLength(20);
            number.setAllowedCharPattern("[0-9 .\\-]");
            number.setValueChangeMode(ValueChangeMode.LAZY);
            number.setManualValidation(true);
        }
        nik.addValueChangeListener(change -> lookUp(change.getValue()));
    }

    private void prepareWish(Reasons reasons) {
        reason.setItems(reasons.codes());
        reason.setItemLabelGenerator(code -> "%s  %s".formatted(code, reasons.label(code)));
        reason.setManualValidation(true);
        note.setManualValidation(true);
        note.setMinRows(2);
        phone.setManualValidation(true);
        email.setManualValidation(true);
    }

    private FormLayout fields() {
        var layout = new FormLayout();
        layout.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("30em", 2));
        layout.add(nik, family, reason, note, phone, email);
        layout.setColspan(reason, 2);
        layout.setColspan(note, 2);
        return layout;
    }

    /** Says who holds the NIK as soon as it is complete, so that a slip is noticed before anything is stored. */
    private void lookUp(String typed) {
        person.removeAll();
        Nik.parse(typed)
                .value()
                .ifPresent(known -> population.find(known).ifPresentOrElse(this::found, this::notFound));
    }

    private void found(Person known) {
        person.add(new KeyValueList()
                .with("Nama", known.fullName())
                .with("Hubungan", known.relationship().label())
                .with("Tanggal lahir", Formats.date(known.birthDate()))
                .with("Nomor KK", known.familyCardNumber().masked()));
        reason.focus();
    }

    private void notFound() {
        person.add(new Callout("Periksa", Tone.WARN, "NIK ini tidak ditemukan dalam data kependudukan kantor."));
    }

    private void submit() {
        answer.removeAll();
        try {
            switch (submissions.submit(request())) {
                case SubmissionDecision.Accepted accepted -> showReceipt(accepted);
                case SubmissionDecision.Refused refused ->
                    answer.add(new Callout("Tidak dapat diterima", Tone.LATE, refused.message()));
            }
        } catch (InvalidInput invalid) {
            findings.show(invalid);
        }
        submit.setEnabled(true);
    }

    private NewSubmission request() {
        return new NewSubmission(
                NewSubmission.KK_PRINT,
                nik.getValue(),
                family.getValue(),
                Objects.requireNonNullElse(reason.getValue(), ""),
                note.getValue(),
                email.getValue(),
                phone.getValue(),
                SubmissionOrigin.COUNTER,
                requestToken);
    }

    private void showReceipt(SubmissionDecision.Accepted accepted) {
        SubmissionDetails submission = accepted.submission();
        var receipt = new Div();
        receipt.addClassNames("card", "pad", "stack", "receipt");
        receipt.add(new Callout(
                "Diterima",
                Tone.OK,
                "Permohonan diterima dan menunggu pemeriksaan. Pindai lampirannya, lalu cetak tanda terima."));
        var number = new Div(submission.number().value());
        number.addClassName("receipt-number");
        receipt.add(number);
        receipt.add(new KeyValueList()
                .with("Pemohon", submission.applicant().fullName())
                .with("Nomor KK", submission.applicant().family().masked()));
        for (Finding warning : accepted.warnings()) {
            receipt.add(new Callout("Ganda?", Tone.WARN, warning.message()));
        }
        actions.papers(submission, organisation.timeZone()).ifPresent(receipt::add);
        var open = new Anchor(SubmissionNavigation.request(submission.number()), "");
        open.add(new Button("Buka permohonan"));
        open.addClassName("download");
        var again = new Button("Permohonan berikutnya", click -> startAnew());
        again.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(again, open);
        actions.addClassName("panel-actions");
        receipt.add(actions);
        form.setVisible(false);
        add(receipt);
        again.focus();
    }

    private void startAnew() {
        getChildren().filter(part -> part.hasClassName("receipt")).toList().forEach(this::remove);
        requestToken = UUID.randomUUID().toString();
        List.of(nik, family, phone).forEach(TextField::clear);
        reason.clear();
        note.clear();
        email.clear();
        person.removeAll();
        form.setVisible(true);
        nik.focus();
    }
}
