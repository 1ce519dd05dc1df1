package id.dukcapil.portal.sla;

import id.dukcapil.portal.common.WaitingFor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the clock of one case is read from: where the case stayed, and when the office could not work.
 *
 * @param intervals by time; they do not overlap, and only the last one may still go on
 * @param pauses in any order; they may overlap
 */
public record CaseHistory(List<CaseInterval> intervals, List<ClockPause> pauses) {

    /** @throws IllegalArgumentException when the case would be in two places at once */
    public CaseHistory {
        intervals = List.copyOf(intervals);
        pauses = List.copyOf(pauses);
        for (int next = 1; next < intervals.size(); next++) {
            requireInOrder(intervals.get(next - 1), intervals.get(next));
        }
    }

    /** Where the case is now; empty when it has ended or has not begun. */
    Optional<CaseInterval> present() {
        return intervals.isEmpty()
                ? Optional.empty()
                : Optional.of(intervals.getLast())
                        .filter(CaseInterval::isRunning)
                        .filter(stay -> !stay.waitsFor(WaitingFor.NOBODY));
    }

    private static void requireInOrder(CaseInterval before, CaseInterval after) {
        Instant left = before.to();
        if (left == null || left.isAfter(after.from())) {
            throw new IllegalArgumentException("The case entered step %d at %s before it left step %d"
                    .formatted(after.step(), after.from(), before.step()));
        }
    }
}
