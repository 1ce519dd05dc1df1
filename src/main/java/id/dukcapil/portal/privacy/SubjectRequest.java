package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.ProcedureCase;
import id.dukcapil.portal.common.procedure.StepTaken;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks about the data held of them. It is written into the register when it arrives, and from then on the
 * clock runs. Before anything is opened the officer checks who asks; whoever cannot prove it can only be refused. The
 * answer, with its reasons, stops the clock; the request is done when the answer has reached the person. An answer that
 * turns out wrong is taken up again, with the clock it had.
 */
@Entity
@Table(name = "privacy_request")
class SubjectRequest implements ProcedureCase {

    @Id
    private UUID id;

    private String number;

    @Enumerated(EnumType.STRING)
    private RequestKind kind;

    private String nik;
    private String fullName;
    private String contact;
    private String wording;
    private @Nullable String fieldName;
    private @Nullable String presentValue;
    private @Nullable String wantedValue;
    private @Nullable String evidence;
    private Instant receivedAt;
    private Instant dueAt;

    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    private @Nullable String identityNote;

    @Enumerated(EnumType.STRING)
    private @Nullable Decision decision;

    private @Nullable String answer;
    private @Nullable Instant answeredAt;
    private @Nullable Instant endedAt;

    @Version
    private @Nullable Long version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "caseId", insertable = false, updatable = false)
    @OrderBy("ordinal")
    private List<RequestStep> steps = new ArrayList<>();

    SubjectRequest(String number, NewRequest request, Nik nik, ActedBy by) {
        this.id = TimeOrderedId.at(by.at());
        this.number = number;
        this.kind = Objects.requireNonNull(request.kind());
        this.nik = nik.value();
        this.fullName = request.fullName();
        this.contact = request.contact();
        this.wording = request.wording();
        if (kind == RequestKind.CORRECTION && request.correction() != null) {
            this.fieldName = request.correction().field();
            this.presentValue = request.correction().presentValue();
            this.wantedValue = request.correction().wantedValue();
            this.evidence = request.correction().evidence();
        }
        this.receivedAt = Objects.requireNonNullElse(request.receivedAt(), by.at());
        this.dueAt = receivedAt.plus(Deadline.LENGTH);
        this.status = RequestStatus.RECEIVED;
        append(null, RequestAction.REGISTER, by, null);
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected SubjectRequest() {}

    /** @param how by what the person has proven who they are */
    void begin(ActedBy by, String how) {
        moveTo(RequestStatus.IN_PROGRESS, RequestAction.BEGIN, by, how);
        identityNote = how;
    }

    /** @throws InvalidInput when somebody who has not proven who they are would get more than a refusal */
    void answer(ActedBy by, Decision decided, String reasons) {
        if (status == RequestStatus.RECEIVED && decided != Decision.REFUSED) {
            throw new InvalidInput("decision", "Identitas pemohon belum diperiksa; permintaan hanya dapat ditolak.");
        }
        if (decided == Decision.FORWARDED && kind != RequestKind.CORRECTION) {
            throw new InvalidInput("decision", "Hanya permintaan perbaikan yang diteruskan ke SIAK.");
        }
        moveTo(RequestStatus.ANSWERED, RequestAction.ANSWER, by, decided.label() + ". " + reasons);
        decision = decided;
        answer = reasons;
        answeredAt = by.at();
    }

    void reopen(ActedBy by, String reason) {
        moveTo(RequestStatus.IN_PROGRESS, RequestAction.REOPEN, by, reason);
        if (identityNote == null) {
            identityNote = reason;
        }
        decision = null;
        answer = null;
        answeredAt = null;
    }

    /** @param how by what way the answer has reached the person */
    void finish(ActedBy by, String how) {
        moveTo(RequestStatus.DONE, RequestAction.FINISH, by, how);
        endedAt = by.at();
    }

    void withdraw(ActedBy by, String reason) {
        moveTo(RequestStatus.WITHDRAWN, RequestAction.WITHDRAW, by, reason);
        endedAt = by.at();
    }

    private void append(@Nullable RequestStatus from, RequestAction action, ActedBy by, @Nullable String note) {
        var step = new RequestStep();
        step.caseId = id;
        step.fill(steps.size(), from, status, action, by, note);
        steps.add(step);
    }

    private void moveTo(RequestStatus next, RequestAction action, ActedBy by, String note) {
        boolean reopening = action == RequestAction.REOPEN;
        if (!status.canBecome(next)
                || next == RequestStatus.IN_PROGRESS && reopening != (status == RequestStatus.ANSWERED)) {
            throw IllegalMove.of("Permintaan " + number, status.label(), action.verb());
        }
        RequestStatus from = status;
        status = next;
        append(from, action, by, note);
    }

    /** Whether the person has proven who they are, so that their data may be put together. */
    boolean identityIsChecked() {
        return identityNote != null && status != RequestStatus.WITHDRAWN;
    }

    RequestDetails details() {
        return new RequestDetails(
                number,
                kind,
                new Nik(nik),
                fullName,
                contact,
                wording,
                fieldName == null ? null : wrong(),
                receivedAt,
                deadline(),
                status,
                identityNote,
                decision,
                answer,
                steps.stream().map(RequestStep::taken).toList(),
                allowed());
    }

    private NewRequest.Wrong wrong() {
        return new NewRequest.Wrong(text(fieldName), text(presentValue), text(wantedValue), text(evidence));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private Set<RequestAction> allowed() {
        return switch (status) {
            case RECEIVED -> EnumSet.of(RequestAction.BEGIN, RequestAction.ANSWER, RequestAction.WITHDRAW);
            case IN_PROGRESS -> EnumSet.of(RequestAction.ANSWER, RequestAction.WITHDRAW);
            case ANSWERED -> EnumSet.of(RequestAction.FINISH, RequestAction.REOPEN);
            case DONE, WITHDRAWN -> EnumSet.noneOf(RequestAction.class);
        };
    }

    /** A request that was taken back asks for nothing any more. */
    private Deadline deadline() {
        return new Deadline(dueAt, status == RequestStatus.WITHDRAWN ? endedAt : answeredAt);
    }

    String number() {
        return number;
    }

    Nik nik() {
        return new Nik(nik);
    }

    RequestKind kind() {
        return kind;
    }

    @Override
    public RequestStatus status() {
        return status;
    }

    @Override
    public long storedVersion() {
        return version == null ? 0 : version;
    }

    @Override
    public String changedMeanwhile() {
        return "Permintaan %s baru saja diubah oleh %s."
                .formatted(number, steps.getLast().taken().actor());
    }

    /** The register belongs to the officer of data protection, whose permission is checked by the service. */
    @Override
    public boolean isWithinReachOf(ActingParty party) {
        return true;
    }

    @Override
    public AuditEvent moved() {
        StepTaken<RequestStatus, RequestAction> step = steps.getLast().taken();
        AuditEvent told = step.told(RequestRegister.KIND, number).about(nik());
        return step.action() == RequestAction.ANSWER && decision != null
                ? told.as("Dijawab: " + decision.label()).because(answer)
                : told.because(step.reason());
    }

    /** One step of a request. */
    @Entity
    @Table(name = "privacy_step")
    static class RequestStep extends PrivacyStep<RequestStatus, RequestAction> {}
}
