package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;

/**
 * An account in a list.
 *
 * @param roles labels, the standing mandate as a deputy first, joined for reading
 */
public record AccountRow(
        StaffId id,
        String username,
        String fullName,
        OfficeCode office,
        String officeName,
        String roles,
        AccountFilter.Standing standing) {}
