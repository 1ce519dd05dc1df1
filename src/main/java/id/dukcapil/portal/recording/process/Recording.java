package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseStep;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.ProcedureCase;
import id.dukcapil.portal.counter.TicketId;
import id.dukcapil.portal.recording.process.RecordingTickets.Visit;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/**
 * One person who comes to have the KTP-el recorded. The person hands the file over; the registration operator compares it and
 * the person, and looks into BcardManagement; another operator receives the file, records in Benrollment and gives the receipt;
 * the person gets the file back. Both forks end it early: requirements that are not right, and a person who is recorded already.
 * A recording that is not successful goes back to the registration, which sends it once more or ends it.
 *
 * <p>Outcomes are what an operator read on another screen. Finger, iris and face are stored nowhere here.
 */
@Entity
@Table(name = "recording_case")
@SQLRestriction("anonymised_at IS NULL")
class Recording implements ProcedureCase {

    @Id
    private UUID id;

    private String number;
    private String officeCode;
    private String personNik;
    private String fullName;
    private boolean underAge;

    @Enumerated(EnumType.STRING)
    private RecordingPhase status;

    private int attempts;
    private @Nullable String receipt;
    private String code;
    private @Nullable String email;
    private Instant arrivedAt;
    private @Nullable Instant calledAt;
    private @Nullable UUID ticketId;
    private @Nullable String ticketLabel;
    private Instant createdAt;
    private Instant statusSince;

    @Version
    private @Nullable Long version;

