package id.dukcapil.portal.sla;

import org.jspecify.annotations.Nullable;

/**
 * What tells one procedure of an office from another: its number together with the year. The number alone does not
 * (Kabupaten Bandung has two with number 28), and it can be missing.
 *
 * @param decree the SK that sets the procedure
 */
public record StandardIdentity(
        @Nullable String number, int year, @Nullable String decree) {

    /** "SOP Nomor 28 Tahun 2024"; a number that already ends in the year is not followed by it again. */
    public String title() {
        if (number == null) {
            return "SOP tanpa nomor, %d".formatted(year);
        }
        return number.endsWith("/" + year) ? "SOP Nomor " + number : "SOP Nomor %s Tahun %d".formatted(number, year);
    }
}
