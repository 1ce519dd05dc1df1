package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.TimeOrderedId;
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
class SubjectRequest {

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
    private List<PrivacyStep> steps = new ArrayList<>();

    SubjectRequest(String number, NewRequest request, Nik nik, Actor actor, Instant at) {
        this.id = TimeOrderedId.at(at);
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
        this.receivedAt = Objects.requireNonNullElse(request.receivedAt(), at);
        this.dueAt = receivedAt.plus(Deadline.LENGTH);
        this.status = RequestStatus.RECEIVED;
        steps.add(new PrivacyStep(id, 0, null, status, RequestAction.REGISTER, actor, at, null));
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected SubjectRequest() {}

    /** @param how by what the person has proven who they are */
    void begin(Actor actor, Instant at, String how) {
        moveTo(RequestStatus.IN_PROGRESS, RequestAction.BEGIN, actor, at, how);
        identityNote = how;
    }

    /** @throws InvalidInput when somebody who has not proven who they are would get more than a refusal */
    void answer(Actor actor, Instant at, Decision decided, String reasons) {
        if (status == RequestStatus.RECEIVED && decided != Decision.REFUSED) {
            throw new InvalidInput("decision", "Identitas pemohon belum diperiksa; permintaan hanya dapat ditolak.");
        }
        if (decided == Decision.FORWARDED && kind != RequestKind.CORRECTION) {
            throw new InvalidInput("decision", "Hanya permintaan perbaikan yang diteruskan ke SIAK.");
        }
        moveTo(RequestStatus.ANSWERED, RequestAction.ANSWER, actor, at, decided.label() + ". " + reasons);
        decision = decided;
        answer = reasons;
        answeredAt = at;
    }

    void reopen(Actor actor, Instant at, String reason) {
        moveTo(RequestStatus.IN_PROGRESS, RequestAction.REOPEN, actor, at, reason);
        if (identityNote == null) {
            identityNote = reason;
        }
        decision = null;
        answer = null;
        answeredAt = null;
    }

    /** @param how by what way the answer has reached the person */
    void finish(Actor actor, Instant at, String how) {
        moveTo(RequestStatus.DONE, RequestAction.FINISH, actor, at, how);
        endedAt = at;
    }

    void withdraw(Actor actor, Instant at, String reason) {
        moveTo(RequestStatus.WITHDRAWN, RequestAction.WITHDRAW, actor, at, reason);
        endedAt = at;
    }

    private void moveTo(RequestStatus next, RequestAction action, Actor actor, Instant at, String note) {
        boolean reopening = action == RequestAction.REOPEN;
        if (!status.canBecome(next)
                || next == RequestStatus.IN_PROGRESS && reopening != (status == RequestStatus.ANSWERED)) {
            throw new IllegalPrivacyMove("Permintaan " + number, status.label(), action.verb());
        }
        steps.add(new PrivacyStep(id, steps.size(), status, next, action, actor, at, note));
        status = next;
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
                steps.stream()
                        .map(step ->
                                step.event(RequestAction.valueOf(step.action()).label()))
                        .toList(),
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

    RequestStatus status() {
        return status;
    }
}
