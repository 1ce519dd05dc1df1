package id.dukcapil.portal.staff.signin;

import java.time.Instant;

/** The app on the telephone of somebody in a test. */
public final class AuthenticatorApp {

    private AuthenticatorApp() {}

    /**
     * What it shows at that moment.
     *
     * @param key as it stands on the page beside the square code
     */
    public static String code(String key, Instant at) {
        return Totp.code(SecondFactorTest.base32(key), Totp.stepOf(at));
    }
}
