package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which signed documents a list shows; null means all.
 *
 * @param status one of those a signed document can have
 * @param office of those that the person may see
 * @param reference number of the case, or the beginning of it; empty means all
 * @param from signed at or after that moment
 * @param until signed before that moment
 */
public record SignedFilter(
        @Nullable String kind,
        @Nullable SigningDocumentStatus status,
        @Nullable OfficeCode office,
        @Nullable StaffId signer,
        String reference,
        @Nullable Instant from,
        @Nullable Instant until) {

    public SignedFilter {
        reference = reference.strip();
    }

    /** Everything whose number begins like this. */
    public static SignedFilter ofReference(String reference) {
        return new SignedFilter(null, null, null, null, reference, null, null);
    }
}
