package id.dukcapil.portal.booking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one person may take, under {@code portal.booking.limits}. The defaults are far from what anybody needs who wants
 * one card; a number of 0 means no limit. Somebody in the room is never turned away by them.
 *
 * @param period over which bookings and cancellations are counted, up to now
 * @param bookings most bookings by application in the period; those the office moved count once
 * @param cancellations most seats that the person gave back in the period; those that staff cancelled do not count
 * @param missed how many missed days bring a pause
 * @param missedWithin how far back missed days are counted
 * @param pause from the last missed day on
 */
@ConfigurationProperties("portal.booking.limits")
record BookingLimits(
        @DefaultValue("14d") Duration period,
        @DefaultValue("5") int bookings,
        @DefaultValue("3") int cancellations,
        @DefaultValue("2") int missed,
        @DefaultValue("90d") Duration missedWithin,
        @DefaultValue("7d") Duration pause) {

    static final BookingLimits NONE = new BookingLimits(Duration.ZERO, 0, 0, 0, Duration.ZERO, Duration.ZERO);

    /** How far back somebody's bookings matter. */
    Duration memory() {
        return period.compareTo(missedWithin) > 0 ? period : missedWithin;
    }
}
