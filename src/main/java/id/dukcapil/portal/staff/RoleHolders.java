package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.staff.Role.Holder;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has a role, and what else they may do by their other roles. */
@Component
class RoleHolders {

    private static final RowMapper<Holder> HOLDER = RecordRow.of(Holder.class);

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Clock clock;

    RoleHolders(JdbcClient jdbc, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** By name; deputies of a position with this role are among them while their mandate is valid. */
    List<Holder> of(String role) {
        return jdbc.sql("""
                        SELECT a.id, a.full_name, o.name AS office_name, a.enabled
                        FROM staff_account a JOIN staff_office o ON o.code = a.office_code
                        WHERE a.id IN (SELECT account_id FROM staff_account_role WHERE role_code = :role)
                        OR a.id IN (SELECT m.deputy_id FROM staff_mandate m
                                    JOIN staff_position p ON p.code = m.position_code
                                    WHERE p.role_code = :role AND m.revoked_at IS NULL
                                      AND :today BETWEEN m.valid_from AND m.valid_until)
                        ORDER BY a.full_name, a.id""")
                .param("role", role)
                .param("today", organisation.today(clock))
                .query(HOLDER)
                .list();
    }

    /** The holders for whom anything changes when the role gains and loses these permissions. */
    List<RoleDifference.Affected> affected(
            String role, Collection<Permission> added, Collection<Permission> removed, StaffId oneself) {
        return of(role).stream()
                .filter(Holder::enabled)
                .flatMap(holder -> effect(holder, role, added, removed, oneself).stream())
                .toList();
    }

    private Optional<RoleDifference.Affected> effect(
            Holder holder, String role, Collection<Permission> added, Collection<Permission> removed, StaffId oneself) {
        Set<Permission> anyway = permittedBesides(holder.id(), role);
        var affected = new RoleDifference.Affected(
                holder.fullName(),
                holder.officeName(),
                holder.id().equals(oneself),
                RoleDifference.minus(Set.copyOf(added), anyway),
                RoleDifference.minus(Set.copyOf(removed), anyway));
        boolean nothing = affected.gained().isEmpty() && affected.lost().isEmpty();
        return nothing ? Optional.empty() : Optional.of(affected);
    }

    private Set<Permission> permittedBesides(StaffId holder, String role) {
        return Authorities.known(jdbc
                .sql("""
                        SELECT DISTINCT p.permission FROM staff_role_permission p
                        WHERE p.role_code <> :role AND p.role_code IN (
                          SELECT role_code FROM staff_account_role WHERE account_id = :account
                          UNION SELECT s.role_code FROM staff_mandate m JOIN staff_position s ON s.code = m.position_code
                          WHERE m.deputy_id = :account AND m.revoked_at IS NULL
                            AND :today BETWEEN m.valid_from AND m.valid_until)""")
                .param("role", role)
                .param("account", holder.value())
                .param("today", organisation.today(clock))
                .query(OneColumn.TEXT)
                .list()
                .stream()
                .map(String::valueOf)
                .collect(Collectors.toSet()));
    }
}
