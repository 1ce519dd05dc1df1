package id.dukcapil.portal.recording.book;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the diary. What concerns the person is null after the retention period, and where the register did not know it.
 *
 * @param number within office and year: "12/320437/2026"
 * @param event "Berkas perekaman KTP-el diterima"
 * @param recording number of the file
 * @param born place and date of birth
 * @param corrects number of the line that this one corrects; null for none
 */
public record DiaryLine(
        UUID id,
        String number,
        OfficeCode office,
        Instant at,
        String event,
        String recording,
        @Nullable Nik nik,
        @Nullable String name,
        @Nullable Boolean female,
        @Nullable String born,
        @Nullable String address,
        String officer,
        @Nullable String note,
        @Nullable String corrects) {

    /** Where a page ends: lines are ordered by time and id, newest first. */
    public record Cursor(Instant at, UUID id) {}

    public Cursor cursor() {
        return new Cursor(at, id);
    }

    /** "L", "P", or empty. */
    public String sex() {
        return female == null ? "" : female ? "P" : "L";
    }
}
