package id.dukcapil.portal.common;

import java.util.Map;
import java.util.Optional;

/**
 * What a letter says that must not lie in the outbox, such as a PIN. It is asked for at every attempt to deliver, outside
 * the business transaction, and kept nowhere; whoever has promised the letter keeps it safe and throws it away when
 * {@link MailEnded} says that the letter has left.
 */
public interface MailSecret {

    /** The template of the letters, as in {@link MailRequested#template()}. */
    String template();

    /**
     * What the secret placeholders of that letter stand for.
     *
     * @param facts of the letter, as it was requested
     * @return nothing when the secret is gone; the letter cannot be sent any more
     */
    Optional<Map<String, String>> of(Map<String, String> facts);

    /** What the secret placeholders show to members of staff who look at the letter. */
    Map<String, String> covered();
}
