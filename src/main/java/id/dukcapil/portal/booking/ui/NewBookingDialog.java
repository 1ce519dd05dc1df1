package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.ScrollIntoViewOption;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.booking.BookingDecision;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingOrigin;
import id.dukcapil.portal.booking.BookingService;
import id.dukcapil.portal.booking.NewBooking;
import id.dukcapil.portal.booking.QuotaCalendar;
import id.dukcapil.portal.booking.Refusal;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.IdentityField;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** An operator books for somebody at the counter or on the telephone: NIK first, the register fills in the name. */
class NewBookingDialog extends Dialog {

    private static final int OFFERED_DAYS = 4;

    private final transient BookingService bookings;
    private final transient QuotaCalendar calendar;
    private final transient Population population;
    private final transient Consumer<BookingDetails> booked;
    /** One per dialog: a double click or a resent request makes no second booking. */
    private final String requestToken = UUID.randomUUID().toString();

    private final IdentityField<Nik> nik = IdentityField.nik("NIK");
    private final Span person = new Span();
    private final TextField name = new TextField("Nama lengkap");
    private final TextField phone = new TextField("Nomor telepon");
    private final EmailField email = new EmailField("E-mail (boleh kosong)");
    private final ComboBox<Office> office = new ComboBox<>("Kantor");
    private final DatePicker date = Indonesian.datePicker("Tanggal");
    private final RadioButtonGroup<BookingOrigin> origin = new RadioButtonGroup<>("Pemohon datang lewat");
    private final TextField waiver = new TextField("Alasan tetap memesankan");
    private final FieldFindings findings = new FieldFindings()
            .at("nik", nik)
            .at("fullName", name)
            .at("phone", phone)
            .at("email", email)
            .at("office", office)
            .at("date", date)
            .at("waiver", waiver);
    private final FreeDays freeDays = new FreeDays(date::setValue);
    private final Div answer = new Div();

    NewBookingDialog(
            BookingService bookings,
            QuotaCalendar calendar,
            Population population,
            List<Office> offices,
            OfficeCode preselected,
            Consumer<BookingDetails> booked) {
        this.bookings = bookings;
        this.calendar = calendar;
        this.population = population;
        this.booked = booked;
        setHeaderTitle("Pemesanan baru");
        setWidth("min(36rem, 96vw)");
        prepareFields(offices, preselected);
        add(form(), answer, waiver, freeDays);
        var save = new Button("Pesan", click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Batal", click -> close()), save);
        offerFreeDays();
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                nik.focus();
            }
        });
    }

    private void prepareFields(List<Office> offices, OfficeCode preselected) {
        office.setItems(offices);
        office.setItemLabelGenerator(Office::name);
        offices.stream()
                .filter(candidate -> candidate.code().equals(preselected))
                .findFirst()
                .ifPresent(office::setValue);
        origin.setItems(BookingOrigin.COUNTER, BookingOrigin.PHONE, BookingOrigin.WALK_IN);
        origin.setItemLabelGenerator(BookingOrigin::label);
        origin.setValue(BookingOrigin.COUNTER);
        origin.addValueChangeListener(change -> showDate(change.getValue() != BookingOrigin.WALK_IN));
        nik.addValueChangeListener(change -> lookUp());
        person.addClassName("person-found");
        office.addValueChangeListener(change -> offerFreeDays());
        waiver.setVisible(false);
        waiver.setWidthFull();
        waiver.setMaxLength(300);
        waiver.setHelperText("Dicatat pada riwayat pemesanan, misalnya: sakit, membawa surat dokter");
        answer.addClassName("dialog-answer");
        answer.getElement().setAttribute("role", "alert");
    }

    void startWith(Nik person) {
        nik.setValue(person.value());
    }

    /** For somebody in the room: a seat of today that was released. */
    void onReleasedSeat() {
        setHeaderTitle("Kursi yang dilepas hari ini");
        origin.setValue(BookingOrigin.WALK_IN);
        origin.setVisible(false);
        office.setReadOnly(true);
    }

    /** Released seats are those of today; there is no date to choose. */
    private void showDate(boolean shown) {
        date.setVisible(shown);
        freeDays.setVisible(shown);
    }

    private FormLayout form() {
        var form = new FormLayout();
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("26em", 2));
        form.add(nik, person, name, phone, email, origin, office, date);
        return form;
    }

    /** Says who holds the NIK as soon as it is complete, so that a slip is noticed before the booking. */
    private void lookUp() {
        waiver.setVisible(false);
        person.setText("");
        person.removeClassName("missing");
        nik.number().ifPresent(known -> population.find(known).ifPresentOrElse(this::found, this::notFound));
    }

    private void found(Person known) {
        person.setText("%s, lahir %s · %s"
                .formatted(
                        known.fullName(),
                        Formats.date(known.birthDate()),
                        known.recordingStatus().label()));
        name.setValue(known.fullName());
    }

    private void notFound() {
        person.setText("NIK ini tidak ditemukan dalam data kependudukan kantor.");
        person.addClassName("missing");
    }

    private void offerFreeDays() {
        freeDays.removeAll();
        if (office.getValue() == null) {
            return;
        }
        List<LocalDate> days = calendar.nextFreeDays(office.getValue().code(), true, OFFERED_DAYS);
        showDays("Kursi kosong terdekat:", days);
    }

    private void showDays(String label, List<LocalDate> days) {
        freeDays.show(label, days);
        if (date.getValue() == null && !days.isEmpty()) {
            date.setValue(days.getFirst());
        }
    }

    private void save() {
        answer.removeAll();
        var request = new NewBooking(
                nik.getValue(),
                name.getValue(),
                email.getValue(),
                phone.getValue(),
                office.getValue() == null ? null : office.getValue().code().value(),
                date.getValue(),
                origin.getValue(),
                requestToken,
                waiver.isVisible() ? waiver.getValue() : null);
        try {
            switch (bookings.book(request)) {
                case BookingDecision.Accepted accepted -> {
                    close();
                    booked.accept(accepted.booking());
                }
                case BookingDecision.Refused refused -> {
                    answer.add(new Span(refused.refusal().message()));
                    offerWaiver(refused.refusal().kind() == Refusal.Kind.LIMIT_REACHED);
                    if (!refused.refusal().nextFreeDays().isEmpty()) {
                        showDays("Pilih hari lain:", refused.refusal().nextFreeDays());
                    }
                    answer.scrollIntoView(ScrollIntoViewOption.Block.NEAREST);
                }
            }
        } catch (InvalidInput invalid) {
            findings.show(invalid);
        }
    }

    /** Limits of a person are for applications and habits, not for somebody with a reason. */
    private void offerWaiver(boolean offered) {
        if (offered) {
            waiver.setVisible(true);
            waiver.focus();
        }
    }
}
