package id.dukcapil.portal.visits.visit;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it stands.
 *
 * @param recorded pupils recorded; null before it is done
 * @param token opens the page of the school's answer
 * @param letterNumber null before the letter
 * @param answer null before the school answered
 * @param helpers operators of other crews who go along
 * @param overridden rules that are broken on purpose, with the reason; null for none
 * @param assignmentNumber of the Surat Tugas; null before it was published
 * @param version to be given back with a decision about what was seen
 */
public record VisitDetails(
        UUID id,
        String number,
        OfficeCode office,
        String npsn,
        String schoolName,
        VisitStatus status,
        LocalDate first,
        int days,
        int expected,
        @Nullable Integer recorded,
        String token,
        @Nullable String letterNumber,
        @Nullable SchoolAnswer answer,
        @Nullable String crew,
        @Nullable String vehicle,
        Set<String> sets,
        Set<Long> helpers,
        @Nullable String overridden,
        @Nullable String assignmentNumber,
        long version,
        List<StepTaken<VisitStatus, VisitAction>> history) {

    public VisitDetails {
        sets = Set.copyOf(sets);
        helpers = Set.copyOf(helpers);
        history = List.copyOf(history);
    }

    public LocalDate last() {
        return first.plusDays(days - 1L);
    }

    public StepTaken<VisitStatus, VisitAction> lastStep() {
        return history.getLast();
    }
}
