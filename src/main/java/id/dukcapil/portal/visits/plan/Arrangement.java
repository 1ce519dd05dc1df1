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
        Set<String> sets) {

    public Arrangement {
        sets = Set.copyOf(sets);
    }

    public LocalDate last() {
        return first.plusDays(days - 1L);
    }

    boolean meets(Arrangement other) {
        return !number.equals(other.number) && !first.isAfter(other.last()) && !last().isBefore(other.first);
    }

    public Arrangement on(LocalDate day) {
        return new Arrangement(number, school, kind, day, days, pupils, crew, vehicle, sets);
    }

    Arrangement with(@Nullable String otherCrew, @Nullable String otherVehicle) {
        return new Arrangement(number, school, kind, first, days, pupils, otherCrew, otherVehicle, sets);
    }

    Arrangement withSet(@Nullable String instead, String more) {
        var changed = new TreeSet<>(sets);
        if (instead != null) {
            changed.remove(instead);
        }
        changed.add(more);
        return new Arrangement(number, school, kind, first, days, pupils, crew, vehicle, changed);
    }
}
