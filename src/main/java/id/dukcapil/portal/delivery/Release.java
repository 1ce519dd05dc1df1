package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseStep;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.ProcedureCase;
import id.dukcapil.portal.delivery.Kiosks.Kiosk;
import id.dukcapil.portal.delivery.PrintDecision.PrintOutcome;
import id.dukcapil.portal.delivery.ReleaseEvent.ReleaseMoved;
import id.dukcapil.portal.delivery.Releases.NewRelease;
import id.dukcapil.portal.documents.ContentHash;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/**
 * A signed document on its way to the paper of its owner. QR code and PIN go out by mail; a kiosk that shows both gets the
 * document, once, and says what became of it. Where the printer failed, the same two open it again. An operator who has seen
 * the owner's identity issues a new pair, which invalidates the old one.
 *
 * <p>Code and PIN are stored as hashes. Their clear text is stored sealed until the letter with it has been sent.
 */
@Entity
@Table(name = "delivery_release")
@SQLRestriction("anonymised_at IS NULL")
class Release implements ProcedureCase {

    @Id
    private UUID id;

    private String kind;
    private String reference;
    private String officeCode;
    private String title;
    private String documentHash;
    private String personNik;
    private String recipient;
    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    private ReleaseStatus status;

    private byte[] codeHash;
    private String pinHash;
    private int generation;
    private byte @Nullable [] sealedSecret;
    private Instant createdAt;
    private Instant statusSince;
    private Instant expiresAt;

    @Version
    private @Nullable Long version;

