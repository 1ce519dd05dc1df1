package id.dukcapil.portal.signing;

import java.time.Instant;

/**
 * What the register has printed onto a document that comes from elsewhere.
 *
 * @param lines whose name stands below the signature
 * @param at the time of creation that the document carries
 * @param specimen whether it carries {@link TteProvider#DEMONSTRATION_MARK}
 */
public record Imprint(SignatoryLines lines, Instant at, boolean specimen) {}
