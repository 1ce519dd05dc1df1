package id.dukcapil.portal.common;

import java.time.LocalDate;

/**
 * How busy the invented past is, for all rooms of the demonstration alike: more people on Mondays and before school begins, fewer
 * on Fridays; one month in which signatures were slow, and a week in which a printer was broken.
 */
public record InventedYear(LocalDate today) {

    public static final int DAYS = 365;

    /** Days behind of which the rooms tell whole cases themselves. */
    public static final int TOLD = 31;

    public LocalDate firstDay() {
        return today.minusDays(DAYS);
    }

    /** How many times as many people as on a usual day. */
    public double demand(LocalDate day) {
        double weekday = switch (day.getDayOfWeek()) {
            case MONDAY -> 1.3;
            case TUESDAY -> 1.1;
            case WEDNESDAY, THURSDAY -> 1;
            case FRIDAY, SATURDAY, SUNDAY -> 0.75;
        };
        double season = switch (day.getMonth()) {
            case JUNE, JULY -> 1.35;
            case DECEMBER, MARCH -> 0.8;
            default -> 1;
        };
        return weekday * season;
    }

    public boolean signsSlowly(LocalDate day) {
        return day.getMonth() == today.minusMonths(4).getMonth();
    }

    public boolean printerIsBroken(LocalDate day) {
        return !day.isBefore(today.minusDays(52)) && day.isBefore(today.minusDays(45));
    }
}