    @OneToMany(mappedBy = "release", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<ReleaseStep> steps = new ArrayList<>();

    @OneToMany(mappedBy = "release", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<Handout> handouts = new ArrayList<>();

    Release(NewRelease wanted, ReleaseSecret secret, Secrets secrets, Instant until, ActedBy by) {
        this.id = TimeOrderedId.at(by.at());
        this.kind = wanted.kind();
        this.reference = wanted.reference();
        this.officeCode = wanted.office().value();
        this.title = wanted.title();
        this.documentHash = wanted.document().value();
        this.personNik = wanted.person().value();
        this.recipient = wanted.recipient();
        this.email = wanted.email();
        this.createdAt = by.at();
        this.codeHash = secret.code().hash();
        this.pinHash = secrets.hash(secret);
        this.generation = 1;
        this.sealedSecret = email == null ? null : secrets.seal(id, generation, secret);
        this.expiresAt = until;
        this.status = ReleaseStatus.ISSUED;
        this.statusSince = by.at();
        append(null, ReleaseAction.ISSUE, by, null);
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected Release() {}

    /** The mail server has taken the letter; from now on nobody can read the two again. */
    void sent(ActedBy by) {
        sealedSecret = null;
        if (status.canBecome(ReleaseStatus.SENT)) {
            moveTo(ReleaseStatus.SENT, ReleaseAction.SEND, by, null);
        }
    }

    /** The letter did not arrive. What is already at a kiosk or ended otherwise needs no letter any more. */
    void bounced(String why, ActedBy by) {
        if (status.canBecome(ReleaseStatus.BOUNCED)) {
            moveTo(ReleaseStatus.BOUNCED, ReleaseAction.BOUNCE, by, why);
        }
    }

    /** Hands the document to a kiosk that has shown code and PIN. */
    Handout open(Kiosk kiosk, ActedBy by) {
        moveTo(ReleaseStatus.OPENED, ReleaseAction.OPEN, by, kiosk.name());
        var handout = new Handout(this, handouts.size(), kiosk, by);
        handouts.add(handout);
        return handout;
    }

    /** The hand-out whose answer that kiosk asks for again; empty when this is another request. */
    Optional<Handout> repeated(Kiosk kiosk, Actor actor) {
        return status == ReleaseStatus.OPENED && handouts.getLast().isAnswerTo(kiosk, actor)
                ? Optional.of(handouts.getLast())
                : Optional.empty();
    }

    /** What a kiosk says about a hand-out; only the last one decides about the release. */
    void acknowledge(Handout handout, PrintOutcome outcome, @Nullable String detail, ActedBy by) {
        handout.acknowledge(outcome, detail, by.at());
        if (status == ReleaseStatus.OPENED
                && handout.id().equals(handouts.getLast().id())) {
            switch (outcome) {
                case PRINTED -> moveTo(ReleaseStatus.PRINTED, ReleaseAction.PRINT, by, detail);
                case FAILED -> moveTo(ReleaseStatus.FAILED, ReleaseAction.FAIL, by, detail);
            }
        }
    }

    /** The PIN was wrong once too often. */
    void lock(ActedBy by) {
        moveTo(ReleaseStatus.LOCKED, ReleaseAction.LOCK, by, null);
        sealedSecret = null;
    }

    boolean isOverdueAt(Instant moment) {
        return !expiresAt.isAfter(moment);
    }

    void expire(ActedBy by) {
        moveTo(ReleaseStatus.EXPIRED, ReleaseAction.EXPIRE, by, null);
        sealedSecret = null;
    }

    /**
     * Gives out a new QR code and PIN; the old ones are dead.
     *
     * @param newEmail where they go; null when they are handed over at the counter
     */
    void reissue(
            ReleaseSecret secret, Secrets secrets, @Nullable String newEmail, Instant until, String why, ActedBy by) {
        moveTo(ReleaseStatus.REISSUED, ReleaseAction.REISSUE, by, why);
        generation++;
        codeHash = secret.code().hash();
        pinHash = secrets.hash(secret);
        email = newEmail == null ? email : newEmail;
        sealedSecret = newEmail == null ? null : secrets.seal(id, generation, secret);
        expiresAt = until;
    }

    void revoke(String why, ActedBy by) {
        moveTo(ReleaseStatus.REVOKED, ReleaseAction.REVOKE, by, why);
        sealedSecret = null;
    }

    private void moveTo(ReleaseStatus next, ReleaseAction action, ActedBy by, @Nullable String reason) {
        if (!status.canBecome(next)) {
            throw new IllegalMove("Dokumen berstatus \"%s\"; langkah \"%s\" tidak dapat dilakukan."
                    .formatted(status.label(), action.label()));
        }
        ReleaseStatus from = status;
        status = next;
        statusSince = by.at();
        append(from, action, by, reason);
    }

    private void append(@Nullable ReleaseStatus from, ReleaseAction action, ActedBy by, @Nullable String reason) {
        var step = new ReleaseStep();
        step.release = this;
        step.fill(steps.size(), from, status, action, by, reason);
        steps.add(step);
    }

    /** Code and PIN for the letter about that generation; empty when they are dead or have left. */
    Optional<ReleaseSecret> secret(int wanted, Secrets secrets) {
        return sealedSecret == null || wanted != generation
                ? Optional.empty()
                : Optional.of(secrets.open(id, generation, sealedSecret));
    }

    boolean isGeneration(int wanted) {
        return wanted == generation;
    }

    boolean awaitsItsLetter() {
        return sealedSecret != null;
    }

    String pinHash() {
        return pinHash;
    }

    @Override
    public ReleaseStatus status() {
        return status;
    }

    OfficeCode office() {
        return new OfficeCode(officeCode);
    }

    ContentHash document() {
        return new ContentHash(documentHash);
    }

    @Override
    public boolean isWithinReachOf(ActingParty party) {
        return party.reaches(office());
    }

    @Override
    public long storedVersion() {
        return version == null ? 0 : version;
    }

    @Override
    public String changedMeanwhile() {
        return "Dokumen ini baru saja berubah menjadi \"%s\"; periksa dulu keadaannya.".formatted(status.label());
    }

    @Override
    public ReleaseMoved moved() {
        return new ReleaseMoved(details());
    }

    ReleaseDetails details() {
        return new ReleaseDetails(
                new ReleaseId(id),
                kind,
                reference,
                office(),
                title,
                document(),
                recipient,
                new Nik(personNik),
                email,
                status,
                generation,
                awaitsItsLetter(),
                createdAt,
                statusSince,
                expiresAt,
                storedVersion(),
                handouts.stream().map(Handout::sheet).toList(),
                steps.stream().map(ReleaseStep::taken).toList());
    }

    /** One step of a release. */
    @Entity
    @Table(name = "delivery_transition")
    @SuppressWarnings("NullAway.Init")
    static class ReleaseStep extends CaseStep<ReleaseStatus, ReleaseAction> {

        @ManyToOne(optional = false)
        private Release release;
    }
}
