package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.NamedOffice;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A place where the registry office serves people.
 *
 * @param servesFrom first day of service; none for an office that has always been there
 * @param closedFrom first day on which it serves no more; none for an office that goes on
 * @param closureReason why it was given up, as the citizen reads it
 */
public record Office(
        OfficeCode code,
        String name,
        Kind kind,
        ZoneId timeZone,
        @Nullable String address,
        @Nullable String phone,
        @Nullable LocalDate servesFrom,
        @Nullable LocalDate closedFrom,
        @Nullable String closureReason)
        implements NamedOffice {

    public enum Kind {
        /** The head office, Dinas Kependudukan dan Pencatatan Sipil. */
        DINAS("Dinas"),
        /** Counters in a Mal Pelayanan Publik. */
        MPP("Mal Pelayanan Publik"),
        /** Unit Kerja Layanan in a sub-district (kecamatan). */
        UKL("Unit Kerja Layanan");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether it has been given up by that date. */
    public boolean isClosedOn(LocalDate date) {
        return closedFrom != null && !date.isBefore(closedFrom);
    }

    /** Whether it has not opened yet on that date. */
    public boolean opensAfter(LocalDate date) {
        return servesFrom != null && date.isBefore(servesFrom);
    }
}
