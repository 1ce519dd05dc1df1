package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.Holder;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ContactData;
import id.dukcapil.portal.common.ContactForm;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.PastStep;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What bookings hold about one person, for that person: to be read (UU 27/2022 art. 32) and to be corrected (art. 30). */
@Component
class BookingsOfPerson implements PersonalDataSource, ContactData {

    private static final String PLACE = "Pemesanan antrean cetak KTP-el";

    private final Bookings bookings;
    private final Offices offices;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;

    BookingsOfPerson(Bookings bookings, Offices offices, Organisation organisation, ApplicationEventPublisher events) {
        this.bookings = bookings;
        this.offices = offices;
        this.organisation = organisation;
        this.events = events;
    }

    @Override
    public Holding describe() {
        return new Holding(
                PLACE,
                "NIK, nama, alamat e-mail, nomor telepon, tanggal dan kantor pelayanan, riwayat pemesanan",
                "Menyediakan nomor antrean cetak KTP-el dan menghubungi pemohon",
                "UU 27/2022 Pasal 20 ayat (2) huruf c dan e (kewajiban hukum dan pelayanan publik); SOP 28/2024",
                20);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> about(Nik nik) {
        return bookings.findByNikOrderByCreatedAtAscServiceDateAsc(nik.value()).stream()
                .map(this::item)
                .toList();
    }

    private Item item(Booking booking) {
        BookingDetails details = booking.details();
        var values = new LinkedHashMap<String, String>();
        values.put("Kode booking", details.code().value());
        values.put("Nama yang diberikan", details.fullName());
        values.put("NIK", details.nik().value());
        values.put("E-mail", Objects.requireNonNullElse(details.email(), ""));
        values.put("Telepon", details.phone());
        values.put("Tanggal pelayanan", Formats.longDate(details.date()));
        values.put(
                "Kantor",
                offices.find(details.office())
                        .map(Office::name)
                        .orElse(details.office().value()));
        values.put("Asal", details.origin().label());
        values.put("Status", details.statusLabel());
        details.history().forEach(event -> told(event).addTo(values, organisation.timeZone()));
        return new Item("Pemesanan " + details.code(), values);
    }

    private static PastStep told(StepTaken<?, ?> event) {
        return new PastStep(event.at(), event.action().label(), event.actor(), event.reason());
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int correct(Nik person, Correction correction, String reference) {
        check(correction);
        List<Booking> found = bookings.lockByNik(person.value());
        found.forEach(booking -> correct(booking, correction, reference));
        bookings.flush();
        return found.size();
    }

    private static void check(Correction correction) {
        var findings = new ArrayList<Finding>();
        Optional.ofNullable(correction.email()).map(ContactForm::emailFindings).ifPresent(findings::addAll);
        Optional.ofNullable(correction.phone())
                .map(ContactForm::normalisedPhone)
                .map(ContactForm::phoneFindings)
                .ifPresent(findings::addAll);
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
    }

    private void correct(Booking booking, Correction correction, String reference) {
        Holder before = booking.holder();
        String email =
                Optional.ofNullable(correction.email()).map(String::strip).orElse(before.email());
        String phone = Optional.ofNullable(correction.phone())
                .map(ContactForm::normalisedPhone)
                .orElse(before.phone());
        booking.correctContact(email, phone);
        events.publishEvent(AuditEvent.of("Pemesanan", booking.code().value(), "Data kontak diperbaiki")
                .about(before.nik())
                .at(booking.office())
                .changing("E-mail", masked(before.email()), masked(email))
                .changing("Telepon", Masking.phone(before.phone()), Masking.phone(phone))
                .because("Permintaan subjek data " + reference));
    }

    private static @Nullable String masked(@Nullable String email) {
        return email == null ? null : Masking.email(email);
    }
}
