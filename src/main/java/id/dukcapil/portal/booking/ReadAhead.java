package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.population.Person;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a round knows before it locks its day.
 *
 * @param lookedUp in the register
 * @param known of them there; what the register says does not hang on the lock
 */
record ReadAhead(BookableDay day, Set<Nik> lookedUp, Map<Nik, Person> known) {

    /** All of those who are known, of whom only those are looked up now who came since. */
    Map<Nik, Person> people(Set<Nik> wanted, Function<Collection<Nik>, Map<Nik, Person>> register) {
        var missing = new HashSet<>(wanted);
        missing.removeAll(lookedUp);
        if (missing.isEmpty()) {
            return known;
        }
        var people = new HashMap<>(known);
        people.putAll(register.apply(missing));
        return people;
    }
}
