package id.dukcapil.portal.staff.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where an attempt to sign in comes from. */
final class SignInDetails extends WebAuthenticationDetails {

    private final @Nullable String deviceCookie;

    SignInDetails(HttpServletRequest request) {
        super(request);
        deviceCookie = KnownDevices.cookieOf(request);
    }

    @Nullable
    String deviceCookie() {
        return deviceCookie;
    }
}
