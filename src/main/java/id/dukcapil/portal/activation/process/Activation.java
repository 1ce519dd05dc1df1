package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.CaseStep;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.ProcedureCase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/**
 * One person on the way to an identity on the telephone. The application is installed and filled in, the face is compared by
 * the channel, an officer looks at person and document and scans the QR code of the telephone, a code by mail completes it,
 * and the officer files it. At every step before that the person can drop out, with a reason.
 *
 * <p>QR code and activation code are computed from identity and generation with a key, see {@link ActivationSecrets}; the
 * activation knows only which generation counts and until when.
 */
@Entity
@Table(name = "activation_case")
@SQLRestriction("anonymised_at IS NULL")
class Activation implements ProcedureCase {

    @Id
    private UUID id;

    private String number;

    @Enumerated(EnumType.STRING)
    private ActivationPurpose purpose;

    private @Nullable String purposeReason;

    private @Nullable UUID clientId;
    private String officeCode;
    private boolean officeStated;
    private @Nullable UUID campaignId;
    private String personNik;
    private @Nullable String fullName;
    private String domicileCode;
    private String domicileName;
    private boolean local;
    private @Nullable String email;
    private @Nullable String phone;

    @Enumerated(EnumType.STRING)
    private ActivationStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable DropOut dropOut;

    private int faceAttempts;
    private int qrGeneration;
    private @Nullable Instant qrValidUntil;

    @Embedded
    private MailedCode code = new MailedCode();

    private @Nullable String lastCall;
    private Instant createdAt;
    private Instant statusSince;

    @Version
    private @Nullable Long version;

