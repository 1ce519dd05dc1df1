package id.dukcapil.portal.common.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the history of a case, in the words in which the person it is about reads it (UU 27/2022 art. 32).
 *
 * @param action the clerk's verb: "Diverifikasi"
 * @param actor who did it, by name or desk
 */
public record PastStep(
        Instant at, String action, String actor, @Nullable String reason) {

    /** "23 November 2026, 09.00 WIB – Dipesan": "oleh Siti Rahayu: sesuai permintaan". */
    public void addTo(Map<String, String> values, ZoneId zone) {
        values.put(
                Formats.dateTime(at, zone) + " – " + action,
                reason == null ? "oleh " + actor : "oleh " + actor + ": " + reason);
    }
}
