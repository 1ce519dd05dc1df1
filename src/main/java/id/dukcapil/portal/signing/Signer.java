package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Penanda tangan: who signs with a certificate of their own, as decided at the time of signing.
 *
 * @param account with which the person is signed in to the portal
 * @param nik by which the provider knows the person; printed in no log
 * @param title "Kepala Dinas …" or "Plh. Kepala Dinas …"
 * @param nip as printed, in groups; null when not known
 */
public record Signer(
        StaffId account,
        Nik nik,
        String fullName,
        String title,
        @Nullable String nip) {}
