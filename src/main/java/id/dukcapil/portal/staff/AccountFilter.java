package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.OfficeCode;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a list shows; null means all.
 *
 * @param text part of the name or user name, or a whole NIP
 * @param role code of a role they hold
 */
public record AccountFilter(
        String text,
        @Nullable OfficeCode office,
        @Nullable String role,
        @Nullable Standing standing) {

    public static final AccountFilter ALL = new AccountFilter("", null, null, null);

    /** Whether the account can be used. */
    public enum Standing {
        /** Signs in as usual. */
        ACTIVE("Aktif"),
        /** Waits for its owner, who has to choose a password of their own. */
        AWAITING_PASSWORD("Kata sandi awal"),
        /** Keeps its history, but nobody gets in. */
        DISABLED("Nonaktif");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        static Standing of(boolean enabled, boolean mustChangePassword) {
            if (!enabled) {
                return DISABLED;
            }
            return mustChangePassword ? AWAITING_PASSWORD : ACTIVE;
        }
    }
}
