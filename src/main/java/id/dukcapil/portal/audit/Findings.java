package id.dukcapil.portal.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Collects damages; neighbours of the same kind become one, and after a while they are only counted. */
final class Findings implements Consumer<Damage> {

    private final List<Damage> listed = new ArrayList<>();
    private int notListed;

    @Override
    public void accept(Damage damage) {
        Damage latest = listed.isEmpty() ? null : listed.getLast();
        if (latest != null && latest.isContinuedBy(damage)) {
            listed.set(listed.size() - 1, latest.until(damage.lastRow()));
        } else if (listed.size() < VerificationReport.LISTED) {
            listed.add(damage);
        } else {
            notListed++;
        }
    }

    List<Damage> listed() {
        return List.copyOf(listed);
    }

    int notListed() {
        return notListed;
    }

    void addNotListed(int more) {
        notListed += more;
    }

    VerificationReport report(long rows, long batches) {
        List<Damage> inOrder = listed.stream()
                .sorted(Comparator.comparingLong(Damage::firstRow).thenComparing(Damage::kind))
                .toList();
        return new VerificationReport(rows, batches, listed.size() + notListed, inOrder);
    }
}
