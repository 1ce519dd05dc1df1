package id.dukcapil.portal.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about who asks for a seat, for the limits per person and per application.
 *
 * @param waived whether staff have said why this person is given a seat all the same
 * @param channel the share of the application that asks; null when it has none to keep to
 */
record Fairness(
        BookingLimits limits,
        PersonHistory person,
        boolean waived,
        @Nullable ChannelUse channel) {

    static final Fairness UNLIMITED = new Fairness(BookingLimits.NONE, PersonHistory.NONE, true, null);

    /** @param more seats that the application has been given since this was read */
    Fairness having(int more) {
        return channel == null || more == 0
                ? this
                : new Fairness(
                        limits, person, waived, new ChannelUse(channel.held() + more, channel.most(), channel.until()));
    }

    /**
     * How far an application has used its share of a day.
     *
     * @param held seats of the day that were booked by it and not given back
     * @param most seats of the day that it may hold
     * @param until when the share ends and everybody may have what is left
     */
    record ChannelUse(int held, int most, Instant until) {

        boolean isUsedUp() {
            return held >= most;
        }
    }
}
