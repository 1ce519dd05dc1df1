package id.dukcapil.portal.activation.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.activation}. What the ministry's applications really allow is not published.
 *
 * @param qrValidFor lifetime of a QR code; the channel renews it
 * @param codeValidFor lifetime of an activation code
 * @param wrongCodes how many wrong codes make a code useless
 * @param resends how often a code can be sent again
 * @param faceAttempts after how many failed comparisons another recording is suggested
 * @param lapsesAfterDays after how many days without a step an open activation ends
 */
@ConfigurationProperties("portal.activation")
public record ActivationSettings(
        @DefaultValue("90s") Duration qrValidFor,
        @DefaultValue("15m") Duration codeValidFor,
        @DefaultValue("5") int wrongCodes,
        @DefaultValue("3") int resends,
        @DefaultValue("3") int faceAttempts,
        @DefaultValue("7") int lapsesAfterDays) {

    /** @throws IllegalArgumentException when a number makes no sense */
    public ActivationSettings {
        if (!qrValidFor.isPositive()
                || !codeValidFor.isPositive()
                || wrongCodes < 1
                || resends < 0
                || faceAttempts < 1
                || lapsesAfterDays < 1) {
            throw new IllegalArgumentException("portal.activation: all values must be positive");
        }
    }
}
