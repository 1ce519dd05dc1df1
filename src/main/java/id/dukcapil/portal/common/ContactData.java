package id.dukcapil.portal.common;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place that keeps how a resident can be reached, given by the person and not by SIAK, so that the portal itself can
 * correct it (UU 27/2022 art. 30). Callers guard it and leave a trace of the request it serves.
 */
public interface ContactData {

    /** "Pemesanan antrean cetak" */
    String place();

    /**
     * Replaces what is given and leaves the rest as it is, in the caller's transaction.
     *
     * @param reference the request that asked for it, for the audit trail
     * @return how many records were corrected
     * @throws InvalidInput when address or number cannot be right; nothing is changed
     */
    int correct(Nik person, Correction correction, String reference);

    /** @param email the right address, or null to leave it; @param phone the right number, or null to leave it */
    record Correction(@Nullable String email, @Nullable String phone) {

        public boolean isEmpty() {
            return Optional.ofNullable(email)
                    .or(() -> Optional.ofNullable(phone))
                    .isEmpty();
        }
    }
}
