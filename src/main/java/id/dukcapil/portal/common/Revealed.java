package id.dukcapil.portal.common;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Personal data that was opened for a purpose, in clear; the opening is already recorded.
 *
 * @param values by the labels under which they stand masked on the screen
 * @param shownFor how long they may stay on a screen
 * @param warning a sentence for who opens a great many, or null
 */
public record Revealed(
        Map<String, String> values,
        Duration shownFor,
        @Nullable String warning) {

    public Revealed {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Hides the values from anything that prints it. */
    @Override
    public String toString() {
        return "Revealed" + values.keySet();
    }
}
