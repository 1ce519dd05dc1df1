package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import java.util.List;
import java.util.Set;

/**
 * Somebody who is signed in.
 *
 * @param office the place of work; without {@link Permission#OFFICE_SPAN} the only one whose cases are visible
 * @param roles labels of the roles held, highest first, for showing
 */
public record StaffMember(
        StaffId id,
        String username,
        String fullName,
        OfficeCode office,
        List<String> roles,
        Set<Permission> permissions) {

    public StaffMember {
        roles = List.copyOf(roles);
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public boolean mayActFor(OfficeCode other) {
        return may(Permission.OFFICE_SPAN) || office.equals(other);
    }
}
