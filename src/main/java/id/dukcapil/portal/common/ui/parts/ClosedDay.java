package id.dukcapil.portal.common.ui.parts;

import id.dukcapil.portal.common.ui.Formats;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * That a day was closed and locked, as screens and papers say it.
 *
 * @param by full name of the officer
 * @param digest SHA-256 of the figures that were locked, in hexadecimal digits
 * @param corrections recorded since; they are rows of a later day and change none of the locked figures
 * @param zone of the office
 */
public record ClosedDay(Instant at, String by, String digest, int corrections, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm.ss");

    /** {@code 24 November 2026, 16.05.12 WIB oleh Fitri Handayani} */
    public String sentence() {
        var local = at.atZone(zone);
        return "%s, %s %s oleh %s"
                .formatted(Formats.date(local.toLocalDate()), TIME.format(local), Formats.zone(zone), by);
    }

    /** {@code Koreksi sesudah penutupan: 0. …} */
    public String correctionNote() {
        return "Koreksi sesudah penutupan: %s. Koreksi dicatat pada hari berikutnya dan tidak mengubah angka yang dikunci."
                .formatted(Formats.number(corrections));
    }
}
