package id.dukcapil.portal.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.mail}; the server itself is configured by {@code spring.mail}.
 *
 * @param deliver off: mails are kept even if a server is configured, as in the demonstration with its invented addresses
 * @param from the sender's address; without it the organisation's own e-mail
 * @param replyTo where answers go, when not to the sender
 * @param connections how many connections to the server are used at once
 * @param mailsPerConnection a connection is renewed after that many, because many servers count
 * @param idleConnection an unused connection is kept that long for the next mail
 * @param retry when a mail that could not be delivered is tried again
 * @param lease how long a process may keep a claimed mail; after that another one takes it over
 * @param bounces the mailbox to which undeliverable mails are sent back
 */
@ConfigurationProperties("portal.mail")
public record MailSettings(
        @DefaultValue("true") boolean deliver,
        @Nullable String from,
        @Nullable String replyTo,
        @DefaultValue("8") int connections,
        @DefaultValue("100") int mailsPerConnection,
        @DefaultValue("60s") Duration idleConnection,
        @DefaultValue Retry retry,
        @DefaultValue("10m") Duration lease,
        @DefaultValue Bounces bounces) {

    /**
     * @param first pause after the first failure; every further one is twice as long
     * @param longest the pause does not grow beyond that
     * @param attempts after that many the mail has failed
     * @param giveUpAfter as it has when the attempts took that long
     * @param serverPause pause of everything when the server itself does not answer
     */
    public record Retry(
            @DefaultValue("1m") Duration first,
            @DefaultValue("4h") Duration longest,
            @DefaultValue("16") int attempts,
            @DefaultValue("3d") Duration giveUpAfter,
            @DefaultValue("30s") Duration serverPause) {}

    /**
     * @param address mails carry {@code local+<mail>@domain} of this address as their return path
     * @param host of the IMAP server that holds its mailbox; none: bounces are not read
     * @param tls IMAP inside TLS from the first byte
     */
    public record Bounces(
            @Nullable String address,
            @Nullable String host,
            @DefaultValue("993") int port,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("true") boolean tls,
            @DefaultValue("INBOX") String folder) {

        public boolean configured() {
            return address != null && !address.isBlank() && host != null && !host.isBlank();
        }
    }
}
