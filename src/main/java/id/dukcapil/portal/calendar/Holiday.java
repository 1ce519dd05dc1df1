package id.dukcapil.portal.calendar;

import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated holiday. The same name can return within one year (Isra Mikraj on 5 January and 26 December 2027), so the
 * date belongs to its identity.
 *
 * @param basis the decree (SKB tiga menteri) that sets it, as far as it is known
 * @param source where the date was taken from
 * @param certainty {@code TERKONFIRMASI} or {@code SATU_SUMBER} when only one source names it
 * @param office the one office it concerns; none for the whole regency
 */
public record Holiday(
        LocalDate date,
        String name,
        Kind kind,
        String basis,
        String source,
        String certainty,
        @Nullable OfficeCode office) {

    /** Two sources or an official one name the date. */
    public static final String CONFIRMED = "TERKONFIRMASI";

    public enum Kind {
        /** Libur nasional. */
        NATIONAL("Libur nasional"),
        /** Cuti bersama: government offices close as well. */
        COLLECTIVE_LEAVE("Cuti bersama"),
        /** Libur daerah: set by the regency (its anniversary, an election), or for one office. */
        LOCAL("Libur daerah");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    boolean concerns(OfficeCode place) {
        return office == null || office.equals(place);
    }
}
