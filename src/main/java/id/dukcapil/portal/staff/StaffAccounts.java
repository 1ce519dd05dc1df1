package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Finds the account that signs in, with what it may do, and finds it again when that has changed since. */
@Service
@PreAuthorize("permitAll()")
class StaffAccounts implements UserDetailsService {

    private static final String ACCOUNT =
            "SELECT id, username, password_hash, full_name, office_code FROM staff_account ";

    private final JdbcClient jdbc;
    private final Authorities authorities;

    StaffAccounts(JdbcClient jdbc, Authorities authorities) {
        this.jdbc = jdbc;
        this.authorities = authorities;
    }

    private record Account(UUID id, String username, String passwordHash, String fullName, String officeCode) {}

    @Override
    public UserDetails loadUserByUsername(String username) {
        return jdbc.sql(ACCOUNT + "WHERE username = ?")
                .param(username)
                .query(Account.class)
                .optional()
                .map(this::withPermissions)
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    /**
     * What a session that was opened earlier may do now: the same principal when nothing has changed, a new one when
     * permissions have, and nothing when the session has lost its right to exist.
     */
    Optional<StaffPrincipal> current(StaffPrincipal opened) {
        UUID id = opened.member().id().value();
        return authorities
                .stampOf(id)
                .filter(now -> now.allowsSessionOf(opened.stamp()))
                .map(now -> now.equals(opened.stamp()) ? opened : reload(id));
    }

    /** The account with what it may do now; nothing when it is gone or disabled. */
    Optional<StaffPrincipal> enabled(StaffId person) {
        return authorities
                .stampOf(person.value())
                .filter(AuthorityStamp::enabled)
                .map(stamp -> reload(person.value()));
    }

    private StaffPrincipal reload(UUID id) {
        Account account = jdbc.sql(ACCOUNT + "WHERE id = ?")
                .param(id)
                .query(Account.class)
                .single();
        StaffPrincipal reloaded = withPermissions(account);
        reloaded.eraseCredentials();
        return reloaded;
    }

    /** The stamp is read first: what changes while the rest is being read makes the next comparison fail. */
    private StaffPrincipal withPermissions(Account account) {
        AuthorityStamp stamp = authorities.stampOf(account.id()).orElseThrow();
        var member = new StaffMember(
                new StaffId(account.id()),
                account.username(),
                account.fullName(),
                new OfficeCode(account.officeCode()),
                authorities.rolesOf(account.id()),
                authorities.permissionsOf(account.id()));
        return new StaffPrincipal(member, account.passwordHash(), stamp);
    }
}
