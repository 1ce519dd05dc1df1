package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Formats;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * From when on the days of an office can be booked. Days ahead are counted on the calendar, so that a holiday in between
 * changes nothing; times are those of the office. A day once open stays open, whatever the window becomes: what changes
 * is only which days are open from then on.
 *
 * @param daysAhead how many days after today the furthest bookable day lies
 * @param opensAt when on each day the furthest one opens; from exactly then on it can be booked
 * @param bindsStaff whether counter and telephone wait for the hour too; the furthest day holds for them in any case
 * @param channelPercent how much of a day's seats for the public one application may hold, from 1 to 100; it ends at the
 *     hour of opening on the day before, so that no seat stays empty
 * @param releaseAt when on the day itself the seats of people who have not come may be given to somebody in the room; null:
 *     as the setting of the portal says
 */
public record BookingWindow(
        int daysAhead,
        LocalTime opensAt,
        boolean bindsStaff,
        int channelPercent,
        @Nullable LocalTime releaseAt) {

    static final int FURTHEST = 366;
    static final int WHOLE = 100;

    /** @throws InvalidInput when it cannot be a window */
    public BookingWindow {
        if (daysAhead < 0 || daysAhead > FURTHEST) {
            throw new InvalidInput("daysAhead", "Jumlah hari harus antara 0 dan 366.");
        }
        if (channelPercent < 1 || channelPercent > WHOLE) {
            throw new InvalidInput("channelPercent", "Bagian satu aplikasi harus antara 1 dan 100 persen.");
        }
    }

    /** The furthest day opens as the day begins, and nobody is favoured or held back. */
    static BookingWindow fromMidnight(int daysAhead) {
        return new BookingWindow(daysAhead, LocalTime.MIDNIGHT, true, WHOLE, null);
    }

    /** The furthest day that opens today, whether or not its hour has come. */
    public LocalDate furthestDay(LocalDate today) {
        return today.plusDays(daysAhead);
    }

    /** The last day that can be booked now, inclusive; before the first opening of a window of 0 days, yesterday. */
    public LocalDate lastDay(LocalDateTime now, boolean forStaff) {
        LocalDate furthest = furthestDay(now.toLocalDate());
        return now.toLocalTime().isBefore(hour(forStaff)) ? furthest.minusDays(1) : furthest;
    }

    public boolean hasOpened(LocalDate day, LocalDateTime now, boolean forStaff) {
        return !day.isAfter(lastDay(now, forStaff));
    }

    /** When the day opens or has opened, by this window. */
    public LocalDateTime opening(LocalDate day, boolean forStaff) {
        return day.minusDays(daysAhead).atTime(hour(forStaff));
    }

    private LocalTime hour(boolean forStaff) {
        return forStaff && !bindsStaff ? LocalTime.MIDNIGHT : opensAt;
    }

    /** Whether applications have to keep to their share of that day now. */
    boolean shareHolds(LocalDate day, LocalDateTime now) {
        return limitsChannels()
                && hasOpened(day, now, false)
                && !day.isBefore(now.toLocalDate())
                && now.isBefore(shareEnds(day));
    }

    /** From then on everybody may have what is left. */
    LocalDateTime shareEnds(LocalDate day) {
        return day.minusDays(1).atTime(opensAt);
    }

    /** Seats of a day that one application may hold, at least one. */
    int shareOf(QuotaRule day) {
        int forThePublic = day.capacity() - day.reserved();
        return Math.max(1, (forThePublic * channelPercent + WHOLE - 1) / WHOLE);
    }

    /** Whether one application may not hold all the seats. */
    public boolean limitsChannels() {
        return channelPercent < WHOLE;
    }

    public String description() {
        return "%d hari ke depan, dibuka pukul %s%s%s%s"
                .formatted(
                        daysAhead,
                        Formats.time(opensAt),
                        bindsStaff ? "" : ", petugas tidak menunggu jam itu",
                        limitsChannels() ? ", satu aplikasi paling banyak %d%%".formatted(channelPercent) : "",
                        releaseAt == null ? "" : ", kursi dilepas pukul " + Formats.time(releaseAt));
    }
}
