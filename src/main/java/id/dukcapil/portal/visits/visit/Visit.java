package id.dukcapil.portal.visits.visit;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseStep;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.ProcedureCase;
import id.dukcapil.portal.common.ui.Formats;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One visit to one school on one day or some days in a row. The office writes to the school, the school answers with days that
 * suit or do not, both agree, and the office publishes the visit with crew, recording sets and vehicle. A published visit that
 * is moved has to be published again.
 */
@Entity
@Table(name = "visits_visit")
class Visit implements ProcedureCase {

    static final int MOST_DAYS = 5;

    @Id
    private UUID id;

    private String number;
    private String officeCode;
    private String npsn;
    private String schoolName;

    @Enumerated(EnumType.STRING)
    private VisitStatus status;

    private LocalDate firstDay;
    private LocalDate lastDay;
    private int expected;
    private @Nullable Integer recorded;
    private String token;
    private @Nullable String letterNumber;
    private @Nullable LocalDate wishedDay;
    private @Nullable LocalDate blackoutFrom;
    private @Nullable LocalDate blackoutTo;
    private @Nullable Integer answeredPupils;
    private @Nullable String answeredContact;
    private @Nullable String answeredNote;
    private @Nullable String crewCode;
    private @Nullable String vehicleCode;
    private @Nullable String overridden;
    private @Nullable String assignmentNumber;
    private Instant createdAt;
    private Instant statusSince;

    @Version
    private @Nullable Long version;

    @ElementCollection
    @CollectionTable(name = "visits_visit_set", joinColumns = @JoinColumn(name = "visit_id"))
    @Column(name = "set_code")
    private Set<String> sets = new TreeSet<>();

    @ElementCollection
    @CollectionTable(name = "visits_visit_helper", joinColumns = @JoinColumn(name = "visit_id"))
    @Column(name = "person_id")
    private Set<Long> helpers = new TreeSet<>();

