package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.booking}.
 *
 * @param horizonDays how many days ahead a seat can be booked, calendar days from today
 * @param publicAddress of this portal as citizens reach it, for links in letters
 * @param linksPerMinute how often one place in the network may open links from letters; a whole mobile network can be one
 * @param remindAt when those who come tomorrow are reminded, in the time of their office
 * @param releaseAt when on the day the seats of people who have not come are released to those in the room, in the time
 *     of the office, where its planners have not entered another hour; none: they are kept until the evening
 * @param releaseAtByOffice the same for single offices, by their codes
 * @param quotas weekday rules entered once for offices that have none
 */
@ConfigurationProperties("portal.booking")
record BookingSettings(
        @DefaultValue("30") int horizonDays,
        @DefaultValue("http://localhost:8080") URI publicAddress,
        @DefaultValue("120") int linksPerMinute,
        @DefaultValue("16:00") LocalTime remindAt,
        @Nullable LocalTime releaseAt,
        @DefaultValue Map<String, LocalTime> releaseAtByOffice,
        @DefaultValue List<InitialQuota> quotas) {

    Optional<LocalTime> releaseAt(OfficeCode office) {
        return Optional.ofNullable(releaseAtByOffice.get(office.value())).or(() -> Optional.ofNullable(releaseAt));
    }

    /** @param offices codes, or {@code UKL} for every office of that kind */
    record InitialQuota(List<String> offices, Set<DayOfWeek> weekdays, int capacity, int reserved) {}
}
