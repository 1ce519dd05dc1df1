package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Who may sign for the office at a moment, with the lines to print below the signature.
 *
 * @param title "Kepala Dinas …" or "Plh. Kepala Dinas …"
 * @param nip as printed, in groups; null when not known
 * @param civilRank "Pembina Utama Muda (IV/c)"; null when not known
 * @param account with which the person signs in the portal; null when the head has none
 * @param mandate on which a deputy relies; null for the head
 */
public record Signatory(
        String title,
        String fullName,
        @Nullable String nip,
        @Nullable String civilRank,
        @Nullable StaffId account,
        @Nullable Mandate mandate) {}
