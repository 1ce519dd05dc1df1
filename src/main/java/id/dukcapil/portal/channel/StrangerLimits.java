package id.dukcapil.portal.channel;

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
 * How often one place in the network may ask a public page, over all processes together. The address itself is kept
 * nowhere: the limiter knows a number that only the portal's key can make of it.
 */
@Component
public class StrangerLimits {

    private static final String PURPOSE = "public page";

    /** A subscriber of IPv6 has at least so much for themselves (RFC 6177). */
    private static final int BYTES_OF_A_SUBSCRIBER = 8;

    private final RateLimiter limiter;
    private final SealingKey key;

    StrangerLimits(RateLimiter limiter, SealingKey key) {
        this.limiter = limiter;
        this.key = key;
    }

    /**
     * Takes one permit.
     *
     * @param errand what is asked for; every errand has permits of its own
     * @return how long to wait, when this one is too many
     */
    public Optional<Duration> refusal(String errand, String address, int perMinute) {
        return limiter.refusal(
                UUID.nameUUIDFromBytes(key.sign(PURPOSE, errand + "|" + subscriber(address))), perMinute);
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
