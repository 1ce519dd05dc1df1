package id.dukcapil.portal.visits.plan;

import id.dukcapil.portal.visits.school.SchoolKind;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A visit as the rules see it: when, with whom and with what.
 *
 * @param number of the visit; it is not in its own way
 * @param crew null for none yet
 * @param vehicle null for none
 * @param helpers operators of other crews who go along, because each set needs one
 */
public record Arrangement(
        String number,
        String school,
        SchoolKind kind,
        LocalDate first,
        int days,
        int pupils,
        @Nullable String crew,
        @Nullable String vehicle,
        Set<String> sets,
        Set<Long> helpers) {

    public Arrangement {
        sets = Set.copyOf(sets);
        helpers = Set.copyOf(helpers);
    }

    /** Without operators of other crews. */
    public Arrangement(
            String number,
            String school,
            SchoolKind kind,
            LocalDate first,
            int days,
            int pupils,
            @Nullable String crew,
            @Nullable String vehicle,
            Set<String> sets) {
        this(number, school, kind, first, days, pupils, crew, vehicle, sets, Set.of());
    }

    public LocalDate last() {
        return first.plusDays(days - 1L);
    }

    boolean meets(Arrangement other) {
        return !number.equals(other.number) && !first.isAfter(other.last()) && !last().isBefore(other.first);
    }

    public Arrangement on(LocalDate day) {
        return new Arrangement(number, school, kind, day, days, pupils, crew, vehicle, sets, helpers);
    }

    public Arrangement with(@Nullable String otherCrew, @Nullable String otherVehicle) {
        return new Arrangement(number, school, kind, first, days, pupils, otherCrew, otherVehicle, sets, helpers);
    }

    /** @param instead who stays at the office; null for none */
    Arrangement withHelper(@Nullable Long instead, long more) {
        var changed = new TreeSet<>(helpers);
        if (instead != null) {
            changed.remove(instead);
        }
        changed.add(more);
        return of(sets, changed);
    }

    public Arrangement of(Set<String> otherSets, Set<Long> otherHelpers) {
        return new Arrangement(number, school, kind, first, days, pupils, crew, vehicle, otherSets, otherHelpers);
    }

    Arrangement withSet(@Nullable String instead, String more) {
        var changed = new TreeSet<>(sets);
        if (instead != null) {
            changed.remove(instead);
        }
        changed.add(more);
        return of(changed, helpers);
    }
}
