package id.dukcapil.portal.population;

import org.jspecify.annotations.Nullable;

/**
 * A request of form F-1.02, which a citizen states as the reason for coming.
 *
 * @param code as numbered on the form, for instance {@code I.B.3}
 * @param document "KARTU KELUARGA", "KTP-EL", "KIA" or "PERUBAHAN DATA"
 */
public record RequestType(
        String code, String document, String kind, @Nullable String description) {

    /** The most exact wording of the form. */
    public String label() {
        return description == null ? document + " – " + kind : description;
    }
}
