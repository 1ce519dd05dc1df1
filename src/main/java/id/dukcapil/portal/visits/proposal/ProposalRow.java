package id.dukcapil.portal.visits.proposal;

import id.dukcapil.portal.visits.plan.Arrangement;
import id.dukcapil.portal.visits.school.SchoolKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed for one school.
 *
 * @param visitNumber null while there is no visit
 * @param seen version of the visit that was looked at
 * @param informed whether the school knows its present day
 * @param firstDay null when the school is left out
 * @param note how it stands now, or why it is left out
 */
public record ProposalRow(
        long id,
        String npsn,
        String schoolName,
        SchoolKind kind,
        @Nullable String visitNumber,
        long seen,
        boolean informed,
        int pupils,
        @Nullable LocalDate firstDay,
        int days,
        @Nullable String crew,
        @Nullable String vehicle,
        String sets,
        String helpers,
        long cost,
        Change changeKind,
        String note,
        Decision decision) {

    /** What would become different. */
    public enum Change {
        NEW("baru"),
        DAY("pindah hari"),
        CREW("ganti tim"),
        SETS("ganti set"),
        SAME("tetap"),
        LEFT_OUT("tidak ikut");

        private final String label;

        Change(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        static Change of(Candidate school, @Nullable Arrangement proposed) {
            Arrangement now = school.now();
            if (proposed == null) {
                return LEFT_OUT;
            }
            if (now == null) {
                return NEW;
            }
            if (!now.first().equals(proposed.first()) || now.days() != proposed.days()) {
                return DAY;
            }
            if (!Objects.equals(proposed.crew(), now.crew())) {
                return CREW;
            }
            boolean same = now.sets().equals(proposed.sets()) && now.helpers().equals(proposed.helpers());
            return same ? SAME : SETS;
        }
    }

    /** What the planner said to it. */
    public enum Decision {
        OPEN,
        ACCEPTED,
        REJECTED
    }

    Set<String> setCodes() {
        return sets.isEmpty() ? Set.of() : Set.of(sets.split(","));
    }

    Set<Long> helperIds() {
        return helpers.isEmpty()
                ? Set.of()
                : Arrays.stream(helpers.split(",")).map(Long::valueOf).collect(Collectors.toSet());
    }

    public int setCount() {
        return setCodes().size();
    }

    /** Whether there is something to accept. */
    public boolean isOpen() {
        return decision == Decision.OPEN && firstDay != null && changeKind != Change.SAME;
    }

    Arrangement arrangement(String number, LocalDate day) {
        return new Arrangement(number, schoolName, kind, day, days, pupils, crew, vehicle, setCodes(), helperIds());
    }
}
