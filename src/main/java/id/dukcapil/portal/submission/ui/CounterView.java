package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.IdentityField;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketId;
import id.dukcapil.portal.counter.Tickets;
import id.dukcapil.portal.population.CodeLists;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.Regions;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.submission.NewSubmission;
import id.dukcapil.portal.submission.SubmissionDecision;
import id.dukcapil.portal.submission.SubmissionOrigin;
import id.dukcapil.portal.submission.SubmissionService;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Permohonan KK di loket: the operator takes a request in for whoever stands at the counter (SOP Bandung 31/2023). */
@Route(SubmissionNavigation.COUNTER)
@PageTitle("Permohonan KK baru")
@Menu(title = "Permohonan KK baru", order = 21)
@RolesAllowed(Permission.Name.SUBMISSION_INTAKE)
@StyleSheet("context://styles/submission.css")
class CounterView extends Page implements AfterNavigationObserver {

    private final transient SubmissionService submissions;
    private final transient Population population;
    private final transient Regions regions;
    private final transient CaseActions actions;
    private final transient Organisation organisation;
    private final transient Tickets tickets;
    private final transient CurrentStaff staff;
    private final transient FieldFindings findings = new FieldFindings();
    private final IdentityField<Nik> nik = IdentityField.nik("NIK pemohon");
    private final IdentityField<FamilyCardNumber> family = IdentityField.familyCard("Nomor KK");
    private final ComboBox<String> reason = Indonesian.comboBox("Alasan (formulir F-1.02)");
    private final TextArea note = Indonesian.textArea("Keterangan");
    private final TextField phone = Indonesian.textField("Nomor telepon");
    private final EmailField email = Indonesian.emailField("E-mail (boleh kosong)");
    private final ChangeFields changes;
    private final Button submit = new Button("Terima permohonan", click -> submit());
    private final Div person = new Div();
    private final Div answer = new Div();
    private final Div form = new Div();

    private @Nullable IntakeReceipt receipt;

    /** One per form: a double click or a resent request makes no second request. */
    private String requestToken = UUID.randomUUID().toString();

    CounterView(
            SubmissionService submissions,
            Population population,
            Regions regions,
            CaseActions actions,
            Reasons reasons,
            CodeLists codes,
            Organisation organisation,
            Tickets tickets,
            CurrentStaff staff) {
        super("Permohonan KK di loket");
        this.submissions = submissions;
        this.population = population;
        this.regions = regions;
        this.actions = actions;
        this.organisation = organisation;
        this.tickets = tickets;
        this.staff = staff;
        changes = new ChangeFields(codes, findings);
        reason.addValueChangeListener(change -> changes.show(Objects.requireNonNullElse(change.getValue(), "")));
        useReadingWidth();
        addClassName("counter");
        setSubtitle("Pemohon harus kepala keluarga, suami, istri, atau anak dalam KK yang dimohonkan.");
        nik.addValueChangeListener(change -> lookUp());
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
        // The field is left for a moment, so that what stands in it is known when the request is taken in
        submit.addClickShortcut(Key.ENTER).listenOn(nik, family, phone, email).resetFocusOnActiveElement();
        answer.getElement().setAttribute("role", "alert");
        answer.addClassName("stack");
        person.addClassName("counter-person");
        form.addClassNames("card", "pad", "stack");
        form.add(fields(), changes, person, answer, submit);
        add(form);
        nik.focus();
    }

    /** From the counter's number comes whose request it is. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        UrlState.of(event.getLocation())
                .text(SubmissionNavigation.TICKET)
                .flatMap(TicketId::parse)
                .flatMap(id -> staff.may(Permission.COUNTER_SERVE) ? tickets.find(id) : Optional.empty())
                .map(Ticket::nik)
                .ifPresent(person -> nik.setValue(person.value()));
    }

    private void prepareWish(Reasons reasons) {
        reason.setItems(reasons.codes());
        reason.setItemLabelGenerator(code -> "%s  %s".formatted(code, reasons.label(code)));
        reason.setManualValidation(true);
        reason.setAllowCustomValue(true);
        reason.addCustomValueSetListener(typed -> chooseByCode(reasons, typed.getDetail()));
        note.setManualValidation(true);
        note.setMinRows(2);
        phone.setManualValidation(true);
        email.setManualValidation(true);
    }

    /** Whoever knows the code by heart types it and goes on; "ib3" will do. */
    private void chooseByCode(Reasons reasons, String typed) {
        reason.clear();
        reasons.codes().stream()
                .filter(code -> bare(code).equals(bare(typed)))
                .findFirst()
                .ifPresentOrElse(reason::setValue, () -> {
                    reason.setErrorMessage("Alasan ini tidak ada pada formulir F-1.02. Pilih dari daftar.");
                    reason.setInvalid(true);
                });
    }

    private static String bare(String code) {
        return code.replaceAll("[^\\p{L}\\d]", "").toUpperCase(Locale.ROOT);
    }

    private FormLayout fields() {
        var layout = new FormLayout();
        layout.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("30em", 2));
        layout.add(nik, family, reason, note, phone, email);
        layout.setColspan(reason, 2);
        layout.setColspan(note, 2);
        return layout;
    }

    /**
     * Says who holds the NIK as soon as it is complete, so that a slip is noticed before anything is stored. The focus stays
     * where it is: by the time the answer comes the next number is being typed.
     */
    private void lookUp() {
        person.removeAll();
        nik.number().ifPresent(known -> population.find(known).ifPresentOrElse(this::found, () -> notFound(known)));
    }

    private void found(Person known) {
        person.add(new KeyValueList()
                .with("Nama", known.fullName())
                .with("Hubungan", known.relationship().label())
                .with("Tanggal lahir", Formats.date(known.birthDate()))
                .with("Nomor KK", known.familyCardNumber().masked()));
    }

    private void notFound(Nik unknown) {
        String district = unknown.districtOfFirstRegistration();
        String sentence = "NIK ini tidak ditemukan dalam data kependudukan kantor.";
        person.add(new Callout(
                "Periksa",
                Tone.WARN,
                regions.knownDistrict(district)
                        ? sentence
                        : sentence + " Kode wilayah %s pun tidak ada di tabel wilayah.".formatted(district)));
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
                requestToken,
                changes.changes());
    }

    private void showReceipt(SubmissionDecision.Accepted accepted) {
        form.setVisible(false);
        receipt = new IntakeReceipt(
                accepted, actions.papers(accepted.submission(), organisation.timeZone()), this::startAnew);
        add(receipt);
    }

    private void startAnew() {
        Optional.ofNullable(receipt).ifPresent(this::remove);
        requestToken = UUID.randomUUID().toString();
        List.<TextField>of(nik, family, phone).forEach(TextField::clear);
        reason.clear();
        note.clear();
        email.clear();
        changes.clear();
        person.removeAll();
        form.setVisible(true);
        nik.focus();
    }
}
