package id.dukcapil.portal.visits.proposal;

import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.school.SchoolKind;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A school that needs a day.
 *
 * @param visit number of its visit; null when there is none yet
 * @param seen version of that visit
 * @param informed whether the school knows the day of that visit
 * @param published whether it is published and breaks a rule, so that it may move after all
 * @param pupils to record
 * @param travel minutes there
 * @param wished the day that the school asked for
 * @param now how the visit stands in the plan; null when there is none yet
 */
public record Candidate(
        @Nullable String visit,
        long seen,
        boolean informed,
        boolean published,
        String npsn,
        String school,
        SchoolKind kind,
        int pupils,
        int travel,
        @Nullable LocalDate wished,
        @Nullable Arrangement now) {

    /** The visit's number; for a visit that does not exist yet one that no visit has. */
    String key() {
        return visit == null ? "baru-" + npsn : visit;
    }

    Arrangement on(LocalDate day, int days) {
        return new Arrangement(key(), school, kind, day, days, pupils, null, null, Set.of());
    }
}
