package id.dukcapil.portal.notification.smtp;

import id.dukcapil.portal.notification.MailId;
import id.dukcapil.portal.notification.MailSettings;
import id.dukcapil.portal.staff.Organisation;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who the mails come from: address, name, and the return path by which a mail that comes back is recognised. */
final class Sender {

    private static final String NOWHERE = "portal.invalid";

    private final @Nullable String address;
    private final @Nullable String replyTo;
    private final @Nullable String bounceAddress;
    private final String name;
    private final ZoneId zone;
    private final byte[] emblem;

    Sender(MailSettings settings, Organisation organisation, byte[] emblem) {
        this.address =
                given(settings.from()).or(() -> given(organisation.email())).orElse(null);
        this.replyTo = given(settings.replyTo()).orElse(null);
        this.bounceAddress = given(settings.bounces().address()).orElse(null);
        this.name = organisation.name() + " " + organisation.regency();
        this.zone = organisation.timeZone();
        this.emblem = emblem;
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    boolean hasAddress() {
        return address != null;
    }

    String domain() {
        return address == null ? NOWHERE : address.substring(address.indexOf('@') + 1);
    }

    InternetAddress from() throws UnsupportedEncodingException {
        return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
    }

    Optional<String> replyTo() {
        return Optional.ofNullable(replyTo);
    }

    /** {@code bounce+<mail>@domain} (VERP), or the sender's own address where bounces are not read. */
    String returnPath(MailId mail) {
        return bounceAddress == null ? String.valueOf(address) : bounceAddress.replaceFirst("@", "+" + mail + "@");
    }

    ZoneId zone() {
        return zone;
    }

    byte[] emblem() {
        return emblem;
    }
}
