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
        DINAS,
        /** Counters in a Mal Pelayanan Publik. */
        MPP,
        /** Unit Kerja Layanan in a sub-district (kecamatan). */
        UKL
    }
}
