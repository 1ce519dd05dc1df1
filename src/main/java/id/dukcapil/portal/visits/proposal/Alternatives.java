package id.dukcapil.portal.visits.proposal;

import id.dukcapil.portal.visits.proposal.Proposals.Alternative;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a school stands where it stands: what else is possible, and what that costs. */
final class Alternatives {

    private static final int MOST = 3;

    private Alternatives() {}

    static List<Alternative> of(PlanSpace space, List<ProposalRow> rows, ProposalRow asked) {
        var plan = new @Nullable Placement[space.candidates.size()];
        int school = -1;
        for (int i = 0; i < plan.length; i++) {
            Candidate one = space.candidates.get(i);
            ProposalRow row =
                    rows.stream().filter(at -> isOf(at, one)).findFirst().orElse(null);
            plan[i] = row == null ? null : placement(space, i, row);
            school = row != null && row.id() == asked.id() ? i : school;
        }
        var best = new ArrayList<Alternative>();
        if (school < 0) {
            return best;
        }
        var allotment = new Allotment(space);
        var days = new HashSet<Integer>();
        for (Placement option : space.options.get(school)) {
            plan[school] = option;
            // The cheapest crew of a day stands for the day
            if (best.size() < MOST
                    && !days.contains(option.day())
                    && allotment.of(plan).missing() == 0) {
                days.add(option.day());
                best.add(new Alternative(
                        space.date(option.day()),
                        space.crews.get(option.crew()).name(),
                        option.sets(),
                        option.span(),
                        option.cost()));
            }
        }
        return best;
    }

    private static boolean isOf(ProposalRow row, Candidate school) {
        return row.npsn().equals(school.npsn()) && Objects.equals(row.visitNumber(), school.visit());
    }

    private static @Nullable Placement placement(PlanSpace space, int school, ProposalRow row) {
        return space.options.get(school).stream()
                .filter(one -> space.date(one.day()).equals(row.firstDay())
                        && space.crews.get(one.crew()).code().equals(row.crew())
                        && one.sets() == row.setCount())
                .findFirst()
                .orElse(null);
    }
}
