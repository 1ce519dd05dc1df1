package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseStep;
import id.dukcapil.portal.common.procedure.Claim;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.ProcedureCase;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.population.Relationship;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionMoved;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/**
 * A family's request to have its Kartu Keluarga printed (SOP Bandung 31/2023). It is handed in by the head, a spouse or
 * a child; an operator checks it, a verifier verifies and validates it, and then it waits for the signature of the
 * Kepala Dinas. Signed, it reaches the applicant as QR code and PIN, and is at its end when it is printed at a kiosk. On the
 * way it can go back, to verifier, operator or applicant, and it can end otherwise: rejected with a legal basis, cancelled
 * by the applicant, lapsed because nobody completed it, not printed in time, or revoked.
 *
 * <p>Who is working on it holds it, beside the status and for a limited time only. No one is both its operator and its
 * verifier. When its period of retention is over, the people are taken out of it and its number stays.
 */
@Entity
@Table(name = "submission_request")
@SQLRestriction("anonymised_at IS NULL")
class Submission implements ProcedureCase {

    @Id
    private UUID id;

    private String number;
    private String officeCode;
    private String applicantNik;
    private String applicantName;

    @Enumerated(EnumType.STRING)
    private Relationship relationship;

    private String familyNumber;
    private String reasonCode;
    private @Nullable String note;
    private @Nullable String email;
    private String phone;

    @Enumerated(EnumType.STRING)
    private SubmissionOrigin origin;

    private @Nullable UUID clientId;
    private @Nullable String requestToken;

    @Enumerated(EnumType.STRING)
    private SubmissionStatus status;

    private Instant createdAt;
    private Instant statusSince;
    private @Nullable Instant completeBy;

    @OptimisticLock(excluded = true)
    private @Nullable Instant remindedAt;

    // A decision does not depend on the claim, so a claim does not change the version; null for none
    @Embedded
    @OptimisticLock(excluded = true)
    private @Nullable Claim claim;

    @Version
    private @Nullable Long version;

