package id.dukcapil.portal.sla.stay;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is over: a stay of a case in one step, or the whole case as step 0.
 *
 * @param officer who ended the stay; null when it was not one of the staff, and for a whole case
 * @param forOffice whether the office was waited for, not the applicant
 * @param began in the zone of the office, as {@code ended} is
 * @param worked seconds of working time without pauses; calendar time while the applicant was waited for
 * @param target seconds for the step, or for all steps together; null when the procedure says nothing
 * @param late whether the step, with the stays in it before, or the case had used up more than its target
 * @param path of a whole case, its steps in their order: "6-7-8-9"; null for a stay
 */
public record Stay(
        UUID caseId,
        String standard,
        int step,
        OfficeCode office,
        @Nullable UUID officer,
        boolean forOffice,
        LocalDateTime began,
        LocalDateTime ended,
        int worked,
        @Nullable Integer target,
        boolean late,
        @Nullable String path) {

    public static final int WHOLE_CASE = 0;
    public static final int LONGEST_PATH = 200;
}
