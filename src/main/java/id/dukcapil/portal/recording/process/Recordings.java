package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.ContactForm;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.TechnicalTrouble;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.TicketId;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.population.CardStatuses;
import id.dukcapil.portal.population.CardStatuses.CardStatus;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * What the two operators do with a recording, one method for each button. A verb answers with the recording as it is then, or
 * nothing when there is none within reach.
 *
 * <p>All verbs throw {@link id.dukcapil.portal.common.ChangedMeanwhile} when the recording has another version than was seen,
 * {@link id.dukcapil.portal.common.procedure.IllegalMove} when its phase or the acting operator does not allow it, and {@link
 * InvalidInput} when something that they need is missing.
 */
@Service
@PreAuthorize("hasAuthority('RECORDING_REGISTER')")
public class Recordings {

    private static final int LONGEST_NOTE = 300;

    private final RecordingRecords records;
    private final Eligibility eligibility;
    private final CaseCommands cases;
    private final CardStatuses statuses;
    private final DocumentNumbers numbers;
    private final NumberKind recordingNumbers;
    private final NumberKind recordingReceipts;
    private final RecordingTickets tickets;
    private final CurrentStaff staff;
    private final Offices offices;

    Recordings(
            RecordingRecords records,
            Eligibility eligibility,
            CaseCommands cases,
            CardStatuses statuses,
            DocumentNumbers numbers,
            NumberKind recordingNumbers,
            NumberKind recordingReceipts,
            RecordingTickets tickets,
            CurrentStaff staff,
            Offices offices) {
        this.records = records;
        this.eligibility = eligibility;
        this.cases = cases;
        this.statuses = statuses;
        this.numbers = numbers;
        this.recordingNumbers = recordingNumbers;
        this.recordingReceipts = recordingReceipts;
        this.tickets = tickets;
        this.staff = staff;
        this.offices = offices;
    }

    /**
     * Step 1: the person stands at the registration counter. One NIK has one open recording, kept by a unique key.
     *
     * @param marriagePaper shown by a person whom the register takes for unmarried; empty for none
     */
    public OpeningDecision open(Nik nik, String marriagePaper) {
        String paper = words("marriagePaper", marriagePaper);
        try {
            return cases.inTransaction(() -> alreadyOpen(nik).orElseGet(() -> decide(nik, paper)));
        } catch (DataIntegrityViolationException faster) {
            return cases.inTransaction(() -> alreadyOpen(nik).orElseThrow(() -> faster));
        }
    }

    private Optional<OpeningDecision> alreadyOpen(Nik nik) {
        return records.findByPersonNikOrderByCreatedAt(nik.value()).stream()
                .filter(recording -> recording.status().isOpen())
                .findFirst()
                .map(recording -> new OpeningDecision.AlreadyOpen(recording.details()));
    }

    private OpeningDecision decide(Nik nik, String paper) {
        ActedBy by = cases.actor();
        Office office = offices.find(staff.require().office()).orElseThrow();
        LocalDate today = LocalDate.ofInstant(by.at(), office.timeZone());
        var judged = eligibility.of(nik, !paper.isEmpty(), today);
        Person person = judged.person();
        if (judged.obstacle() != null || person == null) {
            boolean helps = paper.isEmpty() && eligibility.of(nik, true, today).obstacle() == null;
            return new OpeningDecision.Refused(Objects.requireNonNull(judged.obstacle()), helps);
        }
        var recording = new Recording(
                new Recording.Opening(
                        numbers.next(recordingNumbers, office),
                        office.code(),
                        nik,
                        person.fullName(),
                        person.ageOn(today) < Person.CARD_AGE,
                        paper.isEmpty() ? null : "Bukti kawin: " + paper,
                        tickets.of(nik, office.code())),
                RecordingCode.random(),
                by);
        cases.moved(records.save(recording));
        return new OpeningDecision.Opened(recording.details());
    }

    /** @param identity what showed on the spot who the person is, never its number; empty when another person brings the file */
    public Optional<RecordingDetails> receive(String number, long seen, String identity, String email) {
        String address = email.strip();
        List<Finding> findings = address.isEmpty() ? List.of() : ContactForm.emailFindings(address);
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
        String words = words("identity", identity);
        return change(
                number, seen, (recording, by) -> recording.receive(words, address.isEmpty() ? null : address, by));
    }

    public Optional<RecordingDetails> accept(String number, long seen, Set<Requirement> shown) {
        return change(number, seen, (recording, by) -> recording.accept(shown, by));
    }

    public Optional<RecordingDetails> giveBack(String number, long seen, Collection<Requirement> missing, String note) {
        String words = words("note", note);
        return change(number, seen, (recording, by) -> recording.giveBack(missing, words, by));
    }

    /** BcardManagement knows no record of the person. */
    public Optional<RecordingDetails> notYet(String number, long seen) {
        return change(number, seen, (recording, by) -> {
            recording.notYet(by);
            tickets.goOn(recording, ServiceCode.PEREKAMAN);
        });
    }

