package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseStep;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.ProcedureCase;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.SignaturePlace;
import id.dukcapil.portal.signing.SigningEvent.DocumentFacts;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way to the electronic signature and after it. It is registered when a verifier has seen it, and from
 * then on its bytes are pinned by their digest: nothing else is ever signed. It waits until somebody who may sign takes
 * it into a batch, which locks it for everything else; it leaves the batch signed, or waits again. Before that the
 * signatory can send it back and its source can take it back. A signed one stays what it is for ever: a newer one of the
 * same family takes its place, or it is revoked.
 */
@Entity
@Table(name = "signing_document")
class SigningDocument implements ProcedureCase {

    private static final int LONGEST_REASON = 500;

    @Id
    private UUID id;

    private String kind;
    private String reference;
    private String officeCode;
    private String title;
    private String concerns;
    private @Nullable String family;

    @Enumerated(EnumType.STRING)
    private SigningDocumentStatus status;

    private Instant statusSince;
    private String verificationCode;
    private String verifiedDigest;
    private String unsignedDigest;
    private int placePage;
    private float placeLeft;
    private float placeBottom;
    private float placeWidth;
    private float placeHeight;
    private String printedTitle;
    private String printedName;
    private @Nullable String printedNip;
    private Instant printedAt;
    private boolean printedSpecimen;
    private UUID verifierId;
    private String verifierName;
    private Instant verifiedAt;
    private String workedOnBy;
    private @Nullable String signedDigest;
    private @Nullable UUID signerId;
    private @Nullable Instant signedAt;
    private @Nullable UUID supersededBy;
    private int steps;

    @Transient
    private @Nullable StepTaken<SigningDocumentStatus, SigningDocumentAction> latest;

    @Version
    private @Nullable Long version;

    @OneToMany(mappedBy = "document", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<SigningStep> history = new ArrayList<>();

    SigningDocument(NewSigningDocument verified, ActedBy by) {
        this.id = TimeOrderedId.at(by.at());
        this.kind = verified.kind();
        this.reference = verified.reference();
        this.officeCode = verified.office().value();
        this.title = verified.title();
        this.concerns = verified.concerns();
        this.family = verified.family();
        this.verificationCode = verified.code().value();
        this.verifiedDigest = verified.digest().value();
        this.verifierId = verified.verifier().id().value();
        this.verifierName = verified.verifier().name();
        this.verifiedAt = verified.verifier().at();
        this.workedOnBy =
                verified.workedOn().stream().map(StaffId::toString).sorted().collect(Collectors.joining(" "));
        print(verified.digest(), verified.place(), verified.imprint());
        this.status = SigningDocumentStatus.AWAITING;
        this.statusSince = by.at();
        append(null, SigningDocumentAction.REGISTER, by, null);
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected SigningDocument() {}

    /**
     * Another one signs than the one whose name was printed, or for real instead of for trial; the caller has made sure that
     * nothing else has changed.
     */
    void reprint(ContentHash digest, SignaturePlace place, Imprint imprint, ActedBy by) {
        if (status != SigningDocumentStatus.AWAITING) {
            throw illegal(SigningDocumentAction.REPRINT);
        }
        print(digest, place, imprint);
        String mark = imprint.specimen() ? ", sebagai contoh" : "";
        SignatoryLines lines = imprint.lines();
        append(status, SigningDocumentAction.REPRINT, by, lines.title() + ", " + lines.fullName() + mark);
    }

    /** @throws SignerTookPart when the signer is one of those who worked on it */
    void enterBatch(StaffId signer, ActedBy by) {
        requireUninvolved(signer);
        moveTo(SigningDocumentStatus.IN_BATCH, SigningDocumentAction.ENTER_BATCH, by, null);
    }

    /** It was not signed and waits again. */
    void leaveBatch(String why, ActedBy by) {
        moveTo(SigningDocumentStatus.AWAITING, SigningDocumentAction.LEAVE_BATCH, by, why);
    }

    /** @param digest of the signed bytes, which are in the store and have been examined */
    void sign(ContentHash digest, StaffId signer, ActedBy by) {
        requireUninvolved(signer);
        moveTo(SigningDocumentStatus.SIGNED, SigningDocumentAction.SIGN, by, null);
        signedDigest = digest.value();
        signerId = signer.value();
        signedAt = by.at();
    }

    void refuse(String reason, ActedBy by) {
        moveTo(SigningDocumentStatus.REFUSED, SigningDocumentAction.REFUSE, by, said(reason));
    }

    void withdraw(String reason, ActedBy by) {
        moveTo(SigningDocumentStatus.WITHDRAWN, SigningDocumentAction.WITHDRAW, by, said(reason));
    }

    void supersede(SigningDocument newer, ActedBy by) {
        moveTo(SigningDocumentStatus.SUPERSEDED, SigningDocumentAction.SUPERSEDE, by, newer.reference);
        supersededBy = newer.id;
    }

    void revoke(String reason, ActedBy by) {
        moveTo(SigningDocumentStatus.REVOKED, SigningDocumentAction.REVOKE, by, said(reason));
    }

    private void print(ContentHash digest, SignaturePlace place, Imprint imprint) {
        unsignedDigest = digest.value();
        placePage = place.page();
        placeLeft = place.x();
        placeBottom = place.y();
        placeWidth = place.width();
        placeHeight = place.height();
        SignatoryLines lines = imprint.lines();
        printedTitle = lines.title();
        printedName = lines.fullName();
        printedNip = lines.nip();
        printedAt = imprint.at();
        printedSpecimen = imprint.specimen();
    }

    private void moveTo(SigningDocumentStatus next, SigningDocumentAction action, ActedBy by, @Nullable String reason) {
        if (!status.canBecome(next)) {
            throw illegal(action);
        }
        SigningDocumentStatus from = status;
        status = next;
        statusSince = by.at();
        append(from, action, by, reason);
    }

    /** Counted beside the list, which then need not be read to add to it. */
    private void append(
            @Nullable SigningDocumentStatus from, SigningDocumentAction action, ActedBy by, @Nullable String reason) {
        var step = new SigningStep();
        step.document = this;
        step.fill(steps, from, status, action, by, reason);
        history.add(step);
        steps++;
        latest = step.taken();
    }

    /** @throws IllegalStateException when nothing was done with it since it was read */
    @Override
    public DocumentMoved moved() {
        StepTaken<SigningDocumentStatus, SigningDocumentAction> step = latest;
        if (step == null) {
            throw new IllegalStateException("Nothing was done with document " + id);
        }
        return new DocumentMoved(
                facts(step.at()), step, signedDigest == null ? unsigned() : new ContentHash(signedDigest));
    }

    private IllegalMove illegal(SigningDocumentAction action) {
        return IllegalMove.of(title + " " + reference, status.label(), action.passive());
    }

    private void requireUninvolved(StaffId signer) {
        if (hasWorkedOnIt(signer)) {
            throw new SignerTookPart(title, reference);
        }
    }

    boolean hasWorkedOnIt(StaffId person) {
        return Set.of(workedOnBy.split(" ")).contains(person.toString());
    }

    private static String said(String reason) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak %d huruf.".formatted(LONGEST_REASON));
        }
        return said;
    }

