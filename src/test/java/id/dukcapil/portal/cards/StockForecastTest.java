package id.dukcapil.portal.cards;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.cards.StockForecast.Demand;
import id.dukcapil.portal.cards.StockForecast.Point;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StockForecastTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void everyDayTakesItsPartAndWhatIsNotThereIsNotPrinted() {
        assertThat(StockForecast.of(100, days(40, 40, 40)).points())
                .containsExactly(
                        new Point(MONDAY, 60, false),
                        new Point(MONDAY.plusDays(1), 20, false),
                        new Point(MONDAY.plusDays(2), 0, true));
    }

    @Test
    void aStockRunsOutOnTheDayAtWhoseEndNoWholeCardIsLeft() {
        assertThat(StockForecast.of(100, days(40, 40, 40)).runsOutOn()).contains(MONDAY.plusDays(2));
        assertThat(StockForecast.of(80, days(40, 40, 40)).runsOutOn()).contains(MONDAY.plusDays(1));
        assertThat(StockForecast.of(80, days(40, 39.5)).runsOutOn()).contains(MONDAY.plusDays(1));
        assertThat(StockForecast.of(0, days(0)).runsOutOn()).contains(MONDAY);
    }

    @Test
    void aStockThatLastsLongerHasNoEnd() {
        assertThat(StockForecast.of(81, days(40, 40)).runsOutOn()).isEmpty();
        assertThat(StockForecast.of(10, List.of()).runsOutOn()).isEmpty();
        assertThat(StockForecast.of(10, days(0, 0, 0)).runsOutOn()).isEmpty();
    }

    @Test
    void theDayOnWhichTheSafetyStockIsTouchedComesFirst() {
        StockForecast forecast = StockForecast.of(100, days(40, 40, 40));
        assertThat(forecast.firstBelow(30)).contains(MONDAY.plusDays(1));
        assertThat(forecast.firstBelow(60)).contains(MONDAY.plusDays(1));
        assertThat(forecast.firstBelow(61)).contains(MONDAY);
    }

    @Property
    void theLineNeverRisesAndNeverFallsBelowZero(
            @ForAll @IntRange(max = 5_000) int stock,
            @ForAll @Size(max = 60) List<@DoubleRange(max = 400) Double> taken) {
        StockForecast forecast = StockForecast.of(
                stock, days(taken.stream().mapToDouble(cards -> cards).toArray()));
        int before = stock;
        for (Point point : forecast.points()) {
            assertThat(point.left()).isBetween(0, before);
            before = point.left();
        }
    }

    private static List<Demand> days(double... cards) {
        return IntStream.range(0, cards.length)
                .mapToObj(i -> new Demand(MONDAY.plusDays(i), cards[i]))
                .toList();
    }
}
