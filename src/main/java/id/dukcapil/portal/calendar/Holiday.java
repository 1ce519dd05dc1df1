package id.dukcapil.portal.calendar;

import java.time.LocalDate;

/**
 * A dated holiday. The same name can return within one year (Isra Mikraj on 5 January and 26 December 2027), so the
 * date belongs to its identity.
 *
 * @param basis the decree (SKB tiga menteri) that sets it, as far as it is known
 * @param source where the date was taken from
 * @param certainty {@code TERKONFIRMASI} or {@code SATU_SUMBER} when only one source names it
 */
public record Holiday(LocalDate date, String name, Kind kind, String basis, String source, String certainty) {

    public enum Kind {
        /** Libur nasional. */
        NATIONAL("Libur nasional"),
        /** Cuti bersama: government offices close as well. */
        COLLECTIVE_LEAVE("Cuti bersama");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