    @OneToMany(mappedBy = "activation", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<ActivationStep> steps = new ArrayList<>();

    private Activation(String number, NewActivation wanted, ActivationStatus status, DatedAct by) {
        this.id = TimeOrderedId.at(by.at());
        this.number = number;
        this.purpose = wanted.purpose();
        this.purposeReason = wanted.reason();
        this.clientId = wanted.client();
        this.officeCode = wanted.office().value();
        this.officeStated = wanted.officeStated();
        this.campaignId = wanted.campaign();
        this.personNik = wanted.person().nik().value();
        this.fullName = wanted.person().fullName();
        this.domicileCode = wanted.person().domicileCode();
        this.domicileName = wanted.person().domicileName();
        this.local = wanted.person().local();
        this.status = status;
        this.createdAt = by.at();
        this.statusSince = by.at();
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected Activation() {}

    /** A person in front of the counter. */
    static Activation begun(String number, NewActivation wanted, DatedAct by) {
        var activation = new Activation(number, wanted, ActivationStatus.STARTED, by);
        activation.append(null, ActivationAction.BEGIN, by, null, wanted.reason());
        return activation;
    }

    /** A person whose telephone has sent the data; the first two steps are over and nobody has measured them. */
    static Activation registered(String number, NewActivation wanted, String email, String phone, DatedAct by) {
        var activation = new Activation(number, wanted, ActivationStatus.REGISTERED, by);
        activation.email = email;
        activation.phone = phone;
        activation.append(null, ActivationAction.REGISTER, by, null, wanted.reason());
        return activation;
    }

    /** A person who cannot have the identity (yet); kept so that the day's report can count it. */
    static Activation refused(String number, NewActivation wanted, DropOut why, DatedAct by) {
        var activation = new Activation(number, wanted, ActivationStatus.REFUSED, by);
        activation.dropOut = why;
        activation.append(null, ActivationAction.REFUSE, by, null, why.label());
        return activation;
    }

    void install(DatedAct by) {
        moveTo(ActivationStatus.FILLING, ActivationAction.INSTALL, by, null);
    }

    /**
     * Takes down how the person is reached.
     *
     * @param client the outside system that continues what a counter has begun; none at the counter
     */
    void register(String newEmail, String newPhone, @Nullable UUID client, DatedAct by) {
        moveTo(ActivationStatus.REGISTERED, ActivationAction.REGISTER, by, null);
        email = newEmail;
        phone = newPhone;
        if (client != null) {
            clientId = client;
        }
    }

    /** @param note "skor 0,93", or who has seen it when no channel reported it */
    void match(Duration qrLifetime, @Nullable String note, DatedAct by) {
        moveTo(ActivationStatus.FACE_MATCHED, ActivationAction.MATCH, by, note);
        renewQr(qrLifetime, by.at());
    }

    void mismatch(@Nullable String note, DatedAct by) {
        moveTo(ActivationStatus.FACE_NOT_MATCHED, ActivationAction.MISMATCH, by, note);
        faceAttempts++;
    }

    /** Voids the QR code that the telephone shows. */
    void renewQr(Duration lifetime, Instant at) {
        require(status == ActivationStatus.FACE_MATCHED, ActivationAction.MATCH);
        qrGeneration++;
        qrValidUntil = at.plus(lifetime);
    }

    /** Another office serves the person from now on. */
    void takeOver(OfficeCode office, @Nullable UUID campaign, DatedAct by) {
        require(status.isOpen(), ActivationAction.TAKE_OVER);
        String before = officeCode;
        officeCode = office.value();
        officeStated = true;
        campaignId = campaign;
        append(status, ActivationAction.TAKE_OVER, by, null, "Dari kantor " + before);
    }

    /** The officer has looked at person and document and scanned the telephone. */
    void scan(Duration codeLifetime, @Nullable String note, DatedAct by) {
        moveTo(ActivationStatus.CODE_SENT, ActivationAction.SCAN, by, note);
        code.renew(codeLifetime, by.at());
    }

    void resend(Duration codeLifetime, DatedAct by) {
        require(status == ActivationStatus.CODE_SENT, ActivationAction.RESEND);
        code.resend(codeLifetime, by.at());
        append(status, ActivationAction.RESEND, by, null, null);
    }

    /** The code before dies with its address. */
    void changeEmail(String newEmail, String why, Duration codeLifetime, DatedAct by) {
        require(status == ActivationStatus.CODE_SENT, ActivationAction.CHANGE_EMAIL);
        email = newEmail;
        code.renew(codeLifetime, by.at());
        append(status, ActivationAction.CHANGE_EMAIL, by, null, why);
    }

    void mailed() {
        code.mailed();
    }

    /** A letter that comes back when the identity already works changes nothing. */
    void bounced(MailState how, String explanation, DatedAct by) {
        if (status == ActivationStatus.CODE_SENT) {
            code.bounced(how, explanation);
            append(status, ActivationAction.BOUNCE, by, null, explanation);
        }
    }

    void wrongCode(DatedAct by) {
        require(status == ActivationStatus.CODE_SENT, ActivationAction.WRONG_CODE);
        code.wrong();
        append(status, ActivationAction.WRONG_CODE, by, null, null);
    }

    void confirm(@Nullable String note, DatedAct by) {
        moveTo(ActivationStatus.ACTIVE, ActivationAction.CONFIRM, by, note);
    }

    void archive(DatedAct by) {
        moveTo(ActivationStatus.ARCHIVED, ActivationAction.ARCHIVE, by, null);
    }

    void abandon(DropOut why, @Nullable String note, DatedAct by) {
        require(status.isOpen(), ActivationAction.ABANDON);
        dropOut = why;
        moveTo(ActivationStatus.ABANDONED, ActivationAction.ABANDON, by, note);
    }

    private void require(boolean allowed, ActivationAction action) {
        if (!allowed) {
            throw IllegalMove.of("Aktivasi " + number, status.label(), action.passive());
        }
    }

    private void moveTo(ActivationStatus next, ActivationAction action, DatedAct by, @Nullable String reason) {
        require(status.canBecome(next), action);
        ActivationStatus from = status;
        boolean ends = !Objects.equals(from.row(), next.row());
        Instant since = details().stepSince();
        status = next;
        statusSince = by.at();
        append(
                from,
                action,
                by,
                ends ? Math.max(0, Duration.between(since, by.at()).toMillis()) : null,
                reason);
    }

    private void append(
            @Nullable ActivationStatus from,
            ActivationAction action,
            DatedAct by,
            @Nullable Long spentMs,
            @Nullable String reason) {
        steps.add(ActivationStep.of(this, steps.size(), from, action, by, spentMs, reason));
    }

    /** An outside system reaches what it brought; staff and the portal what their offices serve. */
    @Override
    public boolean isWithinReachOf(ActingParty party) {
        return party.actor().kind() == Actor.Kind.CHANNEL ? isOf(party.actor().id()) : party.reaches(office());
    }

    @Override
    public ActivationMoved moved() {
        return new ActivationMoved(details());
    }

    @Override
    public long storedVersion() {
        return version == null ? 0 : version;
    }

    @Override
    public String changedMeanwhile() {
        return "Aktivasi %s sudah diubah oleh %s; statusnya sekarang \"%s\"."
                .formatted(number, steps.getLast().actor().name(), status.label());
    }

    /** Whether the outside system has sent this call before, as the last one. */
    boolean repeats(String call) {
        return call.equals(lastCall);
    }

    void remember(String call) {
        lastCall = call;
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    @Override
    public ActivationStatus status() {
        return status;
    }

    @Nullable
    DropOut dropOut() {
        return dropOut;
    }

    OfficeCode office() {
        return new OfficeCode(officeCode);
    }

    /** Whether the applicant is expected at {@link #office()} and not at any that is convenient. */
    boolean isBoundToOffice() {
        return officeStated;
    }

    @Nullable
    UUID campaign() {
        return campaignId;
    }

    boolean isOf(@Nullable UUID client) {
        return Objects.equals(clientId, client);
    }

    int qrGeneration() {
        return qrGeneration;
    }

    boolean qrIsOverAt(Instant moment) {
        return qrValidUntil == null || !qrValidUntil.isAfter(moment);
    }

    MailedCode code() {
        return code;
    }

    int faceAttempts() {
        return faceAttempts;
    }

    ActivationDetails details() {
        return new ActivationDetails(
                id,
                number,
                purpose,
                office(),
                campaignId,
                clientId,
                new Nik(personNik),
                fullName,
                domicileName,
                local,
                email,
                phone,
                status,
                dropOut,
                faceAttempts,
                qrGeneration,
                qrValidUntil,
                code.generation(),
                code.validUntil(),
                code.wrongCodes(),
                code.resent(),
                code.mail(),
                code.mailNote(),
                createdAt,
                steps.stream().map(CaseStep::taken).toList());
    }
}
