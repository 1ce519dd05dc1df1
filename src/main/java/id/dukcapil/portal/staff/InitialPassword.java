package id.dukcapil.portal.staff;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A password that is read out or copied once and changed at the first sign-in: three groups of four, 59 bits. */
final class InitialPassword {

    /** Without 0 and o, 1, i and l, which are mistaken for each other on paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 3;
    private static final int GROUP_LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private InitialPassword() {}

    static String next() {
        return IntStream.range(0, GROUPS).mapToObj(number -> group(RANDOM)).collect(Collectors.joining("-"));
    }

    private static String group(RandomGenerator random) {
        return random.ints(GROUP_LENGTH, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining());
    }
}
