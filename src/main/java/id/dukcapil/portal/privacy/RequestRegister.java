package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ContactData;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Purpose;
import id.dukcapil.portal.common.Revealed;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.staff.Reveals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of what people ask about their own data, and the officer's verbs on it. */
@Service
@PreAuthorize("hasAuthority('PRIVACY_READ')")
public class RequestRegister {

    static final String KIND = "Permintaan subjek data";
    private static final String HANDLE = "hasAuthority('PRIVACY_HANDLE')";
    private static final int LONGEST_TEXT = 1_900;

    private final SubjectRequests requests;
    private final CaseNumbers numbers;
    private final Reveals reveals;
    private final ObjectProvider<ContactData> contactData;
    private final CaseCommands cases;

    RequestRegister(
            SubjectRequests requests,
            CaseNumbers numbers,
            Reveals reveals,
            ObjectProvider<ContactData> contactData,
            CaseCommands cases) {
        this.requests = requests;
        this.numbers = numbers;
        this.reveals = reveals;
        this.contactData = contactData;
        this.cases = cases;
    }

    @Transactional(readOnly = true)
    public Optional<RequestDetails> find(String number) {
        return requests.findByNumber(number).map(SubjectRequest::details);
    }

    /** @throws InvalidInput when the request cannot be written down as it is; no number is used */
    @PreAuthorize(HANDLE)
    @Transactional
    public RequestDetails register(NewRequest request) {
        ActedBy by = cases.actor();
        Nik nik = request.checked(by.at());
        var stored = requests.saveAndFlush(
                new SubjectRequest(numbers.next(CaseNumbers.Series.PD, by.at()), request, nik, by));
        cases.tell(AuditEvent.of(KIND, stored.number(), "Dicatat")
                .about(nik)
                .changing("Jenis", null, stored.kind().label()));
        return stored.details();
    }

    /** @param how by what the person has proven who they are */
    @PreAuthorize(HANDLE)
    @Transactional
    public void begin(String number, String how) {
        String proof = requireText("identity", how);
        change(number, (request, by) -> request.begin(by, proof));
    }

    /** @throws InvalidInput without reasons, or when this decision is not open to this request */
    @PreAuthorize(HANDLE)
    @Transactional
    public void answer(String number, Decision decision, String reasons) {
        String text = requireText("answer", reasons);
        change(number, (request, by) -> request.answer(by, decision, text));
    }

    @PreAuthorize(HANDLE)
    @Transactional
    public void reopen(String number, String reason) {
        String why = requireText("reason", reason);
        change(number, (request, by) -> request.reopen(by, why));
    }

    /** @param how by what way the answer has reached the person */
    @PreAuthorize(HANDLE)
    @Transactional
    public void finish(String number, String how) {
        String way = requireText("way", how);
        change(number, (request, by) -> request.finish(by, way));
    }

    @PreAuthorize(HANDLE)
    @Transactional
    public void withdraw(String number, String reason) {
        String why = requireText("reason", reason);
        change(number, (request, by) -> request.withdraw(by, why));
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
            throw IllegalMove.of("Permintaan " + number, request.status().label(), "dipakai memperbaiki data");
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

    private void change(String number, BiConsumer<SubjectRequest, ActedBy> verb) {
        cases.change(() -> Optional.of(locked(number)), verb);
    }

    private SubjectRequest locked(String number) {
        return requests.lockByNumber(number)
                .orElseThrow(() -> new InvalidInput("number", "Permintaan %s tidak ada.".formatted(number)));
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
