package id.dukcapil.portal.population.demonstration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way every time, so that everybody's demonstration data is the same. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from the first to the last, both included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the values, each as often as its weight says: {@code value, weight, value, weight, …}. */
    int weighted(int... valuesAndWeights) {
        int total = 0;
        for (int i = 1; i < valuesAndWeights.length; i += 2) {
            total += valuesAndWeights[i];
        }
        int left = random.nextInt(total);
        int i = 0;
        while (left >= valuesAndWeights[i + 1]) {
            left -= valuesAndWeights[i + 1];
            i += 2;
        }
        return valuesAndWeights[i];
    }

    <T> List<T> shuffled(List<T> items) {
        var shuffled = new ArrayList<>(items);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return List.copyOf(shuffled);
    }
}
