package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Service;

/** Who is acting now, and for which offices. */
@Service
@PreAuthorize("permitAll()")
public class CurrentStaff {

    private final Offices offices;
    private final SecurityContextHolderStrategy securityContext;

    /** @param securityContext Vaadin's own, which also knows the user of a UI that is updated from another thread */
    CurrentStaff(Offices offices, SecurityContextHolderStrategy securityContext) {
        this.offices = offices;
        this.securityContext = securityContext;
    }

    public Optional<StaffMember> find() {
        Authentication authentication = securityContext.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof StaffPrincipal principal
                ? Optional.of(principal.member())
                : Optional.empty();
    }

    /** @throws AccessDeniedException when nobody of the staff is signed in */
    public StaffMember require() {
        return find().orElseThrow(() -> new AccessDeniedException("No member of staff is signed in"));
    }

    public boolean may(Permission permission) {
        return find().filter(member -> member.may(permission)).isPresent();
    }

    /** @throws AccessDeniedException when the person's scope does not reach that office */
    public void requireScope(OfficeCode office) {
        if (!require().mayActFor(office)) {
            throw new AccessDeniedException("The office is outside the scope of this account");
        }
    }

    /** The offices whose cases this person may see, in the organisation's order. */
    public List<Office> officesInScope() {
        StaffMember member = require();
        return offices.all().stream()
                .filter(office -> member.mayActFor(office.code()))
                .toList();
    }

    /**
     * Codes of the offices in scope, for a condition in SQL.
     *
     * @param chosen the only one that is wanted, or null for all; outside the scope it leaves nothing
     */
    public List<String> officesInScope(@Nullable OfficeCode chosen) {
        return officesInScope().stream()
                .map(Office::code)
                .filter(code -> chosen == null || chosen.equals(code))
                .map(OfficeCode::value)
                .toList();
    }
}
