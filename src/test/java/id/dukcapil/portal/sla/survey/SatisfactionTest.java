package id.dukcapil.portal.sla.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three traps of Permenpan RB 14/2017: weights, gaps between grades, order of elements. */
class SatisfactionTest {

    @Test
    void nothingButFoursIsAHundred() {
        Satisfaction all = of(7, 7 * 36);
        assertThat(all.index()).isEqualByComparingTo("100.00");
        assertThat(all.average(Element.COMPLAINTS)).isEqualByComparingTo("4.000");
    }

    @Test
    void theExampleOfTwentyNineAnswersIsRight() {
        assertThat(of(29, 955).index()).isEqualByComparingTo("91.48");
    }

    @Test
    void anElementIsJudgedByTheSameBounds() {
        var one = new Satisfaction(20, Map.of(Element.TIME, 61, Element.COST, 80));
        assertThat(one.grade(Element.TIME)).as("3,05 is 76,25").isEqualTo(Satisfaction.Grade.C);
        assertThat(one.grade(Element.COST)).isEqualTo(Satisfaction.Grade.A);
    }

    @ParameterizedTest
    @CsvSource({
        "88.31,A", "88.30,B", "76.61,B", "76.60,C", "65.00,C", "64.99,D", "25.00,D",
    })
    void thereIsNoGapBetweenGrades(String index, Satisfaction.Grade grade) {
        assertThat(Satisfaction.Grade.of(new BigDecimal(index))).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"10,10", "100,80", "1000,278", "100000,383", "0,0"})
    void theSampleIsThatOfTheTable(long population, int sample) {
        assertThat(Satisfaction.sample(population)).isEqualTo(sample);
    }

    @Test
    void fewerThanFiveAnswersAreNotShown() {
        assertThat(of(4, 100).isShown()).isFalse();
        assertThat(of(5, 100).isShown()).isTrue();
    }

    /** The sum spread over the elements; what is left over goes to the first. */
    private static Satisfaction of(int respondents, int sum) {
        var sums = new EnumMap<Element, Integer>(Element.class);
        for (Element element : Element.values()) {
            sums.put(element, sum / 9 + (element.ordinal() == 0 ? sum % 9 : 0));
        }
        return new Satisfaction(respondents, sums);
    }
}