    @OneToMany(mappedBy = "visit", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<VisitStep> steps = new ArrayList<>();

    /** @param expected pupils to record, as far as it is known now */
    record Plan(
            String number,
            OfficeCode office,
            String npsn,
            String schoolName,
            LocalDate first,
            int days,
            int expected) {}

    Visit(Plan plan, String token, ActedBy by) {
        this.id = TimeOrderedId.at(by.at());
        this.number = plan.number();
        this.officeCode = plan.office().value();
        this.npsn = plan.npsn();
        this.schoolName = plan.schoolName();
        this.token = token;
        this.expected = plan.expected();
        this.createdAt = by.at();
        this.status = VisitStatus.DRAFT;
        this.statusSince = by.at();
        this.firstDay = plan.first();
        this.lastDay = lastDay(plan.first(), plan.days());
        append(null, VisitAction.PLAN, by, days());
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected Visit() {}

    private static LocalDate lastDay(LocalDate first, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidInput("days", "Kunjungan berlangsung 1 sampai %d hari.".formatted(MOST_DAYS));
        }
        return first.plusDays(days - 1L);
    }

    void sendLetter(String newNumber, ActedBy by) {
        requireIn(status == VisitStatus.DRAFT, VisitAction.SEND_LETTER);
        moveTo(VisitStatus.INVITED, VisitAction.SEND_LETTER, by, "Surat " + newNumber);
        letterNumber = newNumber;
    }

    void remind(ActedBy by) {
        requireIn(status == VisitStatus.INVITED, VisitAction.REMIND);
        moveTo(VisitStatus.INVITED, VisitAction.REMIND, by, null);
    }

    void answer(SchoolAnswer answer, ActedBy by) {
        moveTo(VisitStatus.ANSWERED, VisitAction.ANSWER, by, inWords(answer));
        wishedDay = answer.wished();
        blackoutFrom = answer.blackoutFrom();
        blackoutTo = answer.blackoutTo();
        answeredPupils = answer.pupils();
        answeredContact = answer.contact();
        answeredNote = answer.note();
        expected = answer.pupils();
    }

    private static String inWords(SchoolAnswer answer) {
        LocalDate wished = answer.wished();
        return "%d siswa%s%s"
                .formatted(
                        answer.pupils(),
                        wished == null ? "" : ", minta " + Formats.date(wished),
                        answer.blackoutFrom() == null || answer.blackoutTo() == null
                                ? ""
                                : ", tidak %s–%s"
                                        .formatted(
                                                Formats.date(answer.blackoutFrom()),
                                                Formats.date(answer.blackoutTo())));
    }

    void agree(ActedBy by) {
        requireIn(status != VisitStatus.AGREED && status != VisitStatus.PUBLISHED, VisitAction.AGREE);
        requireSuits(firstDay, lastDay);
        moveTo(VisitStatus.AGREED, VisitAction.AGREE, by, days());
    }

    /** @param why needed once the school knows the day */
    void move(LocalDate first, int days, String why, ActedBy by) {
        LocalDate last = lastDay(first, days);
        boolean known = status != VisitStatus.DRAFT;
        if (known && why.isBlank()) {
            throw new InvalidInput("reason", "Sekolah sudah tahu jadwalnya; sebutkan alasan pemindahan.");
        }
        requireSuits(first, last);
        VisitStatus next = status == VisitStatus.PUBLISHED ? VisitStatus.AGREED : status;
        moveTo(next, VisitAction.MOVE, by, days(first, last) + (why.isBlank() ? "" : ": " + why.strip()));
        firstDay = first;
        lastDay = last;
    }

    private void requireSuits(LocalDate first, LocalDate last) {
        SchoolAnswer answer = answered();
        if (answer != null && answer.excludes(first, last)) {
            throw new InvalidInput(
                    "first",
                    "Sekolah tidak dapat pada %s; pilih hari di luar itu."
                            .formatted(days(Objects.requireNonNull(blackoutFrom), Objects.requireNonNull(blackoutTo))));
        }
    }

    /**
     * @param crew null for none yet
     * @param newHelpers operators of other crews who go along
     * @param exceptions rules that are broken on purpose, with the reason; null when all are kept
     */
    void assign(
            @Nullable String crew,
            @Nullable String vehicle,
            Set<String> newSets,
            Set<Long> newHelpers,
            @Nullable String exceptions,
            ActedBy by) {
        moveTo(status == VisitStatus.PUBLISHED ? VisitStatus.AGREED : status, VisitAction.ASSIGN, by, exceptions);
        crewCode = crew;
        vehicleCode = vehicle;
        sets.clear();
        sets.addAll(newSets);
        helpers.clear();
        helpers.addAll(newHelpers);
        overridden = exceptions;
    }

    /** @param newNumber of the Surat Tugas; the first one stays */
    void publish(Supplier<String> newNumber, ActedBy by) {
        if (crewCode == null || sets.isEmpty()) {
            throw new InvalidInput("crew", "Tetapkan tim dan set perekaman sebelum jadwal diterbitkan.");
        }
        moveTo(VisitStatus.PUBLISHED, VisitAction.PUBLISH, by, days());
        if (assignmentNumber == null) {
            assignmentNumber = newNumber.get();
        }
    }

    void finish(int pupils, LocalDate today, ActedBy by) {
        if (today.isBefore(lastDay)) {
            throw new InvalidInput("recorded", "Kunjungan ini belum berakhir (%s).".formatted(Formats.date(lastDay)));
        }
        moveTo(VisitStatus.DONE, VisitAction.FINISH, by, "%d siswa direkam".formatted(pupils));
        recorded = pupils;
    }

    void cancel(String why, ActedBy by) {
        moveTo(VisitStatus.CANCELLED, VisitAction.CANCEL, by, why);
    }

    private void requireIn(boolean allowed, VisitAction action) {
        if (!allowed) {
            throw IllegalMove.of("Kunjungan " + number, status.label(), action.passive());
        }
    }

    private void moveTo(VisitStatus next, VisitAction action, ActedBy by, @Nullable String reason) {
        requireIn(status.canBecome(next), action);
        VisitStatus from = status;
        status = next;
        statusSince = by.at();
        append(from, action, by, reason);
    }

    private void append(@Nullable VisitStatus from, VisitAction action, ActedBy by, @Nullable String reason) {
        var step = new VisitStep();
        step.visit = this;
        step.fill(steps.size(), from, status, action, by, reason);
        steps.add(step);
    }

    private String days() {
        return days(firstDay, lastDay);
    }

    private static String days(LocalDate first, LocalDate last) {
        return first.equals(last) ? Formats.date(first) : "%s–%s".formatted(Formats.date(first), Formats.date(last));
    }

    private @Nullable SchoolAnswer answered() {
        return answeredPupils == null
                ? null
                : new SchoolAnswer(
                        wishedDay,
                        blackoutFrom,
                        blackoutTo,
                        answeredPupils,
                        answeredContact == null ? "" : answeredContact,
                        answeredNote == null ? "" : answeredNote);
    }

    @Override
    public VisitStatus status() {
        return status;
    }

    @Override
    public long storedVersion() {
        return version == null ? 0 : version;
    }

    @Override
    public String changedMeanwhile() {
        return "Kunjungan %s baru saja diubah oleh %s (%s)."
                .formatted(
                        number,
                        steps.getLast().actor().name(),
                        steps.getLast().taken().action().label().toLowerCase(Formats.INDONESIAN));
    }

    @Override
    public VisitMoved moved() {
        return new VisitMoved(details());
    }

    @Override
    public boolean isWithinReachOf(ActingParty party) {
        return party.reaches(new OfficeCode(officeCode));
    }

    VisitDetails details() {
        return new VisitDetails(
                id,
                number,
                new OfficeCode(officeCode),
                npsn,
                schoolName,
                status,
                firstDay,
                Math.toIntExact(ChronoUnit.DAYS.between(firstDay, lastDay)) + 1,
                expected,
                recorded,
                token,
                letterNumber,
                answered(),
                crewCode,
                vehicleCode,
                new TreeSet<>(sets),
                new TreeSet<>(helpers),
                overridden,
                assignmentNumber,
                storedVersion(),
                steps.stream().map(VisitStep::taken).toList());
    }

    /** One step of a visit. */
    @Entity
    @Table(name = "visits_step")
    @SuppressWarnings("NullAway.Init")
    static class VisitStep extends CaseStep<VisitStatus, VisitAction> {

        @ManyToOne(optional = false)
        private Visit visit;
    }
}
