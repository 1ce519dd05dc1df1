package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Finds the account that signs in, with the permissions of all its roles. */
@Service
@PreAuthorize("permitAll()")
class StaffAccounts implements UserDetailsService {

    private static final RowMapper<String> TEXT = (row, number) -> row.getString(1);

    private final JdbcClient jdbc;

    StaffAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Account(
            UUID id, String username, String passwordHash, String fullName, String officeCode, boolean enabled) {}

    @Override
    public UserDetails loadUserByUsername(String username) {
        Account account = jdbc.sql("""
                        SELECT id, username, password_hash, full_name, office_code, enabled
                        FROM staff_account WHERE username = ?""")
                .param(username)
                .query(Account.class)
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
        var member = new StaffMember(
                new StaffId(account.id()),
                account.username(),
                account.fullName(),
                new OfficeCode(account.officeCode()),
                rolesOf(account.id()),
                permissionsOf(account.id()));
        return new StaffPrincipal(member, account.passwordHash(), account.enabled());
    }

    private List<String> rolesOf(UUID account) {
        return jdbc.sql("""
                        SELECT r.label FROM staff_role r JOIN staff_account_role a ON a.role_code = r.code
                        WHERE a.account_id = ? ORDER BY r.ordinal""").param(account).query(TEXT).list();
    }

    private Set<Permission> permissionsOf(UUID account) {
        var permissions = EnumSet.noneOf(Permission.class);
        jdbc.sql("""
                        SELECT DISTINCT p.permission FROM staff_role_permission p
                        JOIN staff_account_role a ON a.role_code = p.role_code WHERE a.account_id = ?""").param(account).query(TEXT).list().forEach(name -> permissions.add(Permission.valueOf(name)));
        return permissions;
    }
}
