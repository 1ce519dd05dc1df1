package id.dukcapil.portal.common;

import java.time.Instant;

/**
 * What staff were told about something is no longer so: the decision was taken back. Published as an application event
 * inside the business transaction; the notices disappear from the bells, read or not.
 *
 * @param link of the notices, as in {@link StaffNotice#link()}
 * @param since when the decision was made; what was told earlier stays
 */
public record StaffNoticesWithdrawn(String link, Instant since) {}
