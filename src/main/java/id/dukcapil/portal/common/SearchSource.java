package id.dukcapil.portal.common;

import java.util.List;

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

    /** Whether a text can be a number that the portal gave out: all of them have digits and something between these. */
    static boolean mayBeNumber(String text) {
        return text.chars().anyMatch(Character::isDigit)
                && !text.strip().chars().allMatch(Character::isDigit);
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
