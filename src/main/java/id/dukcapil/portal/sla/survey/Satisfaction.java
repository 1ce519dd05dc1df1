package id.dukcapil.portal.sla.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * The index (IKM) of a group of answers. The weight of an element is a ninth; the 0,111 that the rule prints would give 99,9 to an
 * office with nothing but fours. The index is rounded to two decimals first and judged then, so that no value lies between grades.
 *
 * @param sums of the marks by element
 */
public record Satisfaction(int respondents, Map<Element, Integer> sums) {

    /** Below so many answers nothing is shown, because one could guess who answered what. */
    public static final int FEWEST = 5;

    private static final BigDecimal FULL = BigDecimal.valueOf(25);

    public Satisfaction {
        sums = Map.copyOf(sums);
    }

    /** Quality of the service. */
    public enum Grade {
        A("Sangat baik", "88.31"),
        B("Baik", "76.61"),
        C("Kurang baik", "65.00"),
        D("Tidak baik", "25.00");

        private final String label;
        private final BigDecimal least;

        Grade(String label, String least) {
            this.label = label;
            this.least = new BigDecimal(least);
        }

        public String label() {
            return label;
        }

        static Grade of(BigDecimal index) {
            for (Grade grade : values()) {
                if (index.compareTo(grade.least) >= 0) {
                    return grade;
                }
            }
            return D;
        }
    }

    public boolean isShown() {
        return respondents >= FEWEST;
    }

    /** Of one element, from 1 to 4, with three decimals. */
    public BigDecimal average(Element element) {
        return BigDecimal.valueOf(sums.getOrDefault(element, 0))
                .divide(BigDecimal.valueOf(Math.max(1, respondents)), 3, RoundingMode.HALF_UP);
    }

    /** From 25 to 100. */
    public BigDecimal index() {
        long sum = sums.values().stream().mapToLong(Integer::longValue).sum();
        return BigDecimal.valueOf(sum)
                .multiply(FULL)
                .divide(
                        BigDecimal.valueOf((long) Math.max(1, respondents) * Element.values().length),
                        2,
                        RoundingMode.HALF_UP);
    }

    public Grade grade() {
        return Grade.of(index());
    }

    /** Of one element, by the same bounds after its average is converted to 25 to 100. */
    public Grade grade(Element element) {
        return Grade.of(BigDecimal.valueOf(sums.getOrDefault(element, 0))
                .multiply(FULL)
                .divide(BigDecimal.valueOf(Math.max(1, respondents)), 2, RoundingMode.HALF_UP));
    }

    /** How many answers of so many people served are enough, after Krejcie and Morgan. */
    public static int sample(long population) {
        if (population <= 0) {
            return 0;
        }
        double chi = 3.841 * 0.25;
        return (int) Math.round(chi * population / (0.0025 * (population - 1) + chi));
    }
}
