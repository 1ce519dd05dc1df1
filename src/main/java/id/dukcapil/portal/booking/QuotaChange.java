package id.dukcapil.portal.booking;

import java.time.Instant;

/** A line of a day's change history: what, who, when. */
public record QuotaChange(String description, String changedBy, Instant at) {}
