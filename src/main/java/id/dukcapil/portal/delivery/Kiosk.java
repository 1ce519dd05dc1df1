package id.dukcapil.portal.delivery;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which machine asks.
 *
 * @param name as the operator of the machine calls it: "ADM-SOREANG-01"
 * @param requestKey by which a request that is sent again is recognised; null when the machine gives none
 */
public record Kiosk(String name, @Nullable String requestKey) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/:-]{0,63}");

    /** @return nothing for what cannot be the name of a machine */
    public static Optional<Kiosk> read(String name, @Nullable String requestKey) {
        String stripped = name.strip();
        return FORM.matcher(stripped).matches() ? Optional.of(new Kiosk(stripped, requestKey)) : Optional.empty();
    }
}
