package id.dukcapil.portal.submission.document;

import java.time.Instant;

/**
 * A letter that sends a request back to the applicant.
 *
 * @param number gap-free within office and year
 */
record ReturnLetter(String number, Instant issuedAt) {}
