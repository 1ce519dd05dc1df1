package id.dukcapil.portal.delivery;

import java.time.Instant;

/**
 * A kiosk says that the document is on paper; published inside the transaction of the receipt. With this the procedure
 * of the case is at its end.
 *
 * @param kind of the case, as it was issued
 * @param reference how the office names the case
 * @param kiosk which machine printed
 */
public record ReleasePrinted(ReleaseId release, String kind, String reference, String kiosk, Instant at) {}
