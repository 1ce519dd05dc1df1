package id.dukcapil.portal.visits.proposal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plans in one go: the schools one after the other, each at the first place that keeps all rules. */
final class FirstFit {

    private FirstFit() {}

    /** The schools with the fewest possibilities and the most pupils first, each at its cheapest place. */
    static @Nullable Placement[] of(PlanSpace space) {
        List<Integer> order = IntStream.range(0, space.candidates.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer one) -> space.options.get(one).size() / 50)
                        .thenComparing(one -> -space.candidates.get(one).pupils()))
                .toList();
        return placed(space, order, space.options);
    }

    /** As it is done by hand: in the order of the list, two sets or as many as are needed, on the next day that is free. */
    static @Nullable Placement[] naive(PlanSpace space) {
        List<List<Placement>> byDay = space.options.stream()
                .map(options -> options.stream()
                        .filter(one -> one.sets() <= 2)
                        .sorted(Comparator.comparingInt(Placement::day)
                                .thenComparing(one -> -one.sets())
                                .thenComparingInt(Placement::crew))
                        .toList())
                .toList();
        return placed(space, IntStream.range(0, space.candidates.size()).boxed().toList(), byDay);
    }

    private static @Nullable Placement[] placed(PlanSpace space, List<Integer> order, List<List<Placement>> options) {
        var allotment = new Allotment(space);
        var chosen = new @Nullable Placement[space.candidates.size()];
        for (int school : order) {
            for (Placement option : options.get(school)) {
                chosen[school] = option;
                if (allotment.of(chosen).missing() == 0) {
                    break;
                }
                chosen[school] = null;
            }
        }
        return chosen;
    }
}
