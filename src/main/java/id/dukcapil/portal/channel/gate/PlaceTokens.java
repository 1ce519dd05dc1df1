package id.dukcapil.portal.channel.gate;

import id.dukcapil.portal.staff.signin.SealingKey;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Places as callers carry them: sealed with the key of the portal, so that every process of it can read them and nobody
 * else can make or change one, and bound to the key and the request for which they were given.
 */
public final class PlaceTokens {

    private static final String PURPOSE = "waiting room";
    private static final int LONGEST = 120;

    private final SealingKey key;

    public PlaceTokens(SealingKey key) {
        this.key = key;
    }

    /** @param holder what the place belongs to */
    public String of(Place place, String holder) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(place.slot())
                .putInt(place.ordinal())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.seal(PURPOSE, holder, bytes));
    }

    /** Empty for what is no place of this holder. */
    public Optional<Place> read(@Nullable String token, String holder) {
        if (token == null || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(
                    key.open(PURPOSE, holder, Base64.getUrlDecoder().decode(token)));
            return Optional.of(new Place(bytes.getLong(), bytes.getInt()));
        } catch (RuntimeException notSealedHereForThisHolder) {
            return Optional.empty();
        }
    }
}
