package id.dukcapil.portal.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of record that the one search box finds. It answers only what the person who asks may see, masked as in the
 * lists, and only from indexes: the box asks at every pause in typing.
 */
public interface SearchSource {

    /** "Penduduk" */
    String heading();

    /** Where the kind stands among the results; smaller is higher. */
    int order();

    /** Whether the person who is signed in may search this kind at all. */
    boolean available();

    /** The text as a number that the portal gave out: all of them have digits and something between these. */
    static Optional<String> number(String text) {
        String number = text.strip().toUpperCase(Locale.ROOT);
        return number.chars().anyMatch(Character::isDigit) && !number.chars().allMatch(Character::isDigit)
                ? Optional.of(number)
                : Optional.empty();
    }

    /** The best hits, at most {@code limit}; an empty list when the text cannot be such a thing. */
    List<Hit> find(String text, int limit);

    /**
     * @param title what the office calls it
     * @param detail one line that tells it from its neighbours, masked
     * @param path the address inside the portal, without personal data
     */
    record Hit(String title, String detail, String path) {}
}
