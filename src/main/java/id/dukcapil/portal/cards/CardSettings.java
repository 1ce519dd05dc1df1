package id.dukcapil.portal.cards;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.cards}.
 *
 * @param rateOverDays over how many of the latest days of service the printing rate is measured
 */
@ConfigurationProperties("portal.cards")
record CardSettings(@DefaultValue("20") int rateOverDays) {

    /** @throws IllegalArgumentException when the number makes no sense */
    CardSettings {
        if (rateOverDays < 1 || rateOverDays > 120) {
            throw new IllegalArgumentException("portal.cards.rate-over-days: 1 to 120");
        }
    }
}
