package id.dukcapil.portal.booking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.booking.pace}: when programs that try again and again are slowed down.
 *
 * @param refusalsPerMinute of one NIK at one application
 * @param unknownPerMinute NIKs that nobody has, asked for by one application that asks for more of them than of others
 * @param firstPause each further one is twice as long
 * @param longestPause after twice that time without a pause the next one is the first again
 */
@ConfigurationProperties("portal.booking.pace")
record PaceSettings(
        @DefaultValue("12") int refusalsPerMinute,
        @DefaultValue("30") int unknownPerMinute,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("15m") Duration longestPause) {}
