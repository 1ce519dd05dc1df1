package id.dukcapil.portal.population.importing;

import java.util.Locale;
import java.util.regex.Pattern;

/** Makes wordings comparable. */
final class Words {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\d]+");

    private Words() {}

    /** Only letters and digits, in capitals. */
    static String plain(String text) {
        return NO_LETTERS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
