package id.dukcapil.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.RouteConfiguration;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.staff.CurrentStaff;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** Every role finds exactly the rooms it may enter. */
@IntegrationTest
class NavigationTest extends SpringBrowserlessTest {

    @Autowired
    CurrentStaff currentStaff;

    @Test
    @WithUserDetails("admin")
    void theAdministratorFindsWhatThePermissionsAllow() {
        theMenuHoldsExactlyWhatIsPermitted();
    }

    @Test
    @WithUserDetails("operator")
    void theServiceOperatorFindsWhatThePermissionsAllow() {
        theMenuHoldsExactlyWhatIsPermitted();
    }

    @Test
    @WithUserDetails("registrasi")
    void theRegistrationOperatorFindsWhatThePermissionsAllow() {
        theMenuHoldsExactlyWhatIsPermitted();
    }

    @Test
    @WithUserDetails("perekaman")
    void theRecordingOperatorFindsWhatThePermissionsAllow() {
        theMenuHoldsExactlyWhatIsPermitted();
    }

    @Test
    @WithUserDetails("cetak")
    void thePrintOperatorFindsWhatThePermissionsAllow() {
        theMenuHoldsExactlyWhatIsPermitted();
    }

    @Test
    @WithUserDetails("verifikator")
    void theVerifierFindsWhatThePermissionsAllow() {
        theMenuHoldsExactlyWhatIsPermitted();
    }

    @Test
    @WithUserDetails("kadis")
    void theHeadOfTheOfficeFindsWhatThePermissionsAllow() {
        theMenuHoldsExactlyWhatIsPermitted();
        assertThat(find(H1.class).single().getText()).isEqualTo("Selamat pagi, Ratna Komala");
    }

    @Test
    @WithUserDetails("perencana")
    void thePlannerFindsWhatThePermissionsAllow() {
        theMenuHoldsExactlyWhatIsPermitted();
        assertThat(menu()).contains("Uji ubah kuota");
    }

    @Test
    @WithUserDetails("manajer")
    void theManagerFindsWhatThePermissionsAllow() {
        theMenuHoldsExactlyWhatIsPermitted();
        assertThat(menu()).doesNotContain("Uji ubah kuota");
    }

    @Test
    @WithUserDetails("registrasi")
    void theTopBarSaysWhoIsSignedInAndWhere() {
        navigate(HomeView.class);
        assertThat(find(Span.class).withClassName("office-chip").single().getText())
                .isEqualTo("UKL Kecamatan Soreang");
        assertThat(find(PersonMenu.class).single().getElement().getTextRecursively())
                .contains("Deden Suryana", "Operator registrasi");
    }

    private void theMenuHoldsExactlyWhatIsPermitted() {
        navigate(HomeView.class);
        assertThat(menu()).startsWith("Beranda").containsExactlyInAnyOrderElementsOf(permitted());
    }

    private List<String> menu() {
        return find(SideNavItem.class).all().stream().map(SideNavItem::getLabel).toList();
    }

    private List<String> permitted() {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(route -> (Class<?>) route.getNavigationTarget())
                .filter(view -> view.isAnnotationPresent(Menu.class))
                .filter(this::mayOpen)
                .map(view -> view.getAnnotation(Menu.class).title())
                .toList();
    }

    private boolean mayOpen(Class<?> view) {
        var roles = view.getAnnotation(RolesAllowed.class);
        if (roles == null) {
            return view.isAnnotationPresent(PermitAll.class);
        }
        return Arrays.stream(roles.value())
                .anyMatch(role -> currentStaff.require().permissions().stream()
                        .anyMatch(permission -> permission.name().equals(role)));
    }
}
