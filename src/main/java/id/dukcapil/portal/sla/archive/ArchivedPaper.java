package id.dukcapil.portal.sla.archive;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.parts.ClosedDay;
import id.dukcapil.portal.documents.ContentHash;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it was made.
 *
 * @param hash SHA-256 of the content
 * @param cause why there is a further edition; null for the first
 * @param intact false when the row was changed outside the portal; the content is then the stored copy, where there is one
 */
public record ArchivedPaper(
        Row row,
        PaperContent content,
        String hash,
        ContentHash pdf,
        @Nullable String cause,
        boolean intact) {

    /** What a list shows of it. @param office null for the whole organisation */
    public record Row(
            UUID id,
            String number,
            PaperKind kind,
            @Nullable OfficeCode office,
            LocalDate firstDay,
            LocalDate lastDay,
            int edition,
            Instant madeAt) {

        public String period() {
            return firstDay.equals(lastDay)
                    ? Formats.longDate(firstDay)
                    : Formats.date(firstDay) + " – " + Formats.date(lastDay);
        }

        /** As the file is called. */
        public String fileName() {
            return "%s-%s-%s%s.pdf"
                    .formatted(
                            kind.file(),
                            office == null ? "semua" : office,
                            firstDay,
                            edition > 1 ? "-ed" + edition : "");
        }

        public Cursor cursor() {
            return new Cursor(lastDay, id);
        }
    }

    /** Where a page of the list ends. */
    public record Cursor(LocalDate lastDay, UUID id) {}

    /** As screens and papers say it. */
    public ClosedDay lock(ZoneId zone) {
        return new ClosedDay(row.madeAt(), "Portal", hash, 0, zone);
    }
}
