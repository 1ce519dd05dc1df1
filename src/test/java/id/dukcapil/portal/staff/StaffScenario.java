package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/** People of the office for tests: accounts of their own, and acting as somebody. */
@TestComponent
public class StaffScenario {

    public static final OfficeCode DINAS = new OfficeCode("DINAS");
    public static final OfficeCode SOREANG = new OfficeCode("320437");

    private static final int REMEMBERED = 10_000;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;
    private final Roles roles;
    private final UserDetailsService users;
    private final SecurityContextHolderStrategy security;
    private final JdbcClient jdbc;
    private final Deque<AuditEvent> audited = new ArrayDeque<>();

    StaffScenario(
            Accounts accounts,
            Roles roles,
            UserDetailsService users,
            SecurityContextHolderStrategy security,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.roles = roles;
        this.users = users;
        this.security = security;
        this.jdbc = jdbc;
    }

    @EventListener
    synchronized void remember(AuditEvent event) {
        if (audited.size() == REMEMBERED) {
            audited.removeFirst();
        }
        audited.addLast(event);
    }

    /** What was said about the record, in the order it happened. */
    public synchronized List<AuditEvent> auditOf(String reference) {
        return audited.stream()
                .filter(event -> event.reference().equals(reference))
                .toList();
    }

    /** A user name that nobody has yet. */
    public String freshUsername() {
        return "uji.pegawai" + NUMBER.incrementAndGet() + "x" + Long.toString(System.nanoTime() % 100_000, 36);
    }

    public static AccountEdit person(String fullName, OfficeCode office, String... roles) {
        return new AccountEdit(fullName, "", "", office, Set.copyOf(Arrays.asList(roles)));
    }

    /** An account of the head office, made by the administrator. */
    public AccountDetails account(String... roles) {
        return accountIn(DINAS, roles);
    }

    public AccountDetails accountIn(OfficeCode office, String... roleCodes) {
        String username = freshUsername();
        StaffId id = as("admin", () -> accounts.create(username, person("Uji " + username, office, roleCodes)))
                .account();
        return seen(id);
    }

    /** An account of the head office for somebody of that name. */
    public AccountDetails accountOf(String fullName, String... roleCodes) {
        String username = freshUsername();
        return seen(as("admin", () -> accounts.create(username, person(fullName, DINAS, roleCodes)))
                .account());
    }

    /** As the administrator sees it now. */
    public AccountDetails seen(StaffId id) {
        return as("admin", () -> accounts.find(id).orElseThrow());
    }

    /** A role of its own, copied from a standard one. */
    public Role roleLike(String model) {
        return as("admin", () -> roles.copy(model, "Uji " + freshUsername()));
    }

    public Role role(String code) {
        return as("admin", () -> roles.find(code).orElseThrow());
    }

    /** Gives the account exactly these roles. */
    public void giveRoles(AccountDetails account, String... codes) {
        AccountDetails now = seen(account.id());
        as("admin", () -> {
            accounts.edit(now.id(), now.version(), person(now.fullName(), now.office(), codes));
            return null;
        });
    }

    /** Behind the back of the portal, as a newer version's migration would leave it. */
    public void permitUnknown(String role, String permission) {
        jdbc.sql("INSERT INTO staff_role_permission (role_code, permission) VALUES (?, ?)")
                .params(role, permission)
                .update();
    }

    /** As if the person had set up an app; no code of it is ever asked for. */
    public void setUpSecondFactor(AccountDetails account) {
        jdbc.sql("INSERT INTO staff_second_factor (account_id, secret, last_step, set_up_at)"
                        + " VALUES (?, X'00', 0, '2026-01-02 03:04:05')")
                .param(account.id().value())
                .update();
    }

    public Authentication signedIn(String username) {
        UserDetails account = users.loadUserByUsername(username);
        return UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
    }

    public StaffId idOf(String username) {
        return principal(username).member().id();
    }

    /** Another administrator is faster. */
    public void rename(Role role, String label) {
        as(
                "admin",
                () -> roles.change(
                        role.code(),
                        role.version(),
                        new Role.Edit(label, role.permissions(), role.secondFactorRequired(), role.unknown())));
    }

    StaffPrincipal principal(String username) {
        return (StaffPrincipal) users.loadUserByUsername(username);
    }

    /** Runs as the member of staff, on whichever thread. */
    public <T> T as(String username, Supplier<T> work) {
        var context = security.createEmptyContext();
        context.setAuthentication(signedIn(username));
        var before = security.getContext();
        security.setContext(context);
        try {
            return work.get();
        } finally {
            security.setContext(before);
        }
    }
}
