package id.dukcapil.portal.counter.waiting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.Ticket.WaitRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What past days say about waiting: for each service and hour, how many seconds a person waited per person in front. Nine of
 * ten people waited longer than the lower bound, nine of ten shorter than the upper one.
 */
final class Pace {

    /** With fewer waits an hour is judged by all hours of the service; with fewer there, nothing is said. */
    static final int ENOUGH = 20;

    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;
    private static final int STEP = 5;

    private record Hour(ServiceCode service, int hour) {}

    /** @param hour of the arrival, in the office's zone; @param ahead people of the service who were due before */
    record Wait(ServiceCode service, int hour, int ahead, long seconds) {

        private double share() {
            return (double) seconds / (ahead + 1);
        }
    }

    private final Map<Hour, double[]> hours;
    private final Map<ServiceCode, double[]> services;

    Pace(List<Wait> waits) {
        hours = bounds(waits.stream().collect(groupingBy(wait -> new Hour(wait.service(), wait.hour()))));
        services = bounds(waits.stream().collect(groupingBy(Wait::service)));
    }

    private static <K> Map<K, double[]> bounds(Map<K, List<Wait>> waits) {
        waits.values().removeIf(group -> group.size() < ENOUGH);
        return waits.entrySet().stream().collect(toMap(Map.Entry::getKey, group -> bounds(group.getValue())));
    }

    private static double[] bounds(List<Wait> waits) {
        double[] shares = waits.stream().mapToDouble(Wait::share).sorted().toArray();
        return new double[] {
            shares[(int) (LOW * (shares.length - 1))], shares[(int) Math.ceil(HIGH * (shares.length - 1))]
        };
    }

    /** @return whole steps of five minutes; nothing when too little is known */
    Optional<WaitRange> expected(ServiceCode service, int hour, int ahead) {
        return Optional.ofNullable(hours.getOrDefault(new Hour(service, hour), services.get(service)))
                .map(bounds -> new WaitRange(
                        (int) Math.floor(bounds[0] * (ahead + 1) / 60 / STEP) * STEP,
                        (int) Math.ceil(bounds[1] * (ahead + 1) / 60 / STEP) * STEP));
    }
}
