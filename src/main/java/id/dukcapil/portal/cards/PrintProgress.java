package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;

/**
 * Where the card of a person stands, for the pages of other procedures; without personal data.
 *
 * @param status in a word, as shown to staff
 */
public record PrintProgress(String number, OfficeCode office, String status, Instant since) {}
