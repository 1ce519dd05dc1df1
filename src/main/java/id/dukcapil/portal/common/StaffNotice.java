package id.dukcapil.portal.common;

import org.jspecify.annotations.Nullable;

/**
 * Something that members of staff should know now. Published as an application event inside the business transaction; the
 * bell at the top of every page shows it to whom it is for.
 *
 * @param kind in a few words: "Permohonan baru"
 * @param text one sentence; it names the case by its number and nobody by name, NIK or KK number
 * @param link where to go, relative to the portal: {@code permohonan/KK-DINAS-2026-00001}
 * @param many how the bell sums up several of this kind; null for notices that are always shown one by one
 */
public record StaffNotice(
        String kind,
        String text,
        String link,
        Audience audience,
        @Nullable Many many) {

    /** One that is always shown by itself. */
    public StaffNotice(String kind, String text, String link, Audience audience) {
        this(kind, text, link, audience, null);
    }

    /**
     * @param text with the number in it: "%d permohonan menunggu diperiksa"
     * @param link a list that shows them together
     */
    public record Many(String text, String link) {}

    /** For whom it is. */
    public sealed interface Audience {

        /** One member of staff. */
        record Person(StaffId person) implements Audience {}

        /**
         * Everybody with that permission whose scope reaches that office.
         *
         * @param except who has done it and need not be told; null when nobody is left out
         */
        record Lane(
                Permission permission,
                OfficeCode office,
                @Nullable StaffId except) implements Audience {}
    }
}
