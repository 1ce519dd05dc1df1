package id.dukcapil.portal.visits.proposal;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.StaffMember;
import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.plan.Schedule;
import id.dukcapil.portal.visits.proposal.ProposalRow.Decision;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.Visits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposals of a plan: asked for, looked at, accepted as a whole or piece by piece. */
@Service
@PreAuthorize("hasAuthority('VISIT_PLAN')")
@Transactional(readOnly = true)
public class Proposals {

    /** As long as a planner waits at most. */
    public static final Duration USUAL = Duration.ofSeconds(55);

    private static final int MOST_DAYS = 366;

    private final ProposalRecords records;
    private final ProposalJob job;
    private final Candidates candidates;
    private final Visits visits;
    private final Schedule schedule;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final Clock clock;

    Proposals(
            ProposalRecords records,
            ProposalJob job,
            Candidates candidates,
            Visits visits,
            Schedule schedule,
            CurrentStaff staff,
            Organisation organisation,
            Clock clock) {
        this.records = records;
        this.job = job;
        this.candidates = candidates;
        this.visits = visits;
        this.schedule = schedule;
        this.staff = staff;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @throws InvalidInput when the days are wrong, or when a proposal is being made already */
    @Transactional
    public void ask(LocalDate first, LocalDate last, Duration limit) {
        if (!first.isAfter(organisation.today(clock))) {
            throw new InvalidInput("first", "Usulan dimulai paling cepat besok.");
        }
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            throw new InvalidInput("last", "Hari terakhir sesudah hari pertama, paling lama setahun.");
        }
        StaffMember by = staff.require();
        Instant now = clock.instant();
        var proposal = new Proposal(
                TimeOrderedId.at(now),
                by.office(),
                first,
                last,
                Math.toIntExact(limit.toSeconds()),
                ProposalStatus.WAITING,
                false,
                by.fullName(),
                now,
                0,
                0,
                0,
                0,
                0,
                0,
                "",
                "",
                "",
                null);
        if (!records.begin(proposal)) {
            throw new InvalidInput("first", "Usulan lain sedang disusun; tunggu atau hentikan dahulu.");
        }
        job.schedule(proposal.id());
    }

    public Optional<Proposal> latest() {
        return records.latest();
    }

    public List<ProposalRow> rows(UUID proposal) {
        return records.rows(proposal);
    }

    /** How many schools the proposal says nothing of, because their list is lacking. */
    public int withoutList(Proposal proposal) {
        return candidates.withoutList(proposal.firstDay(), proposal.lastDay());
    }

    /** The best plan so far is kept. */
    @Transactional
    public void stop(UUID proposal) {
        records.askToStop(proposal);
    }

    /** @throws InvalidInput while it is being made */
    @Transactional
    public void discard(UUID proposal) {
        if (records.find(proposal).stream().anyMatch(one -> one.status().isRunning())) {
            throw new InvalidInput("proposal", "Hentikan dahulu penyusunannya.");
        }
        records.end(proposal, ProposalStatus.DISCARDED, null);
    }

    /**
     * Plans or arranges the visit as proposed.
     *
     * @throws InvalidInput when a rule is broken by now or the row was decided already
     */
    @Transactional
    public void accept(ProposalRow row) {
        LocalDate day = row.firstDay();
        if (day == null || !records.decide(row.id(), Decision.OPEN, Decision.ACCEPTED)) {
            throw new InvalidInput("row", "%s sudah diputuskan.".formatted(row.schoolName()));
        }
        String number = row.visitNumber();
        long seen = row.seen();
        if (number == null) {
            VisitDetails draft = visits.plan(row.npsn(), day, row.days());
            number = draft.number();
            seen = draft.version();
        }
        Arrangement wanted = row.arrangement(number, day);
        if (schedule.keep(staff.require().office(), seen, wanted, "Usulan rencana diterima")
                .isEmpty()) {
            throw new InvalidInput("row", "%s tidak terjangkau dari kantor Anda.".formatted(row.schoolName()));
        }
    }

    @Transactional
    public void reject(ProposalRow row) {
        records.decide(row.id(), Decision.OPEN, Decision.REJECTED);
    }

    /** A possibility for one school, while all others stay as they are proposed. */
    public record Alternative(LocalDate day, String crew, int sets, int days, long cost) {}

    /** The three best of them, each on another day or with another crew; they keep all rules. */
    public List<Alternative> alternatives(Proposal proposal, ProposalRow row) {
        PlanSpace space = candidates.space(proposal.office(), proposal.firstDay(), proposal.lastDay());
        return Alternatives.of(space, records.rows(proposal.id()), row);
    }
}