    SigningDocumentId id() {
        return new SigningDocumentId(id);
    }

    @Override
    public SigningDocumentStatus status() {
        return status;
    }

    OfficeCode office() {
        return new OfficeCode(officeCode);
    }

    String kind() {
        return kind;
    }

    String reference() {
        return reference;
    }

    String title() {
        return title;
    }

    @Nullable
    String family() {
        return family;
    }

    ContentHash unsigned() {
        return new ContentHash(unsignedDigest);
    }

    SignaturePlace place() {
        return new SignaturePlace(placePage, placeLeft, placeBottom, placeWidth, placeHeight);
    }

    SignatoryLines printedFor() {
        return new SignatoryLines(printedTitle, printedName, printedNip);
    }

    Imprint imprint() {
        return new Imprint(printedFor(), printedAt, printedSpecimen);
    }

    VerificationCode code() {
        return new VerificationCode(verificationCode);
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
        return "%s %s baru saja diubah oleh %s dan kini berstatus \"%s\". Muat ulang lalu putuskan lagi."
                .formatted(title, reference, history.getLast().taken().actor(), status.label());
    }

    DocumentFacts facts(Instant at) {
        return new DocumentFacts(id(), kind, reference, office(), title, code(), at);
    }

    SigningDocumentDetails details() {
        return new SigningDocumentDetails(
                id(),
                kind,
                reference,
                office(),
                title,
                concerns,
                status,
                statusSince,
                code(),
                new ContentHash(verifiedDigest),
                unsigned(),
                place(),
                printedFor(),
                printedAt,
                verifierName,
                verifiedAt,
                signature(),
                supersededBy == null ? null : new SigningDocumentId(supersededBy),
                storedVersion(),
                history.stream().map(SigningStep::taken).toList());
    }

    private SigningDocumentDetails.@Nullable Signature signature() {
        return signedDigest == null || signedAt == null
                ? null
                : new SigningDocumentDetails.Signature(new ContentHash(signedDigest), printedFor(), signedAt);
    }

    /** One step of a document. */
    @Entity
    @Table(name = "signing_document_transition")
    @SuppressWarnings("NullAway.Init")
    static class SigningStep extends CaseStep<SigningDocumentStatus, SigningDocumentAction> {

        @ManyToOne(optional = false, fetch = FetchType.LAZY)
        private SigningDocument document;
    }
}