    @OneToMany(mappedBy = "recording", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<RecordingStep> steps = new ArrayList<>();

    /**
     * @param marriagePaper shown by a person whom the register takes for unmarried; null for none
     * @param visit the ticket with which the person came
     */
    record Opening(
            String number,
            OfficeCode office,
            Nik nik,
            String name,
            boolean underAge,
            @Nullable String marriagePaper,
            @Nullable Visit visit) {}

    Recording(Opening opening, RecordingCode code, ActedBy by) {
        this.id = TimeOrderedId.at(by.at());
        this.number = opening.number();
        this.officeCode = opening.office().value();
        this.personNik = opening.nik().value();
        this.fullName = opening.name();
        this.underAge = opening.underAge();
        this.code = code.value();
        Visit visit = opening.visit();
        this.arrivedAt = visit == null ? by.at() : visit.arrivedAt();
        this.calledAt = visit == null ? null : visit.calledAt();
        goesOnWith(visit);
        this.createdAt = by.at();
        this.status = RecordingPhase.ARRIVED;
        this.statusSince = by.at();
        append(null, RecordingAction.OPEN, by, opening.marriagePaper());
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected Recording() {}

    /** The ticket under which the person waits or is served now; null when the office gives none. */
    final void goesOnWith(@Nullable Visit visit) {
        ticketId = visit == null ? null : visit.ticket().value();
        ticketLabel = visit == null ? null : visit.label();
    }

    @Nullable
    TicketId ticket() {
        return ticketId == null ? null : new TicketId(ticketId);
    }

    /** @param seen what showed who the person is, never its number; empty when another person brings the file */
    void receive(String seen, @Nullable String newEmail, ActedBy by) {
        if (seen.isBlank()) {
            throw new InvalidInput(
                    "identity",
                    "Perekaman tidak dapat diwakili: penduduk harus datang sendiri dan dicocokkan di tempat.");
        }
        moveTo(RecordingPhase.CHECKING, RecordingAction.RECEIVE, by, seen);
        email = newEmail;
    }

    void accept(Set<Requirement> shown, ActedBy by) {
        List<Requirement> missing = Requirement.of(underAge).stream()
                .filter(Predicate.not(shown::contains))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidInput("requirements", "Belum ada: " + Requirement.words(missing, "") + ".");
        }
        moveTo(RecordingPhase.BIOMETRIC_CHECK, RecordingAction.ACCEPT, by, Requirement.words(shown, ""));
    }

    void giveBack(Collection<Requirement> missing, String note, ActedBy by) {
        String words = Requirement.words(missing, note);
        if (words.isEmpty()) {
            throw new InvalidInput("note", "Sebutkan apa yang kurang atau tidak benar.");
        }
        moveTo(RecordingPhase.RETURNED, RecordingAction.GIVE_BACK, by, "Kurang: " + words);
    }

    void notYet(ActedBy by) {
        requireIn(RecordingPhase.BIOMETRIC_CHECK, RecordingAction.NOT_YET);
        moveTo(RecordingPhase.FORWARDED, RecordingAction.NOT_YET, by, null);
    }

    void already(String explanation, NextStop next, ActedBy by) {
        moveTo(RecordingPhase.ALREADY_RECORDED, RecordingAction.ALREADY, by, explanation + " " + next.words() + ".");
    }

    /** The recording operator has the file in hands. */
    void takeOver(ActedBy by) {
        requireOther(RecordingAction::isRegistration, by, "diregistrasi");
        if (status == RecordingPhase.RECORDING && isHeldBy(by)) {
            throw IllegalMove.of("Perekaman " + number, status.label(), "diterima dua kali");
        }
        moveTo(RecordingPhase.RECORDING, RecordingAction.TAKE_OVER, by, null);
    }

    void succeed(String newReceipt, ActedBy by) {
        requireHolder(RecordingAction.SUCCEED, by);
        moveTo(RecordingPhase.RECORDED, RecordingAction.SUCCEED, by, "Tanda bukti " + newReceipt);
        receipt = newReceipt;
    }

    void fail(Failure why, String note, ActedBy by) {
        requireHolder(RecordingAction.FAIL, by);
        moveTo(
                RecordingPhase.UNSUCCESSFUL,
                RecordingAction.FAIL,
                by,
                note.isBlank() ? why.label() : why.label() + ": " + note);
        attempts++;
    }

    void again(ActedBy by) {
        requireIn(RecordingPhase.UNSUCCESSFUL, RecordingAction.AGAIN);
        requireOther(action -> action == RecordingAction.TAKE_OVER, by, "direkam");
        moveTo(RecordingPhase.FORWARDED, RecordingAction.AGAIN, by, "Percobaan ke-%d".formatted(attempts + 1));
    }

    void end(String why, ActedBy by) {
        moveTo(RecordingPhase.NOT_RECORDED, RecordingAction.END, by, why);
    }

    void finish(ActedBy by) {
        moveTo(RecordingPhase.FINISHED, RecordingAction.FINISH, by, null);
    }

    void leave(String why, ActedBy by) {
        moveTo(RecordingPhase.LEFT, RecordingAction.LEAVE, by, why);
    }

    /** Leaves the phase as it is; the time counts as a pause of the office. */
    void trouble(String what, ActedBy by) {
        if (!status.isOpen()) {
            throw refused(RecordingAction.TROUBLE);
        }
        append(status, RecordingAction.TROUBLE, by, what);
    }

    private void requireIn(RecordingPhase phase, RecordingAction action) {
        if (status != phase) {
            throw refused(action);
        }
    }

    private void requireOther(Predicate<RecordingAction> done, ActedBy by, String verb) {
        UUID person = by.actor().id();
        if (person != null
                && steps.stream()
                        .anyMatch(step ->
                                step.isBy(person) && done.test(step.taken().action()))) {
            throw new IllegalMove(
                    "Perekaman %s %s oleh Anda. Registrasi dan perekaman dilakukan dua petugas yang berbeda."
                            .formatted(number, verb));
        }
    }

    /** The outcome is told by the operator who has the file, not by another one. */
    private void requireHolder(RecordingAction action, ActedBy by) {
        requireIn(RecordingPhase.RECORDING, action);
        if (!isHeldBy(by)) {
            throw new IllegalMove("Berkas %s dipegang %s. Terima berkasnya dahulu untuk mencatat hasilnya."
                    .formatted(number, holder().actor().name()));
        }
    }

    private boolean isHeldBy(ActedBy by) {
        UUID person = by.actor().id();
        return person != null && holder().isBy(person);
    }

    private RecordingStep holder() {
        return steps.reversed().stream()
                .filter(step -> step.taken().action() == RecordingAction.TAKE_OVER)
                .findFirst()
                .orElseThrow();
    }

    private IllegalMove refused(RecordingAction action) {
        return IllegalMove.of("Perekaman " + number, status.label(), action.passive());
    }

    private void moveTo(RecordingPhase next, RecordingAction action, ActedBy by, @Nullable String reason) {
        if (!status.canBecome(next)) {
            throw refused(action);
        }
        RecordingPhase from = status;
        status = next;
        statusSince = by.at();
        append(from, action, by, reason);
    }

    private void append(@Nullable RecordingPhase from, RecordingAction action, ActedBy by, @Nullable String reason) {
        var step = new RecordingStep();
        step.recording = this;
        step.fill(steps.size(), from, status, action, by, reason);
        steps.add(step);
    }

    Nik nik() {
        return new Nik(personNik);
    }

    OfficeCode office() {
        return new OfficeCode(officeCode);
    }

    @Override
    public RecordingPhase status() {
        return status;
    }

    @Override
    public long storedVersion() {
        return version == null ? 0 : version;
    }

    @Override
    public String changedMeanwhile() {
        return "Perekaman %s baru saja diubah oleh %s menjadi \"%s\"."
                .formatted(number, steps.getLast().actor().name(), status.label());
    }

    @Override
    public RecordingMoved moved() {
        return new RecordingMoved(details());
    }

    @Override
    public boolean isWithinReachOf(ActingParty party) {
        return party.reaches(office());
    }

    RecordingDetails details() {
        return new RecordingDetails(
                id,
                number,
                office(),
                nik(),
                fullName,
                underAge,
                status,
                attempts,
                receipt,
                new RecordingCode(code),
                email,
                ticketLabel,
                arrivedAt,
                calledAt,
                createdAt,
                statusSince,
                storedVersion(),
                steps.stream().map(RecordingStep::taken).toList());
    }

    /** One step of a recording. */
    @Entity
    @Table(name = "recording_step")
    @SuppressWarnings("NullAway.Init")
    static class RecordingStep extends CaseStep<RecordingPhase, RecordingAction> {

        @ManyToOne(optional = false)
        private Recording recording;
    }
}
