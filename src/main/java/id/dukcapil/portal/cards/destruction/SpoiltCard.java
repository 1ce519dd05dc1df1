package id.dukcapil.portal.cards.destruction;

import org.jspecify.annotations.Nullable;

/**
 * What is known of cards that wait to be destroyed.
 *
 * @param district six digits of the kecamatan of the holder; null where nobody knows
 */
public record SpoiltCard(SpoiltCause cause, @Nullable String district) {

    public SpoiltCard {
        if (district != null && !district.matches("\\d{6}")) {
            throw new IllegalArgumentException("A kecamatan has six digits");
        }
    }
}
