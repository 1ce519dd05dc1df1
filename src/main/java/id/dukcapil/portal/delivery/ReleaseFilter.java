package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which releases a list shows.
 *
 * @param status null means all
 * @param office null means all that the person may see
 * @param reference what the office calls the case, or the beginning of it; empty means all
 * @param from issued at or after that moment
 * @param until issued before that moment
 */
public record ReleaseFilter(
        @Nullable ReleaseStatus status,
        @Nullable OfficeCode office,
        String reference,
        @Nullable Instant from,
        @Nullable Instant until) {

    public ReleaseFilter {
        reference = reference.strip();
    }
}
