package id.dukcapil.portal.counter.device;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A screen or machine of the hall that opens its page with a token instead of an account.
 *
 * @param seenAt when it last asked for something, to the minute; null before it has
 * @param revokedAt since when its token opens nothing; null while it does
 */
public record Device(
        UUID id,
        OfficeCode office,
        Kind kind,
        String name,
        String createdBy,
        Instant createdAt,
        @Nullable Instant seenAt,
        @Nullable Instant revokedAt) {

    public enum Kind {
        BOARD("Papan panggilan", "/papan/"),
        KIOSK("Mesin nomor", "/antrean/");

        private final String label;
        private final String path;

        Kind(String label, String path) {
            this.label = label;
            this.path = path;
        }

        public String label() {
            return label;
        }

        /** Of its page, followed by the code of the office. */
        public String path() {
            return path;
        }
    }
}
