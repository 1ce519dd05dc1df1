package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ContactData;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Purpose;
import id.dukcapil.portal.common.Revealed;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Reveals;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of what people ask about their own data, and the officer's verbs on it. */
@Service
@PreAuthorize("hasAuthority('PRIVACY_READ')")
public class RequestRegister {

    private static final String KIND = "Permintaan subjek data";
    private static final String HANDLE = "hasAuthority('PRIVACY_HANDLE')";
    private static final int LONGEST_TEXT = 1_900;

    private final SubjectRequests requests;
    private final CaseNumbers numbers;
    private final CurrentStaff currentStaff;
    private final Reveals reveals;
    private final ObjectProvider<ContactData> contactData;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestRegister(
            SubjectRequests requests,
            CaseNumbers numbers,
            CurrentStaff currentStaff,
            Reveals reveals,
            ObjectProvider<ContactData> contactData,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.numbers = numbers;
        this.currentStaff = currentStaff;
        this.reveals = reveals;
        this.contactData = contactData;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<RequestDetails> find(String number) {
        return requests.findByNumber(number).map(SubjectRequest::details);
    }

    /** @throws InvalidInput when the request cannot be written down as it is; no number is used */
    @PreAuthorize(HANDLE)
    @Transactional
    public RequestDetails register(NewRequest request) {
        Instant now = clock.instant();
        Nik nik = request.checked(now);
        var stored = requests.saveAndFlush(
                new SubjectRequest(numbers.next(CaseNumbers.Series.PD, now), request, nik, actor(), now));
        publish(AuditEvent.of(KIND, stored.number(), "Dicatat")
                .about(nik)
                .changing("Jenis", null, stored.kind().label()));
        return stored.details();
    }

    /** @param how by what the person has proven who they are */
    @PreAuthorize(HANDLE)
    @Transactional
    public void begin(String number, String how) {
        String proof = requireText("identity", how);
        change(number, "Identitas diperiksa", proof, request -> request.begin(actor(), clock.instant(), proof));
    }

    /** @throws InvalidInput without reasons, or when this decision is not open to this request */
    @PreAuthorize(HANDLE)
    @Transactional
    public void answer(String number, Decision decision, String reasons) {
        String text = requireText("answer", reasons);
        change(
                number,
                "Dijawab: " + decision.label(),
                text,
                request -> request.answer(actor(), clock.instant(), decision, text));
    }

    @PreAuthorize(HANDLE)
    @Transactional
    public void reopen(String number, String reason) {
        String why = requireText("reason", reason);
        change(number, "Dikerjakan lagi", why, request -> request.reopen(actor(), clock.instant(), why));
    }

    /** @param how by what way the answer has reached the person */
    @PreAuthorize(HANDLE)
    @Transactional
    public void finish(String number, String how) {
        String way = requireText("way", how);
        change(number, "Jawaban disampaikan", way, request -> request.finish(actor(), clock.instant(), way));
    }

    @PreAuthorize(HANDLE)
    @Transactional
    public void withdraw(String number, String reason) {
        String why = requireText("reason", reason);
        change(number, "Ditarik pemohon", why, request -> request.withdraw(actor(), clock.instant(), why));
    }

    /**
     * Corrects how the person can be reached wherever the portal keeps it. What belongs to SIAK is corrected there.
     *
     * @return how many records were corrected
     * @throws InvalidInput when nothing is to be corrected, the identity is not checked, or the values cannot be right
     */
    @PreAuthorize(HANDLE)
    @Transactional
    public int correctContact(String number, ContactData.Correction correction) {
        SubjectRequest request = locked(number);
        if (correction.isEmpty()) {
            throw new InvalidInput("email", "Isi alamat e-mail atau nomor telepon yang benar.");
        }
        if (request.kind() != RequestKind.CORRECTION || request.status() != RequestStatus.IN_PROGRESS) {
            throw new IllegalPrivacyMove(
                    "Permintaan " + number, request.status().label(), "dipakai memperbaiki data");
        }
        return contactData.stream()
                .mapToInt(place -> place.correct(request.nik(), correction, number))
                .sum();
    }

    /** Shows the NIK and the contact of who asks. */
    @PreAuthorize("hasAuthority('PRIVACY_READ') and hasAuthority('PERSON_REVEAL')")
    @Transactional
    public Optional<Revealed> reveal(String number, Purpose purpose) {
        return requests.findByNumber(number)
                .map(SubjectRequest::details)
                .map(request -> reveals.open(KIND, number, request.nik(), null, purpose, inClear(request)));
    }

    private static Map<String, String> inClear(RequestDetails request) {
        var values = new LinkedHashMap<String, String>();
        values.put("NIK", request.nik().value());
        values.put("Jawaban ke", request.contact());
        if (request.correction() != null) {
            values.put("Data sekarang", request.correction().presentValue());
            values.put("Seharusnya", request.correction().wantedValue());
        }
        return values;
    }

    private void change(String number, String action, String note, Consumer<SubjectRequest> verb) {
        SubjectRequest request = locked(number);
        RequestStatus before = request.status();
        verb.accept(request);
        requests.flush();
        publish(AuditEvent.of(KIND, number, action)
                .about(request.nik())
                .changing("Status", before.label(), request.status().label())
                .because(note));
    }

    private SubjectRequest locked(String number) {
        return requests.lockByNumber(number)
                .orElseThrow(() -> new InvalidInput("number", "Permintaan %s tidak ada.".formatted(number)));
    }

    private void publish(AuditEvent event) {
        events.publishEvent(event);
    }

    private Actor actor() {
        StaffMember member = currentStaff.require();
        return new Actor(Actor.Kind.STAFF, member.id().value(), member.fullName());
    }

    static String requireText(String field, String text) {
        if (text.isBlank()) {
            throw new InvalidInput(field, "Harus diisi.");
        }
        if (text.strip().length() > LONGEST_TEXT) {
            throw new InvalidInput(field, "Paling panjang %d huruf.".formatted(LONGEST_TEXT));
        }
        return text.strip();
    }
}
