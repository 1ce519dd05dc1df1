package id.dukcapil.portal.visits.visit;

import java.net.URI;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How school visits are set up, {@code portal.visits.*}.
 *
 * @param publicAddress under which schools reach the portal
 * @param looksPerMinute how many links one place in the network may open
 * @param remindAfter how long a school may leave the letter unanswered
 */
@ConfigurationProperties("portal.visits")
record VisitSettings(
        @DefaultValue("http://localhost:8080") URI publicAddress,
        @DefaultValue("30") int looksPerMinute,
        @DefaultValue("P7D") Period remindAfter) {

    String page(String token) {
        return publicAddress.toString().replaceFirst("/+$", "") + "/sekolah/tautan/" + token;
    }
}
