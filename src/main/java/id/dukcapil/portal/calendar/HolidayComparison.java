package id.dukcapil.portal.calendar;

import id.dukcapil.portal.calendar.HolidayImport.Change;
import id.dukcapil.portal.calendar.HolidayImport.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What distinguishes the holidays of a list from those that stand in the calendar. */
final class HolidayComparison {

    private final List<Holiday> left;
    private final List<Change> changes = new ArrayList<>();

    private HolidayComparison(List<Holiday> existing) {
        left = new ArrayList<>(existing);
    }

    /** One change for each holiday of either side, in no order; the regency's own holidays stay without one. */
    static List<Change> of(List<Holiday> existing, List<Holiday> listed) {
        var comparison = new HolidayComparison(existing);
        comparison.match(listed);
        comparison.removeWhatIsLeft();
        return comparison.changes;
    }

    /** First those that keep day and name; of the others one that keeps day and kind may have been renamed. */
    private void match(List<Holiday> listed) {
        var unmatched = new ArrayList<Holiday>();
        for (Holiday holiday : listed) {
            take(old -> isSameDayAndName(old, holiday))
                    .ifPresentOrElse(old -> changes.add(kept(old, holiday)), () -> unmatched.add(holiday));
        }
        for (Holiday holiday : unmatched) {
            changes.add(take(old -> old.date().equals(holiday.date()) && old.kind() == holiday.kind())
                    .map(old -> kept(old, holiday))
                    .orElseGet(() -> new Change(Effect.NEW, null, holiday, 0)));
        }
    }

    private void removeWhatIsLeft() {
        left.stream()
                .filter(old -> old.kind() != Holiday.Kind.LOCAL)
                .forEach(old -> changes.add(new Change(Effect.REMOVED, old, null, 0)));
    }

    private Optional<Holiday> take(Predicate<Holiday> wanted) {
        Optional<Holiday> found = left.stream().filter(wanted).findFirst();
        found.ifPresent(left::remove);
        return found;
    }

    private static boolean isSameDayAndName(Holiday one, Holiday other) {
        return one.date().equals(other.date()) && one.name().equalsIgnoreCase(other.name());
    }

    /** A list never makes a date less certain, and where it came from is no difference. */
    private static Change kept(Holiday old, Holiday listed) {
        boolean same = old.name().equals(listed.name())
                && old.kind() == listed.kind()
                && old.basis().equals(listed.basis())
                && old.certainty().equals(listed.certainty());
        return same ? new Change(Effect.SAME, old, old, 0) : new Change(Effect.CHANGED, old, listed, 0);
    }
}
