package id.dukcapil.portal.common;

import java.util.Map;

/**
 * What became of a mail that was requested; published by the outbox in the transaction in which it writes that down. A
 * mail can end more than once: taken over and sent back later, refused and sent again to another address.
 *
 * @param template of the mail, as it was requested
 * @param reference how the office names the record it is about
 * @param facts of the mail, as it was requested
 * @param explanation of the mail server, without addresses
 */
public record MailEnded(String template, String reference, Map<String, String> facts, End end, String explanation) {

    public enum End {
        /** The mail server has taken it over. */
        SENT,
        /** Refused for good, or tried for too long. */
        FAILED,
        /** A server further on has sent it back. */
        BOUNCED
    }

    public MailEnded {
        facts = Map.copyOf(facts);
    }
}
