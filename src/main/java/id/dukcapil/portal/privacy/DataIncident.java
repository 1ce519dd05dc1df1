package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A failure to protect personal data (UU 27/2022 art. 46): it is written down when it is discovered, described better as
 * more becomes known, told within 72 hours to the authority and to the people it concerns, and closed when what was
 * broken is whole again. What turns out to be none is dismissed, as long as nobody has been told.
 */
@Entity
@Table(name = "privacy_incident")
class DataIncident implements ProcedureCase {

    @Id
    private UUID id;

    private String number;
    private String title;
    private Instant discoveredAt;
    private Instant dueAt;
    private String course;
    private String dataKinds;
    private @Nullable Integer people;
    private String cause;
    private String measures;

    @Enumerated(EnumType.STRING)
    private IncidentStatus status;

    private @Nullable Instant authorityNotifiedAt;
    private @Nullable Instant subjectsNotifiedAt;
    private @Nullable Instant endedAt;

    @Version
    private @Nullable Long version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "caseId", insertable = false, updatable = false)
    @OrderBy("ordinal")
    private List<IncidentStep> steps = new ArrayList<>();

    DataIncident(String number, IncidentFacts facts, Instant discoveredAt, ActedBy by) {
        this.id = TimeOrderedId.at(by.at());
        this.number = number;
        this.discoveredAt = discoveredAt;
        this.dueAt = discoveredAt.plus(Deadline.LENGTH);
        this.status = IncidentStatus.DISCOVERED;
        this.title = facts.title();
        this.course = facts.course();
        this.dataKinds = facts.dataKinds();
        this.people = facts.people();
        this.cause = facts.cause();
        this.measures = facts.measures();
        append(null, IncidentAction.REPORT, by, null);
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected DataIncident() {}

    /** More has become known. */
    void describe(IncidentFacts facts, ActedBy by) {
        if (!status.canBeDescribed()) {
            throw illegal(IncidentAction.DESCRIBE);
        }
        title = facts.title();
        course = facts.course();
        dataKinds = facts.dataKinds();
        people = facts.people();
        cause = facts.cause();
        measures = facts.measures();
        append(status, IncidentAction.DESCRIBE, by, null);
    }

    /** @param notifiedAt when the notice went out; @param how letter number or way */
    void notifyAuthority(Instant notifiedAt, String how, ActedBy by) {
        IncidentStatus next = status == IncidentStatus.SUBJECTS_NOTIFIED
                ? IncidentStatus.NOTIFIED
                : IncidentStatus.AUTHORITY_NOTIFIED;
        requireNotice(IncidentAction.NOTIFY_AUTHORITY, next, notifiedAt, by.at());
        moveTo(next, IncidentAction.NOTIFY_AUTHORITY, by, how);
        authorityNotifiedAt = notifiedAt;
    }

    /** @param notifiedAt when the notice went out; @param how by what way the people were reached */
    void notifySubjects(Instant notifiedAt, String how, ActedBy by) {
        IncidentStatus next = status == IncidentStatus.AUTHORITY_NOTIFIED
                ? IncidentStatus.NOTIFIED
                : IncidentStatus.SUBJECTS_NOTIFIED;
        requireNotice(IncidentAction.NOTIFY_SUBJECTS, next, notifiedAt, by.at());
        moveTo(next, IncidentAction.NOTIFY_SUBJECTS, by, how);
        subjectsNotifiedAt = notifiedAt;
    }

    void close(ActedBy by, String conclusion) {
        moveTo(IncidentStatus.CLOSED, IncidentAction.CLOSE, by, conclusion);
        endedAt = by.at();
    }

    void dismiss(ActedBy by, String reason) {
        moveTo(IncidentStatus.DISMISSED, IncidentAction.DISMISS, by, reason);
        endedAt = by.at();
    }

    private void requireNotice(IncidentAction action, IncidentStatus next, Instant notifiedAt, Instant now) {
        if (!status.canBecome(next)) {
            throw illegal(action);
        }
        if (!facts().completeForNotice()) {
            throw new InvalidInput(
                    "measures", "Lengkapi dahulu penanganan dan pemulihannya: pemberitahuan harus memuatnya.");
        }
        if (notifiedAt.isBefore(discoveredAt) || notifiedAt.isAfter(now)) {
            throw new InvalidInput(
                    "notifiedAt", "Waktu pemberitahuan harus sesudah insiden ditemukan dan tidak di masa depan.");
        }
    }

    private void append(@Nullable IncidentStatus from, IncidentAction action, ActedBy by, @Nullable String note) {
        var step = new IncidentStep();
        step.caseId = id;
        step.fill(steps.size(), from, status, action, by, note);
        steps.add(step);
    }

    private void moveTo(IncidentStatus next, IncidentAction action, ActedBy by, String note) {
        if (!status.canBecome(next)) {
            throw illegal(action);
        }
        IncidentStatus from = status;
        status = next;
        append(from, action, by, note);
    }

    private IllegalMove illegal(IncidentAction action) {
        return IllegalMove.of("Insiden " + number, status.label(), action.verb());
    }

    IncidentDetails details() {
        return new IncidentDetails(
                number,
                discoveredAt,
                facts(),
                deadline(dueAt, status, authorityNotifiedAt, subjectsNotifiedAt, endedAt),
                status,
                authorityNotifiedAt,
                subjectsNotifiedAt,
                steps.stream().map(IncidentStep::taken).toList(),
                allowed());
    }

    /** The clock stops with the later of the two notices, or when there is nothing to tell. */
    static Deadline deadline(
            Instant due,
            IncidentStatus status,
            @Nullable Instant authority,
            @Nullable Instant subjects,
            @Nullable Instant ended) {
        if (status == IncidentStatus.DISMISSED) {
            return new Deadline(due, ended);
        }
        if (authority == null || subjects == null) {
            return new Deadline(due, null);
        }
        return new Deadline(due, authority.isAfter(subjects) ? authority : subjects);
    }

    private Set<IncidentAction> allowed() {
        return switch (status) {
            case DISCOVERED ->
                EnumSet.of(
                        IncidentAction.DESCRIBE,
                        IncidentAction.NOTIFY_AUTHORITY,
                        IncidentAction.NOTIFY_SUBJECTS,
                        IncidentAction.DISMISS);
            case AUTHORITY_NOTIFIED -> EnumSet.of(IncidentAction.DESCRIBE, IncidentAction.NOTIFY_SUBJECTS);
            case SUBJECTS_NOTIFIED -> EnumSet.of(IncidentAction.DESCRIBE, IncidentAction.NOTIFY_AUTHORITY);
            case NOTIFIED -> EnumSet.of(IncidentAction.DESCRIBE, IncidentAction.CLOSE);
            case CLOSED, DISMISSED -> EnumSet.noneOf(IncidentAction.class);
        };
    }

    IncidentFacts facts() {
        return new IncidentFacts(title, course, dataKinds, people, cause, measures);
    }

    String number() {
        return number;
    }

    @Override
    public IncidentStatus status() {
        return status;
    }

    @Override
    public long storedVersion() {
        return version == null ? 0 : version;
    }

    @Override
    public String changedMeanwhile() {
        return "Insiden %s baru saja diubah oleh %s."
                .formatted(number, steps.getLast().taken().actor());
    }

    /** The register belongs to the officer of data protection, whose permission is checked by the service. */
    @Override
    public boolean isWithinReachOf(ActingParty party) {
        return true;
    }

    @Override
    public AuditEvent moved() {
        StepTaken<IncidentStatus, IncidentAction> step = steps.getLast().taken();
        return step.told(IncidentRegister.KIND, number).because(step.reason());
    }

    /** One step of an incident. */
    @Entity
    @Table(name = "privacy_step")
    static class IncidentStep extends PrivacyStep<IncidentStatus, IncidentAction> {}
}
