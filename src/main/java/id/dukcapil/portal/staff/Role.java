package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A set of permissions under a name of the office's own.
 *
 * @param secondFactorRequired whether those who hold it need more than a password to come in
 * @param unknown stored permission names that this version of the portal does not know; they permit nothing
 * @param holders how many accounts have the role, disabled ones too
 * @param position title of the position whose deputies get this role, empty for most
 * @param version to be handed back with a change
 */
public record Role(
        String code,
        String label,
        Set<Permission> permissions,
        boolean secondFactorRequired,
        List<String> unknown,
        int holders,
        String position,
        long version) {

    public Role {
        permissions = permissions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(permissions));
        unknown = List.copyOf(unknown);
    }

    /** Whether a role with these permissions may not go without a second factor: it could open every other door. */
    public static boolean insistsOnSecondFactor(Set<Permission> permissions) {
        return permissions.stream().anyMatch(AccountRules.INDISPENSABLE::contains);
    }

    /** An account that has a role, as one of its own or by a mandate. */
    public record Holder(StaffId id, String fullName, String officeName, boolean enabled) {}

    /** What a role shall become. */
    public record Edit(String label, Set<Permission> permissions, boolean secondFactorRequired, List<String> unknown) {

        public Edit {
            label = label.strip();
            permissions = Set.copyOf(permissions);
            unknown = List.copyOf(unknown);
        }
    }
}
