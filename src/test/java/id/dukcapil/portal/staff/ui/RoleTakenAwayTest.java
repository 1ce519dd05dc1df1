package id.dukcapil.portal.staff.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.HasErrorParameter;
import id.dukcapil.portal.staff.AccountDetails;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.context.WebApplicationContext;

/**
 * Somebody has a page open while another administrator takes the role away. Every click comes as a request through the
 * portal's filters, as the browser would send it.
 */
class RoleTakenAwayTest extends StaffScreen {

    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter portalFilters;

    @Autowired
    WebApplicationContext portal;

    private AccountDetails account;

    private MockHttpSession session;

    @BeforeEach
    void anAdministratorIsSignedIn() {
        account = given.account("admin");
        session = new MockHttpSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(given.signedIn(account.username())));
    }

    @Test
    void theNextClickOfAnOpenPageIsRefused() throws Exception {
        AccountDetails colleague = given.account("operator");
        inARequest(() -> {
            open(AccountsView.class, Map.of("akun", colleague.id().toString()));
            click("Nonaktifkan");
            giveReason("tidak boleh lagi");
        });
        given.giveRoles(account, "manajer");
        inARequest(() -> assertThatThrownBy(() -> test(find(Button.class)
                                .from(dialog())
                                .withText("Nonaktifkan")
                                .single())
                        .click())
                .isInstanceOf(AccessDeniedException.class));
        assertThat(given.seen(colleague.id()).disabledBecause()).isNull();
    }

    @Test
    void theNextNavigationIsRefusedAndTheMenuNoLongerOffersIt() throws Exception {
        inARequest(() -> {
            UI.getCurrent().navigate("");
            assertThat(menu()).contains("Pegawai", "Peran");
        });
        given.giveRoles(account, "operator");
        inARequest(() -> {
            UI.getCurrent().navigate(RolesView.class);
            assertThat(getCurrentView()).isInstanceOf(HasErrorParameter.class);
            assertThat(menu()).contains("Pemesanan").doesNotContain("Pegawai", "Peran");
        });
    }

    private List<String> menu() {
        return find(SideNavItem.class).all().stream().map(SideNavItem::getLabel).toList();
    }

    private void inARequest(Runnable work) throws Exception {
        var request = new MockHttpServletRequest(portal.getServletContext(), "POST", "/");
        request.setParameter("v-r", "uidl");
        request.setSession(session);
        portalFilters.doFilter(request, new MockHttpServletResponse(), (passed, answer) -> work.run());
    }
}
