package id.dukcapil.portal.common;

import java.time.Instant;

/**
 * An office cannot work because something is broken, as an operator stated it at a case. Published outside of a transaction;
 * the clock of the service standard states a pause of that office, unless one goes on already.
 *
 * @param reason what is broken
 */
public record TechnicalTrouble(OfficeCode office, Instant from, String reason) {}
