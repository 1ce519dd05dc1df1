package id.dukcapil.portal.booking;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.booking}.
 *
 * @param horizonDays how many days ahead a seat can be booked, calendar days from today
 * @param quotas weekday rules entered once for offices that have none
 */
@ConfigurationProperties("portal.booking")
record BookingSettings(
        @DefaultValue("30") int horizonDays, @DefaultValue List<InitialQuota> quotas) {

    /** @param offices codes, or {@code UKL} for every office of that kind */
    record InitialQuota(List<String> offices, Set<DayOfWeek> weekdays, int capacity, int reserved) {}
}
