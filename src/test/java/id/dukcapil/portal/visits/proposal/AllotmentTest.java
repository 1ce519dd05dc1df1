package id.dukcapil.portal.visits.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.plan.BrokenRule;
import id.dukcapil.portal.visits.plan.VisitRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The numbers that the solver works with say the same as the rules in words. */
class AllotmentTest {

    private static final int WORLDS = 200;
    private static final int PLANS = 50;

    private static List<BrokenRule> broken(PlanWorld world, List<@Nullable Arrangement> plan) {
        List<Arrangement> placed = plan.stream().filter(Objects::nonNull).toList();
        var rules = new VisitRules(world.facts(placed));
        return placed.stream().flatMap(visit -> rules.broken(visit).stream()).toList();
    }

    @Test
    void onTenThousandRandomPlansSolverAndRulesAgreeWhetherARuleIsBroken() {
        int kept = 0;
        for (int number = 0; number < WORLDS; number++) {
            PlanWorld world = new PlanWorld(number, 12, 3, 4, 2).schools(6, 240).published(3);
            PlanSpace space = world.space();
            var dice = new Random(number);
            var allotment = new Allotment(space);
            for (int plan = 0; plan < PLANS; plan++) {
                @Nullable Placement[] chosen = random(space, dice);
                allotment.of(chosen);
                List<BrokenRule> broken = broken(world, allotment.arrangements(chosen));
                assertThat(broken.isEmpty())
                        .as("world %d, plan %d: %d missing, %s", number, plan, allotment.missing(), broken)
                        .isEqualTo(allotment.missing() == 0);
                kept += broken.isEmpty() ? 1 : 0;
            }
        }
        // Neither answer is rare
        assertThat(kept).isBetween(1_000, 9_000);
    }

    private static @Nullable Placement[] random(PlanSpace space, Random dice) {
        var chosen = new @Nullable Placement[space.candidates.size()];
        for (int i = 0; i < chosen.length; i++) {
            List<Placement> options = space.options.get(i);
            chosen[i] = options.isEmpty() || dice.nextInt(3) == 0 ? null : options.get(dice.nextInt(options.size()));
        }
        return chosen;
    }

    @Test
    void theSolverOnlyImprovesTheFirstPlanAndBreaksNoRule() {
        PlanWorld world = new PlanWorld(7, 60, 3, 5, 2).schools(25, 1_500).published(5);
        PlanSpace space = world.space();
        @Nullable Placement[] first = FirstFit.of(space);
        long before = new Allotment(space).of(first).cost();
        var told = new ArrayList<Long>();
        @Nullable
        Placement[] best = PlanSolver.improve(
                space,
                first,
                Duration.ofSeconds(2),
                better -> told.add(new Allotment(space).of(better).cost()),
                () -> false);
        Allotment after = new Allotment(space).of(best);
        assertThat(after.missing()).isZero();
        assertThat(after.leftOut()).isZero();
        assertThat(after.cost()).isLessThan(before).isEqualTo(told.getLast());
        assertThat(broken(world, after.arrangements(best))).isEmpty();
        assertThat(after.costs(best).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(after.cost());
    }

    @Test
    void whatCannotFitIsSaidBeforeAnyPlanIsMade() {
        Capacity capacity =
                Capacity.of(new PlanWorld(3, 20, 2, 1, 1).schools(30, 2_000).space());
        assertThat(capacity.missingHours()).isPositive();
        assertThat(capacity.leftOut().values()).anyMatch(why -> why.contains("tidak cukup"));
        assertThat(Capacity.of(new PlanWorld(3, 90, 3, 5, 3).schools(20, 900).space())
                        .missingHours())
                .isZero();
    }
}
