package id.dukcapil.portal.counter.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a board shows, whole: after a cut the next one makes it right, whatever was missed.
 *
 * @param zone offset of the office from UTC in minutes, for the clock
 * @param calls of the day, the latest first
 */
public record Board(String office, String date, int zone, List<Called> calls, List<Line> services) {

    /**
     * @param key of this announcement; a repetition has another one
     * @param at when it was announced, in milliseconds since 1970
     * @param open whether the person may still come
     */
    public record Called(
            String key, String number, int desk, long at, boolean open, String sentence, List<String> sounds) {}

    /** @param range expected waiting of a person who came now; null when too little is known */
    public record Line(
            String letter,
            String label,
            int waiting,
            @Nullable String range) {}
}
