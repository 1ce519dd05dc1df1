package id.dukcapil.portal.signing;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.signing.verification}.
 *
 * @param address of the public page that verifies documents, as citizens reach it; printed on every document as QR code
 */
@ConfigurationProperties("portal.signing.verification")
public record VerificationSettings(
        @DefaultValue("http://localhost:8080/verifikasi") URI address) {

    /** The page about the document with that code. */
    public URI of(VerificationCode code) {
        return URI.create(address.toString().replaceFirst("/+$", "") + "/" + code);
    }
}
