package id.dukcapil.portal.visits.proposal;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Improves a plan with the open edition of Timefold: one decision a school, the possibilities that the plan space found, and
 * {@link Allotment} as the judge; it reads public fields only. No bean of it exists and none of its classes is loaded before somebody asks for a proposal.
 */
public final class PlanSolver {

    /** When nothing has become better for so long, it is good enough. */
    private static final Duration STANDSTILL = Duration.ofSeconds(20);

    private PlanSolver() {}

    /**
     * @param better told each better plan, in the calling thread
     * @param stop asked twice a second
     */
    static @Nullable Placement[] improve(
            PlanSpace space,
            @Nullable Placement[] start,
            Duration limit,
            Consumer<@Nullable Placement[]> better,
            BooleanSupplier stop) {
        var config = new SolverConfig()
                .withSolutionClass(Plan.class)
                .withEntityClasses(Stop.class)
                .withEasyScoreCalculatorClass(Calculator.class)
                .withPhases(new LocalSearchPhaseConfig())
                .withTerminationSpentLimit(limit)
                .withTerminationUnimprovedSpentLimit(STANDSTILL.compareTo(limit) < 0 ? STANDSTILL : limit);
        Solver<Plan> solver = SolverFactory.<Plan>create(config).buildSolver();
        solver.addEventListener(
                event -> better.accept(event.getNewBestSolution().chosen()));
        Thread watch = Thread.ofVirtual().start(() -> stopWhenAsked(solver, stop));
        try {
            return solver.solve(Plan.of(space, start)).chosen();
        } finally {
            watch.interrupt();
        }
    }

    private static void stopWhenAsked(Solver<Plan> solver, BooleanSupplier stop) {
        try {
            while (!stop.getAsBoolean() || !solver.terminateEarly()) {
                Thread.sleep(Duration.ofMillis(500));
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    /** A school with its decision. */
    @PlanningEntity
    @SuppressWarnings("NullAway.Init")
    public static final class Stop {

        @PlanningId
        public int place;

        @PlanningVariable(allowsUnassigned = true)
        public @Nullable Integer choice;
    }

    /**
     * All of them. A choice is a day, a crew and the first, second … number of sets that is worth while there; so two schools
     * can change places though each needs its own number of sets.
     */
    @PlanningSolution
    @SuppressWarnings("NullAway.Init")
    public static final class Plan {

        public Allotment allotment;
        public @Nullable Placement[][] table;

        @ValueRangeProvider
        public List<Integer> choices;

        @PlanningEntityCollectionProperty
        public List<Stop> stops;

        @PlanningScore
        public @Nullable HardMediumSoftScore score;

        static Plan of(PlanSpace space, @Nullable Placement[] start) {
            var plan = new Plan();
            plan.allotment = new Allotment(space);
            List<Long> keys = space.options.stream()
                    .flatMap(options -> options.stream().map(Plan::key))
                    .distinct()
                    .sorted()
                    .toList();
            plan.choices = IntStream.range(0, keys.size()).boxed().toList();
            plan.table = new @Nullable Placement[start.length][keys.size()];
            plan.stops = new ArrayList<>();
            for (int place = 0; place < start.length; place++) {
                List<Placement> options = space.options.get(place);
                var stop = new Stop();
                stop.place = place;
                for (Placement option : options) {
                    int choice = Collections.binarySearch(keys, key(option));
                    plan.table[place][choice] = option;
                    if (option.equals(start[place])) {
                        stop.choice = choice;
                    }
                }
                if (!options.isEmpty()) {
                    plan.stops.add(stop);
                }
            }
            return plan;
        }

        private static Long key(Placement option) {
            return (option.day() * (long) Long.SIZE + option.crew()) * PlanSpace.MOST_SETS + option.rank();
        }

        @Nullable
        Placement[] chosen() {
            var chosen = new @Nullable Placement[table.length];
            for (Stop stop : stops) {
                Integer choice = stop.choice;
                chosen[stop.place] = choice == null ? null : table[stop.place][choice];
            }
            return chosen;
        }
    }

    /** Hard: what is missing; medium: pupils of schools that are left out; soft: the cost. */
    public static final class Calculator implements EasyScoreCalculator<Plan, HardMediumSoftScore> {

        @Override
        public HardMediumSoftScore calculateScore(Plan plan) {
            Allotment given = plan.allotment.of(plan.chosen());
            return HardMediumSoftScore.of(-given.missing(), -given.leftOut(), -given.cost());
        }
    }
}
