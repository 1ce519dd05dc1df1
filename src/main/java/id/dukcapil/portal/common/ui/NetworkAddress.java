package id.dukcapil.portal.common.ui;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** From which machine something came, as people read it. What is kept stays as it was written down. */
public final class NetworkAddress {

    private static final Pattern ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

    private NetworkAddress() {}

    /**
     * {@code 10.2.3.4}, {@code 2001:db8::7}, and {@code komputer ini (::1)} for the machine the portal runs on. What is
     * not an address, for instance what was put in its place, is shown as it is; nothing is looked up.
     */
    public static String shown(String kept) {
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(kept);
        } catch (IllegalArgumentException notAnAddress) {
            return kept;
        }
        String written =
                address instanceof Inet6Address ? shortest(address.getHostAddress()) : address.getHostAddress();
        return address.isLoopbackAddress() ? "komputer ini (%s)".formatted(written) : written;
    }

    /** The longest row of zeros is left out (RFC 5952). */
    private static String shortest(String written) {
        return ZEROS.matcher(written)
                .results()
                .max(Comparator.comparingInt(
                                (MatchResult zeros) -> zeros.group().length())
                        .thenComparing(MatchResult::start, Comparator.reverseOrder()))
                .map(zeros -> written.substring(0, zeros.start()) + "::" + written.substring(zeros.end()))
                .orElse(written);
    }
}
