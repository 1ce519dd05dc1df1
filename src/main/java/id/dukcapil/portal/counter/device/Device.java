package id.dukcapil.portal.counter.device;

import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A screen or machine of the hall that opens its page with a token instead of an account.
 *
 * @param seenAt when it last asked for something, to the minute; null before it has
 * @param revokedAt since when its token opens nothing; null while it does
 * @param paperOutAt since when it prints nothing; null while it does
 * @param helpAskedAt since when a person there asks for a clerk; null for none
 */
public record Device(
        UUID id,
        OfficeCode office,
        Kind kind,
        String name,
        String createdBy,
        Instant createdAt,
        @Nullable Instant seenAt,
        @Nullable Instant revokedAt,
        @Nullable Instant paperOutAt,
        @Nullable Instant helpAskedAt) {

    /** Why a clerk has to go to a number machine. */
    public enum Need {
        PAPER("kertas habis", "Kertas sudah diisi", "paper_out_at"),
        HELP("memanggil petugas", "Sudah didatangi", "help_asked_at");

        private final String label;
        private final String done;
        private final String column;

        Need(String label, String done, String column) {
            this.label = label;
            this.done = done;
            this.column = column;
        }

        public String label() {
            return label;
        }

        /** What the clerk says afterwards. */
        public String done() {
            return done;
        }

        String column() {
            return column;
        }
    }

    /** Since when it has that need; null when it has not. */
    public @Nullable Instant since(Need need) {
        return switch (need) {
            case PAPER -> paperOutAt;
            case HELP -> helpAskedAt;
        };
    }

    /** What it needs now. */
    public List<Need> needs() {
        return Arrays.stream(Need.values()).filter(need -> since(need) != null).toList();
    }

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
