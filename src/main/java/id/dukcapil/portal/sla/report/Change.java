package id.dukcapil.portal.sla.report;

import id.dukcapil.portal.sla.stay.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why the share that is on time is not what it was: what each group did better or worse, weighed by its part of the whole now,
 * and what is due to another mix. All parts together are the change.
 *
 * @param group null for the mix
 * @param points of the share on time, between -1 and 1
 */
public record Change<K>(@Nullable K group, double points) {

    /** The largest first; nothing when one of the periods has nothing that was measured. */
    public static <K> List<Change<K>> of(Map<K, Tally> before, Map<K, Tally> now) {
        long allBefore = measured(before);
        long allNow = measured(now);
        if (allBefore == 0 || allNow == 0) {
            return List.of();
        }
        double share = share(before, allBefore);
        double total = share(now, allNow) - share;
        var groups = new HashSet<K>(before.keySet());
        groups.retainAll(now.keySet());
        var parts = new ArrayList<Change<K>>();
        double own = 0;
        for (K group : groups) {
            Tally then = before.getOrDefault(group, Tally.NONE);
            Tally today = now.getOrDefault(group, Tally.NONE);
            if (then.measured() > 0 && today.measured() > 0) {
                double points = (double) today.measured() / allNow * (today.onTimeShare() - then.onTimeShare());
                own += points;
                parts.add(new Change<>(group, points));
            }
        }
        parts.sort(Comparator.comparingDouble(part -> -Math.abs(part.points())));
        parts.add(new Change<>(null, total - own));
        return parts;
    }

    private static <K> long measured(Map<K, Tally> groups) {
        return groups.values().stream().mapToLong(Tally::measured).sum();
    }

    private static <K> double share(Map<K, Tally> groups, long all) {
        return (double) groups.values().stream().mapToLong(Tally::onTime).sum() / all;
    }
}
