package id.dukcapil.portal.sla.validity;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.sla.ServiceStandards;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes and decides how long a step may take. What was decided holds for cases that are opened from its day on. */
@Service
@PreAuthorize("hasAuthority('STANDARD_READ')")
@Transactional
public class StepTimes {

    private static final String RECORD = "Standar waktu";
    private static final int MOST_MINUTES = 10_000;
    private static final int LONGEST_BASIS = 240;
    private static final int LONGEST_REASON = 500;

    private final StepTimeRows rows;
    private final ServiceStandards standards;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StepTimes(
            StepTimeRows rows,
            ServiceStandards standards,
            CurrentStaff staff,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.standards = standards;
        this.staff = staff;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    /** @param office null for all offices */
    public record Proposal(
            String standard,
            int step,
            @Nullable OfficeCode office,
            @Nullable LocalDate from,
            @Nullable Integer minutes,
            String legalBasis) {}

    @Transactional(readOnly = true)
    public StepTimeRows.Versions of(String standard) {
        return rows.of(standard);
    }

    /** @throws InvalidInput naming the field; also when that step has a time from that day on already */
    @PreAuthorize("hasAuthority('STANDARD_PROPOSE')")
    public void propose(Proposal proposal) {
        StaffMember person = staff.require();
        OfficeCode office = proposal.office();
        requireReach(person, office);
        boolean ofOffice = standards.find(proposal.standard()).stream()
                .flatMap(standard -> standard.steps().stream())
                .filter(step -> step.number() == proposal.step())
                .anyMatch(step -> !step.isApplicants());
        if (!ofOffice) {
            throw new InvalidInput("step", "Pilih langkah yang dikerjakan kantor.");
        }
        Integer minutes = proposal.minutes();
        if (minutes == null || minutes < 1 || minutes > MOST_MINUTES) {
            throw new InvalidInput("minutes", "Isi 1 sampai %s menit.".formatted(Formats.number(MOST_MINUTES)));
        }
        String basis = proposal.legalBasis().strip();
        if (basis.isEmpty() || basis.length() > LONGEST_BASIS) {
            throw new InvalidInput("basis", "Isi dasar hukumnya, paling banyak %d huruf.".formatted(LONGEST_BASIS));
        }
        LocalDate from = notPast(proposal.from());
        Instant now = clock.instant();
        var time = new StepTime(
                TimeOrderedId.at(now),
                proposal.standard(),
                proposal.step(),
                office,
                from,
                minutes,
                basis,
                StepTime.State.PROPOSED,
                person.id().value(),
                person.fullName(),
                now,
                null,
                null,
                null);
        try {
            rows.insert(time);
        } catch (DuplicateKeyException there) {
            throw new InvalidInput("from", "Langkah itu sudah punya usulan atau standar mulai tanggal ini.");
        }
        events.publishEvent(
                told(time, "Diusulkan").changing("Menit", null, minutes).because(basis));
    }

    /** By another person than proposed it, before its day is over. @throws InvalidInput otherwise */
    @PreAuthorize("hasAuthority('STANDARD_APPROVE')")
    public void approve(UUID id) {
        StepTime time = undecided(id);
        StaffMember person = staff.require();
        if (person.id().value().equals(time.proposedBy())) {
            throw new InvalidInput("decision", "Yang mengusulkan tidak dapat menyetujui usulannya sendiri.");
        }
        requireReach(person, time.office());
        notPast(time.validFrom());
        rows.decide(id, StepTime.State.APPROVED, person.fullName(), clock.instant(), null);
        events.publishEvent(told(time, "Disetujui").changing("Menit", null, time.minutes()));
    }

    @PreAuthorize("hasAuthority('STANDARD_APPROVE')")
    public void reject(UUID id, String why) {
        StepTime time = undecided(id);
        String words = why.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "Isi alasannya, paling banyak %d huruf.".formatted(LONGEST_REASON));
        }
        rows.decide(id, StepTime.State.REJECTED, staff.require().fullName(), clock.instant(), words);
        events.publishEvent(told(time, "Ditolak").because(words));
    }

    private static void requireReach(StaffMember person, @Nullable OfficeCode office) {
        if (office == null ? !person.may(Permission.OFFICE_SPAN) : !person.mayActFor(office)) {
            throw new InvalidInput("office", "Pilih kantor Anda sendiri.");
        }
    }

    private StepTime undecided(UUID id) {
        return rows.lock(id)
                .filter(time -> time.state() == StepTime.State.PROPOSED)
                .orElseThrow(() ->
                        new ChangedMeanwhile("Usulan itu baru saja diputuskan. Yang tampil kini keadaan terakhir."));
    }

    /** A standard never holds for cases that were opened before it was decided. */
    private LocalDate notPast(@Nullable LocalDate from) {
        if (from == null || from.isBefore(organisation.today(clock))) {
            throw new InvalidInput(
                    "from", "Berlaku paling cepat mulai hari ini; berkas yang sudah dibuka tidak berubah.");
        }
        return from;
    }

    private static AuditEvent told(StepTime time, String action) {
        return AuditEvent.of(
                        RECORD,
                        "%s langkah %d, mulai %s".formatted(time.standard(), time.step(), time.validFrom()),
                        action)
                .at(time.office());
    }
}
