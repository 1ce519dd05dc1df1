package id.dukcapil.portal.sla;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One numbered row of a procedure.
 *
 * @param actors who carries it out, in the order of the swim lanes
 * @param requirement "Kelengkapan"
 * @param printedTime the cell as printed; none where it is empty
 * @param note "Keterangan"
 */
public record StandardStep(
        int number,
        String description,
        List<String> actors,
        @Nullable String requirement,
        @Nullable String printedTime,
        TargetTime time,
        @Nullable String output,
        @Nullable String note) {

    private static final Set<String> APPLICANTS = Set.of("Pemohon", "Penduduk");
    private static final String SYSTEM = "Sistem";

    public StandardStep {
        actors = List.copyOf(actors);
    }

    /** Whether the applicant carries it out without the office: alone, or at a screen of the system. */
    public boolean isApplicants() {
        return actors.stream().anyMatch(APPLICANTS::contains)
                && actors.stream().allMatch(actor -> APPLICANTS.contains(actor) || actor.equals(SYSTEM));
    }
}
