package id.dukcapil.portal.activation.report;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.parts.ClosedDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closed day.
 *
 * @param hash SHA-256 of the content, which the audit trail names too
 * @param closedByNip 18 digits; null when it closed by itself
 * @param intact false when the row was changed outside the portal; {@code report} is then what the document store kept, or
 *     counted anew
 * @param corrections what turned out to be wrong later, the oldest first
 */
public record ClosedReport(
        UUID id,
        String number,
        OfficeCode office,
        LocalDate day,
        DayReport report,
        String hash,
        Instant closedAt,
        String closedBy,
        @Nullable String closedByNip,
        boolean intact,
        List<Correction> corrections) {

    public ClosedReport {
        corrections = List.copyOf(corrections);
    }

    /** As screens and papers say it. @param zone of the office */
    public ClosedDay lock(ZoneId zone) {
        return new ClosedDay(closedAt, closedBy, hash, corrections.size(), zone);
    }

    /** @param by a person, or the portal for acts after the closing */
    public record Correction(Instant at, String by, String text) {}
}
