package id.dukcapil.portal.sla.stay;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/**
 * All figures of a question.
 *
 * @param cases whole cases that ended
 * @param steps stays that ended, of office and applicant
 * @param officers stays that each of them ended
 * @param mix of each officer's stays by step
 * @param hours stays in which the office was waited for, by weekday (0 is Monday) and hour at which they began
 * @param days whole cases by the day on which they ended; days without any are missing
 * @param paths whole cases by the steps they went through
 */
public record Answer(
        Tally cases,
        Map<String, Tally> standards,
        Map<OfficeCode, Tally> offices,
        SortedMap<StepKey, Tally> steps,
        Map<UUID, Tally> officers,
        Map<UUID, Map<StepKey, Integer>> mix,
        List<List<Share>> hours,
        SortedMap<LocalDate, Tally> days,
        Map<PathKey, Tally> paths) {

    /** @param forOffice whether the office was waited for; a step can wait for either */
    public record StepKey(String standard, int step, boolean forOffice) implements Comparable<StepKey> {
        @Override
        public int compareTo(StepKey other) {
            int byStandard = standard.compareTo(other.standard);
            if (byStandard != 0) {
                return byStandard;
            }
            return step == other.step ? Boolean.compare(other.forOffice, forOffice) : Integer.compare(step, other.step);
        }
    }

    /** @param path "6-7-8-9" */
    public record PathKey(String standard, String path) {}

    /** @param late of the measured */
    public record Share(int measured, int late) {}
}
