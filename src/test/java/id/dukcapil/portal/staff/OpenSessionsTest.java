package id.dukcapil.portal.staff;

import static id.dukcapil.portal.staff.StaffScenario.person;
import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.Permission;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.context.WebApplicationContext;

/** A session that is open when its account changes; every request passes the portal's own filters. */
@IntegrationTest
class OpenSessionsTest {

    private static final String KEY = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    @Autowired
    StaffScenario given;

    @Autowired
    Accounts accounts;

    @Autowired
    Roles roles;

    /** Everything a request passes on its way to a view. */
    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter portalFilters;

    @Autowired
    WebApplicationContext portal;

    private AccountDetails account;
    private MockHttpSession session;

    @BeforeEach
    void somebodyIsSignedIn() {
        account = given.account("operator");
        session = new MockHttpSession();
        session.setAttribute(KEY, new SecurityContextImpl(given.signedIn(account.username())));
    }

    @Test
    void whileNothingChangesTheSessionStaysAsItIs() throws Exception {
        var before = authentication();
        nextRequest();
        assertThat(authentication()).isSameAs(before);
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneWithTheNextRequest() throws Exception {
        assertThat(authorities()).contains("BOOKING_CREATE");
        given.giveRoles(account, "perekaman");
        nextRequest();
        assertThat(authorities()).contains("POPULATION_READ").doesNotContain("BOOKING_CREATE", "QUOTA_READ");
        assertThat(principal().member().roles()).containsExactly("Operator perekaman");
    }

    @Test
    void aPermissionThatItsRoleLosesIsGoneWithTheNextRequest() throws Exception {
        Role own = given.roleLike("operator");
        given.giveRoles(account, own.code());
        nextRequest();
        assertThat(authorities()).contains("BOOKING_EXPORT");

        var fewer = own.permissions().stream()
                .filter(permission -> permission != Permission.BOOKING_EXPORT)
                .toList();
        given.as(
                "admin",
                () -> roles.change(
                        own.code(),
                        own.version(),
                        new Role.Edit(own.label(), Set.copyOf(fewer), own.secondFactorRequired(), List.of())));
        nextRequest();
        assertThat(authorities()).contains("BOOKING_READ").doesNotContain("BOOKING_EXPORT");
    }

    @Test
    void howThePersonProvedToBeWhoTheyAreOutlivesTheChange() throws Exception {
        var proved = authentication().toBuilder()
                .authorities(held -> held.add(new SimpleGrantedAuthority("FACTOR_OTT")))
                .build();
        session.setAttribute(KEY, new SecurityContextImpl(proved));
        given.giveRoles(account, "perekaman");
        nextRequest();
        assertThat(authorities()).contains("FACTOR_OTT").doesNotContain("BOOKING_CREATE");
    }

    @Test
    void aDisabledAccountLosesItsSession() throws Exception {
        AccountDetails now = given.seen(account.id());
        given.as("admin", () -> {
            accounts.disable(now.id(), now.version(), "pindah tugas");
            return null;
        });
        nextRequest();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aSessionOpenedWithTheOldPasswordEndsWhenTheAdministratorGivesANewOne() throws Exception {
        given.as("admin", () -> accounts.resetPassword(account.id(), account.version()));
        nextRequest();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void filesOfTheClientAreServedWithoutAsking() throws Exception {
        given.giveRoles(account, "perekaman");
        request("/VAADIN/build/tidak-ada.js");
        assertThat(authorities()).contains("BOOKING_CREATE");
    }

    @Test
    void anUnknownPermissionInARoleKeepsNobodyOut() {
        Role own = given.roleLike("operator");
        given.permitUnknown(own.code(), "TELEPORT_CITIZENS");
        String username = given.freshUsername();
        given.as("admin", () -> accounts.create(username, person("Uji Tetap Masuk", StaffScenario.DINAS, own.code())));
        assertThat(given.signedIn(username).getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .contains("BOOKING_CREATE")
                .doesNotContain("TELEPORT_CITIZENS");
        Role seen = given.role(own.code());
        assertThat(seen.unknown()).containsExactly("TELEPORT_CITIZENS");
        given.as(
                "admin",
                () -> roles.change(
                        own.code(),
                        seen.version(),
                        new Role.Edit(seen.label(), seen.permissions(), seen.secondFactorRequired(), List.of())));
    }

    private void nextRequest() throws Exception {
        request("/pemesanan");
    }

    private void request(String address) throws Exception {
        var request = new MockHttpServletRequest(portal.getServletContext(), "GET", address);
        request.setSession(session);
        portalFilters.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }

    private Authentication authentication() {
        var context = (SecurityContext) Objects.requireNonNull(session.getAttribute(KEY));
        return Objects.requireNonNull(context.getAuthentication());
    }

    private StaffPrincipal principal() {
        return (StaffPrincipal) Objects.requireNonNull(authentication().getPrincipal());
    }

    private List<String> authorities() {
        return authentication().getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
