package id.dukcapil.portal.staff.signin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict the door is, under {@code portal.security}.
 *
 * @param shortestPassword in characters
 * @param secondFactor whether the roles that sign or administer must have one
 * @param key base64 of 32 bytes that seal the second factors; without it a file in PORTAL_HOME is made. Several processes
 *     need the same
 * @param sessionsPerAccount how many may be open at a time; one more ends the one opened first
 * @param idleAfter without anything done for so long, a session is locked
 * @param idleWarning so long before that the person is asked
 * @param lockedFor so long a locked session waits for its owner before it ends
 */
@ConfigurationProperties("portal.security")
public record SignInSettings(
        @DefaultValue("12") int shortestPassword,
        @DefaultValue("required") SecondFactorMode secondFactor,
        @Nullable String key,
        @DefaultValue("5") int sessionsPerAccount,
        @DefaultValue("30m") Duration idleAfter,
        @DefaultValue("2m") Duration idleWarning,
        @DefaultValue("4h") Duration lockedFor) {

    public enum SecondFactorMode {
        /** Whoever has a role that needs one gets no further without it. */
        REQUIRED,
        /** Everybody may set one up, nobody has to: only for the demonstration. */
        OFFERED
    }
}
