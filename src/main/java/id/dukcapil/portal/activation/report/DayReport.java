package id.dukcapil.portal.activation.report;

import id.dukcapil.portal.common.ui.Formats;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one day, all of them counted from the acts of that day. Times are in seconds.
 *
 * @param scope name of the office, the campaign or the regency
 * @param served people for whom anything was done
 * @param fresh new activations, which alone count towards the target when their domicile is local
 * @param dropOuts people who ended before the identity worked
 * @param open people with an act on the day who were still under way at its end, or are now
 * @param whole from the first act to the activation
 * @param officer the officer's own time for a person: steps 4 and 6
 */
public record DayReport(
        String scope,
        LocalDate day,
        int served,
        int fresh,
        int freshLocal,
        int dropOuts,
        int open,
        Times whole,
        Times officer,
        List<Place> places,
        List<Step> steps,
        List<Count> reasons,
        List<Count> again,
        List<Count> events,
        List<Officer> officers,
        List<Target> targets) {

    /** Quantiles in seconds; null without values. */
    public record Times(
            int count, @Nullable Integer median, @Nullable Integer p90) {}

    /** New activations at one place by the domicile of the people. */
    public record Place(String name, List<Count> domiciles, int local, int outside) {
        public int total() {
            return local + outside;
        }
    }

    /** @param onTime how many kept the minutes of the procedure, of {@link Times#count} that were measured */
    public record Step(int number, String name, int entered, int done, int left, Times times, int onTime) {}

    /** @param detail the step of a reason, the end of an event; empty for none */
    public record Count(String name, String detail, int count) {}

    public record Officer(String name, int scans, int activated, int archived) {}

    /**
     * How far a kecamatan, or the regency as a whole, is.
     *
     * @param denominator people of 17 and older, an estimate
     * @param goal the share of them that is aimed at
     * @param active new activations of residents that this portal has seen
     * @param perDay needed per working day until the end of the year
     */
    public record Target(String code, String name, int denominator, int goal, int active, int perDay) {
        public int missing() {
            return Math.max(0, goal - active);
        }

        /** {@code 27,9%}; what is not nothing does not read as nothing. */
        public String reached() {
            double share = denominator == 0 ? 0 : (double) active / denominator;
            return active > 0 && share < SMALLEST ? "< 0,1%" : Formats.percent(share);
        }

        private static final double SMALLEST = 0.001;
    }

    DayReport with(List<Target> reached) {
        return new DayReport(
                scope,
                day,
                served,
                fresh,
                freshLocal,
                dropOuts,
                open,
                whole,
                officer,
                places,
                steps,
                reasons,
                again,
                events,
                officers,
                List.copyOf(reached));
    }
}
