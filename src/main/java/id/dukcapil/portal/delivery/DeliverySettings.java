package id.dukcapil.portal.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.delivery}.
 *
 * @param validForDays how many days a QR code and PIN can be used
 * @param wrongPins how many wrong PINs lock a QR code
 * @param forgetGuessesAfter how long wrong PINs for codes that do not exist are counted
 */
@ConfigurationProperties("portal.delivery")
record DeliverySettings(
        @DefaultValue("30") int validForDays,
        @DefaultValue("5") int wrongPins,
        @DefaultValue("1d") Duration forgetGuessesAfter) {

    /** @throws IllegalArgumentException when a number makes no sense */
    DeliverySettings {
        if (validForDays < 1 || wrongPins < 1 || !forgetGuessesAfter.isPositive()) {
            throw new IllegalArgumentException("portal.delivery: all values must be positive");
        }
    }

    Duration validFor() {
        return Duration.ofDays(validForDays);
    }
}