    @OneToMany(mappedBy = "submission", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<SubmissionStep> steps = new ArrayList<>();

    Submission(SubmissionNumber number, OfficeCode office, Applicant applicant, Wish wish, Mark mark, ActedBy by) {
        this.id = TimeOrderedId.at(by.at());
        this.number = number.value();
        this.officeCode = office.value();
        this.applicantNik = applicant.nik().value();
        this.applicantName = applicant.fullName();
        this.relationship = applicant.relationship();
        this.familyNumber = applicant.family().value();
        this.email = applicant.email();
        this.phone = applicant.phone();
        this.reasonCode = wish.reasonCode();
        this.note = wish.note();
        this.origin = mark.origin();
        this.clientId = mark.clientId();
        this.requestToken = mark.token();
        this.createdAt = by.at();
        this.status = SubmissionStatus.SUBMITTED;
        this.statusSince = by.at();
        append(null, SubmissionAction.SUBMIT, deskOf(SubmissionAction.SUBMIT, by), by, Words.NONE);
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    void check(ActedBy by) {
        check(Words.NONE, by);
    }

    /** @param despite what was found and why it passes all the same */
    void check(Words despite, ActedBy by) {
        moveTo(SubmissionStatus.CHECKED, SubmissionAction.CHECK, by, despite);
    }

    void verify(ActedBy by) {
        verify(Words.NONE, by);
    }

    /** @param despite what was found and why it passes all the same */
    void verify(Words despite, ActedBy by) {
        moveTo(SubmissionStatus.AWAITING_SIGNATURE, SubmissionAction.VERIFY, by, despite);
    }

    /** @param until the last moment at which the applicant can bring what is missing */
    void returnToApplicant(Shortcomings shortcomings, Instant until, ActedBy by) {
        moveTo(
                SubmissionStatus.RETURNED_TO_APPLICANT,
                SubmissionAction.RETURN_TO_APPLICANT,
                by,
                new Words(shortcomings.text(), shortcomings.codes(), null));
        completeBy = until;
    }

    void returnToOperator(String why, ActedBy by) {
        moveTo(SubmissionStatus.RETURNED_TO_OPERATOR, SubmissionAction.RETURN_TO_OPERATOR, by, Words.of(why));
    }

    /** Whoever signs for the office does not want to sign it like this. */
    void returnToVerifier(String why, ActedBy by) {
        moveTo(SubmissionStatus.RETURNED_TO_VERIFIER, SubmissionAction.RETURN_TO_VERIFIER, by, Words.noted(why));
    }

    void sign(ActedBy by) {
        moveTo(SubmissionStatus.SIGNED, SubmissionAction.SIGN, by, Words.NONE);
    }

    /** QR code and PIN have left for the applicant. */
    void deliver(ActedBy by) {
        moveTo(SubmissionStatus.DELIVERED, SubmissionAction.DELIVER, by, Words.NONE);
    }

    /** The letter with QR code and PIN has come back. */
    void miss(String why, ActedBy by) {
        moveTo(SubmissionStatus.SIGNED, SubmissionAction.MISS, by, Words.noted(why));
    }

    /** @param inHand whether the applicant has been given them at the counter; else they leave by mail */
    void reissue(boolean inHand, ActedBy by) {
        moveTo(inHand ? SubmissionStatus.DELIVERED : SubmissionStatus.SIGNED, SubmissionAction.REISSUE, by, Words.NONE);
    }

    /** The Kartu Keluarga is on paper. */
    void print(ActedBy by) {
        moveTo(SubmissionStatus.PRINTED, SubmissionAction.PRINT, by, Words.NONE);
    }

    /** QR code and PIN are not valid any more, and nobody has printed. */
    void expire(ActedBy by) {
        moveTo(SubmissionStatus.NOT_COLLECTED, SubmissionAction.EXPIRE, by, Words.NONE);
    }

    /** The document must not be printed any more. */
    void revoke(String why, ActedBy by) {
        moveTo(SubmissionStatus.REVOKED, SubmissionAction.REVOKE, by, Words.noted(why));
    }

    /** The applicant has brought what was missing; an operator checks again. */
    void complete(ActedBy by) {
        moveTo(SubmissionStatus.SUBMITTED, SubmissionAction.COMPLETE, by, Words.NONE);
    }

    void reject(Rejection rejection, ActedBy by) {
        moveTo(
                SubmissionStatus.REJECTED,
                SubmissionAction.REJECT,
                by,
                new Words(rejection.reason(), null, rejection.legalBasis()));
    }

    void cancel(String why, ActedBy by) {
        moveTo(SubmissionStatus.CANCELLED, SubmissionAction.CANCEL, by, Words.of(why));
    }

    /** The time for completing is over. */
    void lapse(Instant at) {
        moveTo(SubmissionStatus.LAPSED, SubmissionAction.LAPSE, ActedBy.portal(at), Words.NONE);
    }

    /** Whether the applicant had time until before that moment. */
    boolean isOverdueAt(Instant moment) {
        return completeBy != null && completeBy.isBefore(moment);
    }

    boolean isReminded() {
        return remindedAt != null;
    }

    /** The applicant has been told a second time what is missing. */
    void remind(Instant at) {
        remindedAt = at;
    }

    /**
     * Whoever has just decided thinks better of it, as long as nobody else has acted on it; the request lies again where
     * it lay, in the same hands.
     *
     * @param within how long after the decision that is possible
     * @param until end of the claim that goes on
     */
    void takeBack(ActedBy by, Duration within, Instant until) {
        SubmissionStep last = steps.getLast();
        StepTaken<SubmissionStatus, SubmissionAction> decision = last.taken();
        SubmissionStatus before = decision.from() == null ? status : decision.from();
        UUID person = by.actor().id();
        if (!decision.action().isDecision() || person == null || !last.isBy(person)) {
            throw CannotBeTakenBack.notYours(
                    number(), "\"%s\" oleh %s".formatted(decision.action().label(), decision.actor()));
        }
        if (by.at().isAfter(decision.at().plus(within))) {
            throw CannotBeTakenBack.tooLate(number(), within);
        }
        requireNotHeldByAnother(by);
        SubmissionStatus decided = status;
        enter(before, by);
        append(decided, SubmissionAction.TAKE_BACK, last.desk(), by, Words.NONE);
        claim().take(by, until);
    }

    /** Takes the request to work on; who holds it already, holds it longer. */
    void claim(ActedBy by, Instant until) {
        requireWorkable(SubmissionAction.CLAIM, by);
        requireNotHeldByAnother(by);
        claim().take(by, until);
    }

    /** Lets others have it; whoever does not hold it changes nothing. */
    void release(ActedBy by) {
        if (!status.canBeHeld()) {
            throw illegal(SubmissionAction.RELEASE);
        }
        requireNotHeldByAnother(by);
        claim().release();
    }

    /** A supervisor takes it out of the hands of its holder. */
    void takeOver(ActedBy by, Instant until) {
        requireWorkable(SubmissionAction.TAKE_OVER, by);
        claim().take(by, until);
    }

    /** Holds it longer for whoever holds it; for anybody else nothing changes. */
    void keep(ActedBy by, Instant until) {
        claim().extend(by, until);
    }

    /** Releases an expired claim. @return that claim; empty while it lasts or when there is none */
    Optional<Claim.Holding> endClaim(Instant now) {
        return claim().expire(now);
    }

    /** A supervisor who does not work in that lane puts it back for everybody. */
    void takeAway() {
        if (!status.canBeHeld()) {
            throw illegal(SubmissionAction.TAKE_OVER);
        }
        claim().release();
    }

    /** Whether that one could begin to work on it now, without being told off. */
    boolean isFreeFor(ActedBy by) {
        return status.canBeHeld()
                && holding(by.at()).isEmpty()
                && laneBefore(status.desk(), by).isEmpty();
    }

    private void requireWorkable(SubmissionAction action, ActedBy by) {
        if (!status.canBeHeld()) {
            throw illegal(action);
        }
        requireAnotherPerson(status.desk(), by);
    }

    private IllegalMove illegal(SubmissionAction action) {
        return IllegalMove.of("Permohonan " + number, status.label(), action.passive());
    }

    private Claim claim() {
        if (claim == null) {
            claim = new Claim();
        }
        return claim;
    }

    private void moveTo(SubmissionStatus next, SubmissionAction action, ActedBy by, Words words) {
        boolean awaitsSignature = status == SubmissionStatus.AWAITING_SIGNATURE;
        if (!status.canBecome(next) || awaitsSignature != action.isTheSignatorys()) {
            throw illegal(action);
        }
        Desk desk = deskOf(action, by);
        if (!action.isTheApplicants()) {
            requireNotHeldByAnother(by);
        }
        if (desk.isStaffed() || desk == Desk.SIGNATORY) {
            requireAnotherPerson(desk, by);
        }
        SubmissionStatus from = status;
        enter(next, by);
        append(from, action, desk, by, words);
    }

    private void enter(SubmissionStatus next, ActedBy by) {
        status = next;
        statusSince = by.at();
        completeBy = null;
        remindedAt = null;
        claim().release();
    }

    private void append(@Nullable SubmissionStatus from, SubmissionAction action, Desk desk, ActedBy by, Words words) {
        var step = new SubmissionStep();
        step.submission = this;
        step.desk = desk;
        step.reasonCodes = words.reasonCodes();
        step.legalBasis = words.legalBasis();
        step.fill(steps.size(), from, status, action, by, words.reason());
        steps.add(step);
    }

    private Desk deskOf(SubmissionAction action, ActedBy by) {
        if (by.isOf(Actor.Kind.SYSTEM)) {
            return Desk.PORTAL;
        }
        if (action.isTheApplicants()) {
            return by.isOf(Actor.Kind.STAFF) ? Desk.OPERATOR : Desk.APPLICANT;
        }
        return status.desk();
    }

    private void requireNotHeldByAnother(ActedBy by) {
        holding(by.at()).filter(holding -> !claim().isHeldBy(by)).ifPresent(holding -> {
            throw new HeldBySomebodyElse(number(), holding.name());
        });
    }

    private void requireAnotherPerson(Desk now, ActedBy by) {
        laneBefore(now, by).ifPresent(earlier -> {
            throw new SamePersonTwice(number(), earlier, now);
        });
    }

    /** Another lane than this one in which that person has already acted on the request. */
    private Optional<Desk> laneBefore(Desk now, ActedBy by) {
        UUID person = by.actor().id();
        return steps.stream()
                .filter(step -> person != null && step.isBy(person))
                .map(SubmissionStep::desk)
                .filter(earlier -> earlier != now && earlier != Desk.APPLICANT)
                .findFirst();
    }

    /** The claim at that moment; empty once it has expired. */
    Optional<Claim.Holding> holding(Instant at) {
        return claim().at(at);
    }

    SubmissionDetails details(Instant at) {
        return new SubmissionDetails(
                new SubmissionId(id),
                number(),
                office(),
                applicant(),
                reasonCode,
                note,
                origin,
                clientId,
                status,
                createdAt,
                statusSince,
                completeBy,
                holding(at).orElse(null),
                storedVersion(),
                steps.stream().map(SubmissionStep::event).toList());
    }

    @Override
    public long storedVersion() {
        return version == null ? 0 : version;
    }

    @Override
    public String changedMeanwhile() {
        return "Permohonan %s baru saja diubah oleh %s dan kini berstatus \"%s\". Muat ulang lalu putuskan lagi."
                .formatted(number, steps.getLast().taken().actor(), status.label());
    }

    @Override
    public SubmissionMoved moved() {
        return new SubmissionMoved(details(statusSince));
    }

    /** Staff reach the requests of their offices, an outside system those it made itself. */
    @Override
    public boolean isWithinReachOf(ActingParty party) {
        return party.actor().kind() == Actor.Kind.CHANNEL
                ? clientId != null && clientId.equals(party.actor().id())
                : party.reaches(office());
    }

    SubmissionNumber number() {
        return new SubmissionNumber(number);
    }

    OfficeCode office() {
        return new OfficeCode(officeCode);
    }

    boolean isAbout(String reason) {
        return reasonCode.equals(reason);
    }

    @Override
    public SubmissionStatus status() {
        return status;
    }

    Instant statusSince() {
        return statusSince;
    }

    SubmissionId id() {
        return new SubmissionId(id);
    }

    @Nullable
    UUID clientId() {
        return clientId;
    }

    Applicant applicant() {
        return new Applicant(
                new Nik(applicantNik), applicantName, new FamilyCardNumber(familyNumber), relationship, email, phone);
    }

    /**
     * What is wanted.
     *
     * @param reasonCode of form F-1.02
     */
    record Wish(String reasonCode, @Nullable String note) {}

    /** Where the request came from, and the token by which a resent one is recognised. */
    record Mark(
            SubmissionOrigin origin,
            @Nullable UUID clientId,
            @Nullable String token) {}

    /** What is said with a move. */
    record Words(
            @Nullable String reason,
            @Nullable String reasonCodes,
            @Nullable String legalBasis) {

        static final Words NONE = new Words(null, null, null);

        private static final int LONGEST_REASON = 800;
        private static final String BECAUSE = " Diteruskan karena: ";

        /** @throws InvalidInput when nothing or too much is said */
        static Words of(String reason) {
            String said = reason.strip();
            if (said.isEmpty() || said.length() > Shortcomings.LONGEST_NOTE) {
                throw new InvalidInput(
                        "reason", "Alasan harus diisi, paling banyak %d huruf.".formatted(Shortcomings.LONGEST_NOTE));
            }
            return new Words(said, null, null);
        }

        /** What somebody else has written, cut where it is too long. */
        static Words noted(String why) {
            return new Words(why.substring(0, Math.min(LONGEST_REASON, why.length())), null, null);
        }

        /** These words with what they answer in front of them, which is cut rather than the words. */
        Words after(String finding) {
            int room = LONGEST_REASON - String.valueOf(reason).length() - BECAUSE.length();
            return new Words(
                    finding.substring(0, Math.min(room, finding.length())) + BECAUSE + reason, reasonCodes, legalBasis);
        }
    }

    /** One step of a request, with the lane in which it was taken and the findings that were stated. */
    @Entity
    @Table(name = "submission_transition")
    @SuppressWarnings("NullAway.Init")
    static class SubmissionStep extends CaseStep<SubmissionStatus, SubmissionAction> {

        @ManyToOne(optional = false)
        private Submission submission;

        @Enumerated(EnumType.STRING)
        private Desk desk;

        private @Nullable String reasonCodes;
        private @Nullable String legalBasis;

        Desk desk() {
            return desk;
        }

        SubmissionDetails.Event event() {
            return new SubmissionDetails.Event(taken(), desk, Shortcomings.reasons(reasonCodes), legalBasis);
        }
    }
}
