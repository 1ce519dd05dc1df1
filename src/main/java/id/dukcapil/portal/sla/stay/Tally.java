package id.dukcapil.portal.sla.stay;

/**
 * The figures of a group of stays or cases, defined here and nowhere else.
 *
 * @param count all of them
 * @param measured those with a target
 * @param onTime those of the measured that did not exceed it
 * @param median seconds of working time that half of them did not exceed
 * @param p90 seconds that nine of ten did not exceed
 * @param worst seconds of the longest
 * @param seconds of all together
 */
public record Tally(int count, int measured, int onTime, int median, int p90, int worst, long seconds) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

    public int late() {
        return measured - onTime;
    }

    /** Between 0 and 1; 1 when nothing was measured. */
    public double onTimeShare() {
        return measured == 0 ? 1 : (double) onTime / measured;
    }

    static final class Counting {

        private final Times times = new Times();
        private int count;
        private int measured;
        private int late;
        private int worst;
        private long seconds;

        void add(int worked, boolean hasTarget, boolean isLate) {
            count++;
            seconds += worked;
            if (worked > worst) {
                worst = worked;
            }
            if (hasTarget) {
                measured++;
                if (isLate) {
                    late++;
                }
            }
            times.add(worked);
        }

        Tally result() {
            return count == 0
                    ? NONE
                    : new Tally(
                            count, measured, measured - late, times.quantile(0.5), times.quantile(0.9), worst, seconds);
        }
    }
}
