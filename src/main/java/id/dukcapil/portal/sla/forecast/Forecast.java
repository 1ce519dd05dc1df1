package id.dukcapil.portal.sla.forecast;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of the coming days.
 *
 * @param days from tomorrow on
 * @param booked people who hold a seat on each of these days
 * @param usualHours of work by the office on an average day of the last eight weeks on which there was any
 */
public record Forecast(List<LocalDate> days, List<Integer> booked, List<Line> procedures, double usualHours) {

    /**
     * One procedure.
     *
     * @param cases on each of the days
     * @param secondsEach working time of the office that a case took in the last eight weeks
     * @param error weighted absolute error (WAPE) of the forecasts of the last eight weeks, each made at the beginning of its
     *     week: 0.12 when all differences together are twelve hundredths of all cases. Null without cases
     */
    public record Line(
            String standard,
            List<Double> cases,
            double secondsEach,
            @Nullable Double error) {

        public double all() {
            return sum(0, cases.size());
        }

        /** Of the days from that place on. */
        public double sum(int from, int to) {
            return cases.subList(from, to).stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
        }

        public double hours() {
            return all() * secondsEach / 3_600;
        }
    }

    /** Hours of work on the day at that place. */
    public double hoursOn(int day) {
        return procedures.stream()
                .mapToDouble(line -> line.cases().get(day) * line.secondsEach() / 3_600)
                .sum();
    }

    public double hours() {
        return procedures.stream().mapToDouble(Line::hours).sum();
    }

    public double cases() {
        return procedures.stream().mapToDouble(Line::all).sum();
    }
}
