package id.dukcapil.portal.common;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What was typed into the search box, for kinds with so few records that they are compared one by one. */
public final class SearchWords {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> typed;

    private SearchWords(List<String> typed) {
        this.typed = typed;
    }

    public static SearchWords of(String text) {
        return new SearchWords(words(text));
    }

    /** Whether every word typed is the beginning of some word of what is known about a record; nothing typed begins nothing. */
    public boolean begin(String... known) {
        List<String> words =
                Arrays.stream(known).flatMap(part -> words(part).stream()).toList();
        return !typed.isEmpty()
                && typed.stream().allMatch(word -> words.stream().anyMatch(it -> it.startsWith(word)));
    }

    private static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
