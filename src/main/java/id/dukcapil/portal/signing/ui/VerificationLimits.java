package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.channel.RateLimiter;
import id.dukcapil.portal.signing.VerificationSettings;
import id.dukcapil.portal.staff.signin.SealingKey;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How often one place in the network may ask, over all processes together. The address itself is kept nowhere: the
 * limiter knows a number that only the portal's key can make of it.
 */
@Component
class VerificationLimits {

    private static final String PURPOSE = "public verification";

    /** A subscriber of IPv6 has at least so much for themselves (RFC 6177). */
    private static final int BYTES_OF_A_SUBSCRIBER = 8;

    private final RateLimiter limiter;
    private final SealingKey key;
    private final VerificationSettings settings;

    VerificationLimits(RateLimiter limiter, SealingKey key, VerificationSettings settings) {
        this.limiter = limiter;
        this.key = key;
        this.settings = settings;
    }

    /** @return how long to wait, when this one is too many */
    Optional<Duration> refusalOfLook(String address) {
        return limiter.refusal(bucket("look", address), settings.looksPerMinute());
    }

    /** @return how long to wait, when this one is too many */
    Optional<Duration> refusalOfUpload(String address) {
        return limiter.refusal(bucket("upload", address), settings.uploadsPerMinute());
    }

    private UUID bucket(String kind, String address) {
        return UUID.nameUUIDFromBytes(key.sign(PURPOSE, kind + "|" + subscriber(address)));
    }

    /** The address, or of IPv6 the part that a subscriber does not choose; what is no address, as it is. */
    static String subscriber(String address) {
        try {
            InetAddress known = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return known instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(known.getAddress(), BYTES_OF_A_SUBSCRIBER))
                    : known.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
