package id.dukcapil.portal.common;

import java.time.Instant;

/**
 * A mail that was promised shall not leave after all, because what it tells has been taken back. Published inside the
 * business transaction; the outbox throws {@link MailHasLeft} when it is too late, and nothing is taken back then.
 *
 * @param template of the mail, as it was requested
 * @param reference how the office names the record it is about
 * @param since older mails of that kind are left alone
 */
public record MailWithdrawn(String template, String reference, Instant since) {}