    /** BcardManagement has a record. @param explanation what the person was told */
    public Optional<RecordingDetails> already(String number, long seen, String explanation, NextStop next) {
        String words = required("explanation", "Tuliskan penjelasan yang diberikan.", explanation);
        return change(number, seen, (recording, by) -> recording.already(words, next, by));
    }

    public Optional<RecordingDetails> again(String number, long seen) {
        return change(number, seen, (recording, by) -> {
            recording.again(by);
            tickets.goOn(recording, ServiceCode.PEREKAMAN);
        });
    }

    public Optional<RecordingDetails> end(String number, long seen, String why) {
        String words = required("reason", "Alasan harus diisi.", why);
        return change(number, seen, (recording, by) -> recording.end(words, by));
    }

    @PreAuthorize("hasAuthority('RECORDING_RECORD')")
    public Optional<RecordingDetails> takeOver(String number, long seen) {
        return change(number, seen, (recording, by) -> {
            recording.takeOver(by);
            tickets.arrived(recording);
        });
    }

    /** Benrollment has recorded the person; the register says so from now on. */
    @PreAuthorize("hasAuthority('RECORDING_RECORD')")
    public Optional<RecordingDetails> succeed(String number, long seen) {
        return change(number, seen, (recording, by) -> {
            Office office = offices.find(recording.office()).orElseThrow();
            recording.succeed(numbers.next(recordingReceipts, office), by);
            captured(recording.nik(), by.at());
        });
    }

    private void captured(Nik nik, Instant at) {
        CardStatus before = statuses.lock(List.of(nik)).get(nik);
        if (before != null && before.status().canBecome(RecordingStatus.BIO_CAPTURED)) {
            statuses.store(List.of(new CardStatus(nik, RecordingStatus.BIO_CAPTURED, at)));
        }
    }

    @PreAuthorize("hasAuthority('RECORDING_RECORD')")
    public Optional<RecordingDetails> fail(String number, long seen, Failure why, String note) {
        String words = words("note", note);
        return change(number, seen, (recording, by) -> {
            recording.fail(why, words, by);
            tickets.goOn(recording, ServiceCode.REGISTRASI);
        });
    }

    @PreAuthorize("hasAnyAuthority('RECORDING_REGISTER', 'RECORDING_RECORD')")
    public Optional<RecordingDetails> finish(String number, long seen) {
        return change(number, seen, Recording::finish);
    }

    @PreAuthorize("hasAnyAuthority('RECORDING_REGISTER', 'RECORDING_RECORD')")
    public Optional<RecordingDetails> leave(String number, long seen, String why) {
        String words = required("reason", "Alasan harus diisi.", why);
        return change(number, seen, (recording, by) -> recording.leave(words, by));
    }

    /** Something is broken: it stands in the history, and a pause of the office is stated. */
    @PreAuthorize("hasAnyAuthority('RECORDING_REGISTER', 'RECORDING_RECORD')")
    public Optional<RecordingDetails> trouble(String number, long seen, String what) {
        String words = required("reason", "Sebutkan apa yang terganggu.", what);
        Optional<RecordingDetails> changed = change(number, seen, (recording, by) -> recording.trouble(words, by));
        changed.ifPresent(recording -> cases.tell(
                new TechnicalTrouble(recording.office(), recording.last().at(), words)));
        return changed;
    }

    @PreAuthorize("hasAuthority('RECORDING_READ')")
    public Optional<RecordingDetails> find(String number) {
        return cases.inTransaction(() -> records.findByNumber(number)
                .filter(recording -> recording.isWithinReachOf(cases.party()))
                .map(Recording::details));
    }

    /** The recording of the person who has that ticket. */
    @PreAuthorize("hasAuthority('RECORDING_READ')")
    public Optional<RecordingDetails> findByTicket(TicketId ticket) {
        return cases.inTransaction(() -> records.findByTicketId(ticket.value())
                .filter(recording -> recording.isWithinReachOf(cases.party()))
                .map(Recording::details));
    }

    private Optional<RecordingDetails> change(String number, long seen, BiConsumer<Recording, ActedBy> verb) {
        return cases.change(() -> records.lockByNumber(number), seen, (recording, by) -> {
                    verb.accept(recording, by);
                    tickets.closeWith(recording);
                })
                .map(Recording::details);
    }

    private static String required(String field, String sentence, String typed) {
        String words = words(field, typed);
        if (words.isEmpty()) {
            throw new InvalidInput(field, sentence);
        }
        return words;
    }

    private static String words(String field, String typed) {
        String words = typed.strip();
        if (words.length() > LONGEST_NOTE) {
            throw new InvalidInput(field, "Paling banyak %d huruf.".formatted(LONGEST_NOTE));
        }
        return words;
    }
}
