package id.dukcapil.portal.recording.process;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How recording is set up, {@code portal.recording.*}.
 *
 * @param publicAddress of this portal as citizens reach it, for the QR code of a receipt
 * @param looksPerMinute how many codes one place in the network may look at
 */
@ConfigurationProperties("portal.recording")
public record RecordingSettings(
        @DefaultValue("http://localhost:8080") URI publicAddress,
        @DefaultValue("30") int looksPerMinute) {

    /** The public page of a code. */
    public String statusPage(RecordingCode code) {
        return publicAddress.toString().replaceFirst("/+$", "") + "/status/" + code;
    }
}
