package id.dukcapil.portal.visits.proposal;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.platform.JobQueue;
import id.dukcapil.portal.platform.OneOffJob;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.plan.VisitRules;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a proposal: capacity, first plan, improvement, and the rules have the last word. Goes on while the planner is elsewhere. */
@Component
class ProposalJob extends OneOffJob {

    private static final long TELL_EVERY = Duration.ofSeconds(1).toNanos();

    private final Candidates candidates;
    private final ProposalRecords records;
    private final ActingSystem system;
    private final TransactionTemplate transaction;

    ProposalJob(
            Candidates candidates,
            ProposalRecords records,
            ActingSystem system,
            TransactionTemplate transaction,
            JobQueue queue,
            Clock clock) {
        super(
                "visits-proposal",
                "Menyusun usulan rencana kunjungan",
                "segera setelah diminta",
                2,
                Duration.ofSeconds(10),
                queue,
                clock);
        this.candidates = candidates;
        this.records = records;
        this.system = system;
        this.transaction = transaction;
    }

    /** In the transaction of whoever asks. */
    void schedule(UUID id) {
        schedule(id.toString());
    }

    @Override
    protected Optional<Duration> carryOut(String work, BooleanSupplier stopAsked) {
        Proposal proposal = records.find(UUID.fromString(work)).orElse(null);
        if (proposal != null && proposal.status().isRunning()) {
            system.with(Set.of(Permission.VISIT_READ, Permission.VISIT_PLAN), () -> make(proposal, stopAsked));
        }
        return stopAsked.getAsBoolean() ? GO_ON : OVER;
    }

    @Override
    protected void giveUp(String work, Throwable cause) {
        records.end(UUID.fromString(work), ProposalStatus.FAILED, "Usulan tidak dapat disusun karena gangguan.");
    }

    private void make(Proposal proposal, BooleanSupplier stopAsked) {
        long start = System.nanoTime();
        PlanSpace space = candidates.space(proposal.office(), proposal.firstDay(), proposal.lastDay());
        Capacity capacity = Capacity.of(space);
        @Nullable Placement[] first = FirstFit.of(space);
        long firstCost = new Allotment(space).of(first).cost();
        records.checked(proposal.id(), capacity, months(space, capacity, first));
        records.first(
                proposal.id(),
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                new Allotment(space).of(FirstFit.naive(space)).cost(),
                firstCost);
        @Nullable
        Placement[] best = space.options.stream().allMatch(List::isEmpty)
                ? first
                : PlanSolver.improve(
                        space,
                        first,
                        Duration.ofSeconds(proposal.seconds()),
                        new Teller(proposal.id(), space, start)::tell,
                        () -> stopAsked.getAsBoolean() || asked(proposal.id()));
        if (!stopAsked.getAsBoolean()) {
            transaction.executeWithoutResult(status -> finish(proposal, space, capacity, first, best));
        }
    }

    private boolean asked(UUID id) {
        return records.find(id).map(Proposal::stopAsked).orElse(true);
    }

    private void finish(
            Proposal proposal,
            PlanSpace space,
            Capacity capacity,
            @Nullable Placement[] first,
            @Nullable Placement[] best) {
        Allotment given = new Allotment(space).of(best);
        List<@Nullable Arrangement> plan = given.arrangements(best);
        Map<String, String> refused = refused(space, plan);
        var rows = new ArrayList<@Nullable Object[]>();
        for (int i = 0; i < plan.size(); i++) {
            Candidate school = space.candidates.get(i);
            Arrangement at = plan.get(i);
            String why = refused.get(school.key());
            Placement placement = best[i];
            if (at == null || why != null) {
                String note = why != null
                        ? why
                        : capacity.leftOut()
                                .getOrDefault(i, "Tidak ada hari dengan tim, set, operator dan kendaraan yang bebas.");
                rows.add(ProposalRecords.row(proposal.id(), school, null, 0, note));
            } else {
                long cost = placement == null ? 0 : placement.cost();
                rows.add(ProposalRecords.row(proposal.id(), school, at, cost, now(school)));
            }
        }
        records.replaceRows(proposal.id(), rows);
        Map<CostRule, Long> before = new Allotment(space).of(first).costs(first);
        Map<CostRule, Long> after = given.costs(best);
        records.costs(
                proposal.id(),
                after.entrySet().stream()
                        .map(one -> "%s:%d:%d".formatted(one.getKey(), before.get(one.getKey()), one.getValue()))
                        .collect(Collectors.joining(",")));
        records.checked(proposal.id(), capacity, months(space, capacity, best));
        records.end(proposal.id(), ProposalStatus.DONE, null);
    }

    /** What the rules refuse, with their sentence: nothing, as long as solver and rules agree. */
    private static Map<String, String> refused(PlanSpace space, List<@Nullable Arrangement> plan) {
        List<Arrangement> placed = plan.stream().filter(Objects::nonNull).toList();
        var others = new ArrayList<>(space.fixed());
        others.addAll(placed);
        var rules = new VisitRules(space.facts.with(others));
        var refused = new TreeMap<String, String>();
        placed.forEach(visit -> rules.broken(visit).stream()
                .findFirst()
                .ifPresent(broken -> refused.put(visit.number(), broken.sentence())));
        return refused;
    }

    private static String now(Candidate school) {
        Arrangement now = school.now();
        return now == null
                ? "belum terjadwal"
                : "%s, %s, %d set"
                        .formatted(
                                Formats.shortDate(now.first()),
                                now.crew() == null ? "tanpa tim" : "Tim " + now.crew(),
                                now.sets().size());
    }

    /** Minutes on one set that the plan needs, and those available, by month. */
    private static String months(PlanSpace space, Capacity capacity, @Nullable Placement[] plan) {
        var needed = new TreeMap<YearMonth, Long>();
        for (int i = 0; i < plan.length; i++) {
            Placement at = plan[i];
            if (at != null) {
                needed.merge(
                        YearMonth.from(space.date(at.day())),
                        (long) space.candidates.get(i).pupils() * VisitRules.MINUTES_A_PUPIL,
                        Long::sum);
            }
        }
        return capacity.months().entrySet().stream()
                .map(one -> "%s:%d:%d".formatted(one.getKey(), needed.getOrDefault(one.getKey(), 0L), one.getValue()))
                .collect(Collectors.joining(","));
    }

    /** Writes down that a plan has become better, once a second at most. */
    private final class Teller {

        private final UUID id;
        private final Allotment allotment;
        private final long start;
        private long last;

        Teller(UUID id, PlanSpace space, long start) {
            this.id = id;
            this.allotment = new Allotment(space);
            this.start = start;
            this.last = start;
        }

        void tell(@Nullable Placement[] better) {
            long now = System.nanoTime();
            if (now - last >= TELL_EVERY) {
                last = now;
                records.better(
                        id,
                        Duration.ofNanos(now - start).toSeconds(),
                        allotment.of(better).cost());
            }
        }
    }
}
