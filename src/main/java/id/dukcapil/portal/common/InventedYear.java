package id.dukcapil.portal.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How busy the invented past is, for all rooms of the demonstration alike: more people on Mondays and before school begins, fewer
 * on Fridays; one month in which signatures were slow, and a week in which a printer was broken.
 */
public record InventedYear(LocalDate today) {

    public static final int DAYS = 365;

    /** Where the invented people went. */
    public static final List<OfficeCode> PLACES = Stream.of("DINAS", "MPP", "320437", "320410", "320433")
            .map(OfficeCode::new)
            .toList();

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final int MINUTES_OPEN = 360;

    public LocalDate firstDay() {
        return today.minusDays(DAYS);
    }

    /**
     * When people came to a place on the days on which it worked, in their order.
     *
     * @param until the first day that is no longer told
     * @param aDay people of a usual day
     */
    public List<Instant> arrivals(ZoneId zone, Predicate<Instant> works, LocalDate until, double aDay, Random dice) {
        return firstDay()
                .datesUntil(until)
                .filter(day -> works.test(opening(day, zone)))
                .flatMap(day -> arrivals(
                        opening(day, zone),
                        (int) (aDay * demand(day) * (0.8 + dice.nextDouble() * 0.4) + dice.nextDouble()),
                        dice))
                .toList();
    }

    private static Instant opening(LocalDate day, ZoneId zone) {
        return day.atTime(OPENS).atZone(zone).toInstant();
    }

    private static Stream<Instant> arrivals(Instant opens, int people, Random dice) {
        return IntStream.range(0, people)
                .mapToObj(i -> opens.plusSeconds(60L * MINUTES_OPEN * i / people + dice.nextInt(600)))
                .sorted();
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
