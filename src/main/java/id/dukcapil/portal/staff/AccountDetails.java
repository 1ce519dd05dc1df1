package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.Nip;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as the administrator sees it.
 *
 * @param civilRank pangkat/golongan as printed below a signature: "Penata Tingkat I (III/d)"
 * @param mandate how the account stands in today, "Plh. Kepala Dinas"
 * @param permissions what the account may do now, with a valid mandate
 * @param disabledBecause why the account is disabled
 * @param version to be handed back with a change
 * @param allowed what the one who looks may do with it
 */
public record AccountDetails(
        StaffId id,
        String username,
        String fullName,
        @Nullable Nip nip,
        @Nullable String civilRank,
        OfficeCode office,
        String officeName,
        List<HeldRole> roles,
        @Nullable String mandate,
        Set<Permission> permissions,
        AccountFilter.Standing standing,
        @Nullable String disabledBecause,
        Instant createdAt,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        long version,
        Set<Action> allowed) {

    public record HeldRole(String code, String label) {}

    public enum Action {
        EDIT,
        RESET_PASSWORD,
        /** Only while there is one. */
        RESET_SECOND_FACTOR,
        DISABLE,
        ENABLE
    }
}
