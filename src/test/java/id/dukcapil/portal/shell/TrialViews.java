package id.dukcapil.portal.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.security.access.AccessDeniedException;

/** Views that exist in the tests only: one that few may open, and two that fail while they are built. */
final class TrialViews {

    private TrialViews() {}

    @Route("uji/kuota")
    @Menu(title = "Uji ubah kuota", order = 39)
    @RolesAllowed(Permission.Name.QUOTA_EDIT)
    static class ForPlanners extends Div {}

    @Route("uji/rusak")
    @PermitAll
    static class Broken extends Div {
        Broken() {
            throw new IllegalStateException("a cause that must not be shown");
        }
    }

    @Route("uji/ditolak")
    @PermitAll
    static class RefusedByService extends Div {
        RefusedByService() {
            throw new AccessDeniedException("a reason that must not be shown");
        }
    }
}
