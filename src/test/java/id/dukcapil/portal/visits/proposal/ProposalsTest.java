package id.dukcapil.portal.visits.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.visits.VisitScenario;
import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.plan.Schedule;
import id.dukcapil.portal.visits.proposal.ProposalRow.Change;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.Visits;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A proposal leaves published visits in place, moves what is in conflict, and is stored only where all rules are kept. */
@IntegrationTest
class ProposalsTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 8, 2);
    private static final LocalDate LAST = FIRST.plusDays(18);

    @Autowired
    VisitScenario given;

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalJob job;

    @Autowired
    ProposalRecords records;

    @Autowired
    Schedule schedule;

    @Autowired
    Visits visits;

    @AfterEach
    void forget() {
        records.latest().ifPresent(one -> records.end(one.id(), ProposalStatus.DISCARDED, null));
    }

    private <T> T planner(Supplier<T> work) {
        return given.as(VisitScenario.PLANNER, work);
    }

    private VisitDetails agreed(LocalDate day, String crew, String set) {
        String npsn = given.school();
        return planner(() -> {
            VisitDetails draft = visits.plan(npsn, day, 1);
            var wanted = new Arrangement(
                    draft.number(),
                    draft.schoolName(),
                    schedule.arrangement(draft).kind(),
                    day,
                    1,
                    30,
                    crew,
                    null,
                    Set.of(set));
            VisitDetails arranged =
                    schedule.arrange(draft.version(), wanted, "Untuk uji").orElseThrow();
            return visits.agree(arranged.number(), arranged.version()).orElseThrow();
        });
    }

    private Proposal made() {
        planner(() -> {
            proposals.ask(FIRST, LAST, Duration.ofSeconds(2));
            return true;
        });
        UUID id = records.latest().orElseThrow().id();
        job.carryOut(id.toString(), () -> false);
        return records.find(id).orElseThrow();
    }

    private ProposalRow row(Proposal proposal, VisitDetails visit) {
        return records.rows(proposal.id()).stream()
                .filter(one -> visit.number().equals(one.visitNumber()))
                .findFirst()
                .orElseThrow();
    }

    private VisitDetails now(VisitDetails visit) {
        return planner(() -> visits.find(visit.number())).orElseThrow();
    }

    @Test
    void aConflictIsSolvedAroundWhatIsPublishedAndAcceptedOnlyOnce() {
        given.resources();
        VisitDetails published = planner(() -> {
            VisitDetails visit = agreed(FIRST, "U1", "U1");
            return visits.publish(visit.number(), visit.version()).orElseThrow();
        });
        VisitDetails conflict = agreed(FIRST, "U1", "U1");
        VisitDetails holiday = agreed(LocalDate.of(2027, 8, 17), "U2", "U2");
        Proposal proposal = made();
        assertThat(proposal.status()).isEqualTo(ProposalStatus.DONE);
        assertThat(records.rows(proposal.id()))
                .noneMatch(one -> published.number().equals(one.visitNumber()));
        ProposalRow moved = row(proposal, conflict);
        assertThat(moved.changeKind()).isIn(Change.DAY, Change.CREW);
        assertThat(row(proposal, holiday).changeKind()).isEqualTo(Change.DAY);
        assertThat(planner(() -> proposals.alternatives(proposal, moved)))
                .hasSize(3)
                .isSortedAccordingTo((one, other) -> Long.compare(one.cost(), other.cost()));
        planner(() -> {
            proposals.accept(moved);
            return true;
        });
        assertThat(now(conflict).crew()).isEqualTo(moved.crew());
        assertThat(now(conflict).first()).isEqualTo(moved.firstDay());
        assertThat(now(conflict).overridden()).isNull();
        assertThatThrownBy(() -> planner(() -> {
                    proposals.accept(moved);
                    return true;
                }))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("sudah diputuskan");
    }

    @Test
    void whatIsBrokenByNowIsNotAccepted() {
        given.resources();
        VisitDetails visit = agreed(LocalDate.of(2027, 8, 17), "U1", "U1");
        Proposal proposal = made();
        ProposalRow row = row(proposal, visit);
        // Meanwhile another planner takes crew and set of that day
        agreed(Objects.requireNonNull(row.firstDay()), String.valueOf(row.crew()), row.sets());
        assertThatThrownBy(() -> planner(() -> {
                    proposals.accept(row);
                    return true;
                }))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("sudah di");
        assertThat(now(visit).first()).isEqualTo(LocalDate.of(2027, 8, 17));
        assertThat(row(proposal, visit).isOpen()).isTrue();
    }

    @Test
    void oneProposalIsMadeAtATime() {
        planner(() -> {
            proposals.ask(FIRST, LAST, Duration.ofSeconds(2));
            return true;
        });
        assertThatThrownBy(() -> planner(() -> {
                    proposals.ask(FIRST, LAST, Duration.ofSeconds(2));
                    return true;
                }))
                .hasMessageContaining("sedang disusun");
        Proposal running = records.latest().orElseThrow();
        assertThatThrownBy(() -> planner(() -> {
                    proposals.discard(running.id());
                    return true;
                }))
                .hasMessageContaining("Hentikan dahulu");
        assertThat(running.status().isRunning()).isTrue();
    }
}
