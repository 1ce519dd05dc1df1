package id.dukcapil.portal.cards.closing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.cards.supply}.
 *
 * @param cap the most blanks that a printer has at one time
 * @param refillAt a printer gets more once so few are left
 */
@ConfigurationProperties("portal.cards.supply")
record SupplySettings(
        @DefaultValue("50") int cap, @DefaultValue("10") int refillAt) {}
