package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hours an office keeps of its own during a week, from a date on. A weekday that is missing is a day without
 * service.
 *
 * @param until last date, inclusive; open-ended when missing
 */
public record ServiceWeek(
        Period period, LocalDate from, @Nullable LocalDate until, Map<DayOfWeek, ServiceHours> hours) {

    /** @throws InvalidInput when no day is open, because such an office would fall back to Perpres 21/2023 */
    public ServiceWeek {
        if (hours.isEmpty()) {
            throw new InvalidInput("hours", "Isi jam layanan paling sedikit satu hari.");
        }
        hours = new EnumMap<>(hours);
    }

    /** What Perpres 21/2023 prescribes, as a beginning for hours of one's own. */
    public static ServiceWeek statutory(Period period, LocalDate from) {
        var hours = new EnumMap<DayOfWeek, ServiceHours>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            StatutoryHours.on(day, period).ifPresent(usual -> hours.put(day, usual));
        }
        return new ServiceWeek(period, from, null, hours);
    }

    /** Time that counts as work in the whole week, without the rests. */
    public Duration workingTime() {
        return hours.values().stream().map(ServiceHours::workingTime).reduce(Duration.ZERO, Duration::plus);
    }

    List<OfficeHours> rows(OfficeCode office) {
        return hours.entrySet().stream()
                .map(day -> new OfficeHours(office, day.getKey(), day.getValue(), period, from, until))
                .toList();
    }
}
