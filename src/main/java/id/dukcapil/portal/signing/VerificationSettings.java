package id.dukcapil.portal.signing;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.signing.verification}.
 *
 * @param address of the public page that verifies documents, as citizens reach it; printed on every document as QR code
 * @param looksPerMinute how often one address may look up a code; a whole mobile network can come from one address
 * @param uploadsPerMinute how many files one address may show
 */
@ConfigurationProperties("portal.signing.verification")
public record VerificationSettings(
        @DefaultValue("http://localhost:8080/verifikasi") URI address,
        @DefaultValue("240") int looksPerMinute,
        @DefaultValue("20") int uploadsPerMinute) {

    /** The page about the document with that code. */
    public URI of(VerificationCode code) {
        return URI.create(address.toString().replaceFirst("/+$", "") + "/" + code);
    }
}
