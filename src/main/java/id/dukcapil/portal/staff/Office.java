package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.OfficeCode;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A place where the registry office serves people. */
public record Office(
        OfficeCode code,
        String name,
        Kind kind,
        ZoneId timeZone,
        @Nullable String address,
        @Nullable String phone) {

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
}
