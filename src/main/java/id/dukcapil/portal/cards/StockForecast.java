package id.dukcapil.portal.cards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is left of a stock at the end of each day, if every day takes what it is expected to take. It never falls below
 * zero: what is not there is not printed.
 *
 * @param points one per day that was asked about, in their order
 */
public record StockForecast(int stock, List<Point> points) {

    /** How many cards a day is expected to take; a part of a card is right for an average. */
    public record Demand(LocalDate date, double cards) {}

    /**
     * @param left cards at the end of that day, rounded down
     * @param lacking whether the day wants more than there is
     */
    public record Point(LocalDate date, int left, boolean lacking) {}

    public StockForecast {
        points = List.copyOf(points);
    }

    public static StockForecast of(int stock, List<Demand> demands) {
        var points = new ArrayList<Point>();
        double left = stock;
        for (Demand demand : demands) {
            boolean shortage = demand.cards() > left;
            left = Math.max(0, left - demand.cards());
            points.add(new Point(demand.date(), (int) left, shortage));
        }
        return new StockForecast(stock, points);
    }

    /** The first day at the end of which no whole card is left, or nothing when the stock outlasts the days asked about. */
    public Optional<LocalDate> runsOutOn() {
        return firstBelow(1);
    }

    /** The first day at the end of which fewer cards are left than that. */
    public Optional<LocalDate> firstBelow(int level) {
        return points.stream()
                .filter(point -> point.left() < level)
                .map(Point::date)
                .findFirst();
    }
}
