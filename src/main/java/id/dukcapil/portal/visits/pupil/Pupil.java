package id.dukcapil.portal.visits.pupil;

import id.dukcapil.portal.common.Nik;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pupil as a row of a list.
 *
 * @param nik null when the list has none that can be one
 * @param birthDate null when neither list nor register says
 * @param otherNpsn the school that has the pupil now, or that has the pupil on its list, too; null for none
 * @param leftAt since when the pupil is no longer on the list of this school; null for those who are
 */
public record Pupil(
        long id,
        String npsn,
        @Nullable String nisn,
        @Nullable Nik nik,
        String fullName,
        @Nullable LocalDate birthDate,
        String className,
        PupilVerdict verdict,
        String finding,
        @Nullable String otherNpsn,
        @Nullable Instant leftAt) {

    /** Where a page ends: rows are ordered by name and id. */
    public record Cursor(String fullName, long id) {}

    public Cursor cursor() {
        return new Cursor(fullName, id);
    }
}
