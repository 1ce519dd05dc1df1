package id.dukcapil.portal.population.importing;

import java.util.regex.Pattern;

/** The beginning of what a cell says, for a sentence about it; long numbers are taken out because they may be a NIK. */
final class Excerpt {

    private static final int LONGEST = 40;
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{9,}");

    private Excerpt() {}

    static String of(String text) {
        String shorter = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        return LONG_NUMBER.matcher(shorter).replaceAll("…");
    }
}
