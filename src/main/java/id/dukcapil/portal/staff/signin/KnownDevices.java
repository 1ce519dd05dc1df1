package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.StaffId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Recognises a browser on which somebody has been signed in before, by a signed cookie: the number of the device and one
 * seal per person. It opens nothing; it only takes its owner out of the count that strangers at the same address fill.
 */
@Component
class KnownDevices {

    static final String COOKIE = "portal_perangkat";

    private static final String PURPOSE = "device";
    private static final Duration REMEMBERED = Duration.ofDays(180);
    private static final int MOST_PEOPLE = 12;
    private static final int SEAL_BYTES = 16;

    private final SealingKey key;

    KnownDevices(SealingKey key) {
        this.key = key;
    }

    static @Nullable String cookieOf(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    /** @return the device's number, when this person has been signed in on it */
    Optional<String> recognise(@Nullable String cookie, StaffId account) {
        if (cookie == null) {
            return Optional.empty();
        }
        String[] parts = cookie.split("\\.");
        byte[] expected = seal(parts[0], account).getBytes(StandardCharsets.US_ASCII);
        return Arrays.stream(parts)
                        .skip(1)
                        .anyMatch(shown -> MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.US_ASCII)))
                ? Optional.of(parts[0])
                : Optional.empty();
    }

    void remember(StaffId account, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, with(account, cookieOf(request)))
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(REMEMBERED)
                        .build()
                        .toString());
    }

    /** The newest person first; a computer of many people forgets the one who was here longest ago. */
    private String with(StaffId account, @Nullable String cookie) {
        List<String> parts = cookie == null ? List.of() : List.of(cookie.split("\\."));
        String device = parts.isEmpty() || !parts.getFirst().matches("[0-9a-f-]{36}")
                ? UUID.randomUUID().toString()
                : parts.getFirst();
        String own = seal(device, account);
        Stream<String> others = parts.stream().skip(1).filter(seal -> !seal.equals(own) && seal.matches("[\\w-]{22}"));
        return String.join(
                ".",
                Stream.concat(Stream.of(device, own), others)
                        .limit(MOST_PEOPLE + 1)
                        .toList());
    }

    private String seal(String device, StaffId account) {
        byte[] full = key.sign(PURPOSE, device + "|" + account);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, SEAL_BYTES));
    }
}
