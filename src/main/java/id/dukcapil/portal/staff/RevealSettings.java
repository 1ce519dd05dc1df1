package id.dukcapil.portal.staff;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How masked personal data may be opened, under {@code portal.reveal}.
 *
 * @param shownFor how long opened data stay on the screen
 * @param perHour more openings than this by one person in an hour are noticed
 */
@ConfigurationProperties("portal.reveal")
record RevealSettings(
        @DefaultValue("5m") Duration shownFor,
        @DefaultValue("30") int perHour) {}
