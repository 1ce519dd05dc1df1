package id.dukcapil.portal.population.demonstration;

/** Draws schooling, work, blood type and religion as they are spread over age and sex; codes of form F-1.01. */
final class Circumstances {

    private static final int ISLAM = 1;

    private static final int NO_SCHOOL = 1;
    private static final int PRIMARY_NOT_FINISHED = 2;
    private static final int PRIMARY = 3;
    private static final int LOWER_SECONDARY = 4;
    private static final int UPPER_SECONDARY = 5;

    private static final int NOT_WORKING = 1;
    private static final int HOUSEKEEPING = 2;
    private static final int PUPIL = 3;
    private static final int RETIRED = 4;

    private static final int BLOOD_UNKNOWN = 13;

    private final Dice dice;

    Circumstances(Dice dice) {
        this.dice = dice;
    }

    int religion() {
        return dice.weighted(ISLAM, 970, 2, 15, 3, 7, 4, 2, 5, 3, 6, 1, 7, 2);
    }

    int bloodType() {
        return dice.weighted(1, 10, 2, 12, 3, 3, 4, 16, BLOOD_UNKNOWN, 59);
    }

    int education(int age) {
        if (age < 6) {
            return NO_SCHOOL;
        }
        if (age < 12) {
            return PRIMARY_NOT_FINISHED;
        }
        if (age < 15) {
            return PRIMARY;
        }
        if (age < 18) {
            return LOWER_SECONDARY;
        }
        if (age < 22) {
            return dice.weighted(LOWER_SECONDARY, 20, UPPER_SECONDARY, 80);
        }
        return age < 45
                ? dice.weighted(PRIMARY, 15, LOWER_SECONDARY, 22, UPPER_SECONDARY, 44, 6, 2, 7, 5, 8, 11, 9, 1)
                : dice.weighted(
                        NO_SCHOOL, 3, 2, 7, PRIMARY, 46, LOWER_SECONDARY, 17, UPPER_SECONDARY, 19, 7, 2, 8, 5, 9, 1);
    }

    int occupation(int age, boolean female, boolean everMarried) {
        if (age < 6) {
            return NOT_WORKING;
        }
        if (age < 18 || age < 23 && !everMarried && dice.chance(0.4)) {
            return PUPIL;
        }
        if (age >= 58 && dice.chance(0.12)) {
            return RETIRED;
        }
        if (female && everMarried && dice.chance(0.65)) {
            return HOUSEKEEPING;
        }
        if (dice.chance(age < 25 ? 0.2 : 0.05)) {
            return NOT_WORKING;
        }
        return female
                ? dice.weighted(15, 30, 88, 15, 84, 12, 19, 10, 20, 8, 65, 7, 12, 6, 30, 4, 5, 3, 18, 2, 73, 1, 74, 1)
                : dice.weighted(
                        15, 24, 19, 20, 88, 18, 9, 8, 20, 8, 84, 6, 12, 4, 26, 3, 27, 2, 35, 2, 81, 3, 5, 2, 65, 2, 10,
                        1, 14, 1, 6, 1, 85, 1);
    }
}
