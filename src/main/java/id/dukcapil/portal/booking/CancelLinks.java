package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.Holder;
import id.dukcapil.portal.staff.signin.SealingKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The link by which the holder of a booking cancels it without an account: the number of the booking, and a seal that only
 * the portal's key can make. The seal is about cancelling this booking, on its day, by whoever reads the mails of this
 * address: a link that was sent to a wrong address is worth nothing once the address has been corrected.
 */
@Component
class CancelLinks {

    private static final String PURPOSE = "cancel booking";
    private static final int SEAL_BYTES = 16;
    private static final int ID_BYTES = 16;

    /** Without padding, and strict: every link has one spelling. */
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final SealingKey key;
    private final BookingSettings settings;

    CancelLinks(SealingKey key, BookingSettings settings) {
        this.key = key;
        this.settings = settings;
    }

    /** The whole address, for a letter. */
    String of(Booking booking) {
        return address(token(booking));
    }

    String address(String token) {
        return settings.publicAddress().toString().replaceFirst("/+$", "") + SelfService.PATH + "/" + token;
    }

    private String token(Booking booking) {
        UUID id = booking.id();
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + SEAL_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(seal(booking))
                .array();
        return ENCODER.encodeToString(bytes);
    }

    /** @param find looks the booking up by its number */
    Optional<Booking> read(String token, Function<UUID, Optional<Booking>> find) {
        byte[] bytes = bytes(token);
        if (bytes.length != ID_BYTES + SEAL_BYTES
                || !ENCODER.encodeToString(bytes).equals(token)) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        byte[] seal = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        return find.apply(new UUID(buffer.getLong(), buffer.getLong()))
                .filter(booking -> MessageDigest.isEqual(seal, seal(booking)));
    }

    private byte[] seal(Booking booking) {
        Holder holder = booking.holder();
        String about =
                "%s|%s|%s".formatted(booking.id(), booking.date(), Objects.requireNonNullElse(holder.email(), ""));
        return Arrays.copyOf(key.sign(PURPOSE, about), SEAL_BYTES);
    }

    private static byte[] bytes(String token) {
        try {
            return DECODER.decode(token);
        } catch (IllegalArgumentException notOneOfOurs) {
            return new byte[0];
        }
    }
}
