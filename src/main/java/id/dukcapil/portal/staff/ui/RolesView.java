package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Role;
import id.dukcapil.portal.staff.RoleDifference;
import id.dukcapil.portal.staff.Roles;
import id.dukcapil.portal.staff.StaffConflict;
import id.dukcapil.portal.staff.signin.SecondFactor;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** Peran: which role may do what, as one table; the chosen role is changed beside it, with its consequences shown first. */
@Route(RolesView.ROUTE)
@PageTitle("Peran")
@Menu(title = "Peran", order = 111)
@RolesAllowed(Permission.Name.STAFF_READ)
@StyleSheet("context://styles/people.css")
class RolesView extends AddressedPage {

    static final String ROUTE = "peran";

    private static final String ROLE = "peran";

    private final transient Roles roles;
    private final transient SecondFactor secondFactor;
    private final RoleMatrix matrix = new RoleMatrix();
    private final RolePanel panel;

    RolesView(Roles roles, SecondFactor secondFactor, CurrentStaff staff) {
        super("Peran", ROUTE);
        this.roles = roles;
        this.secondFactor = secondFactor;
        panel = new RolePanel(staff.may(Permission.ROLE_EDIT), secondFactor.isEnforced(), new Editing());
        panel.onDismiss(() -> go(url().with(ROLE, null)));
        var list = new Div(matrix);
        list.addClassName("list");
        var content = new Div(list, panel);
        content.addClassNames("list-and-panel", "roles");
        add(content);
    }

    @Override
    protected void refresh() {
        List<Role> all = roles.all();
        Optional<Role> chosen = url().text(ROLE)
                .flatMap(code ->
                        all.stream().filter(role -> role.code().equals(code)).findFirst());
        setSubtitle("%d peran; pilih satu untuk melihat pemegangnya".formatted(all.size()));
        matrix.show(all, chosen.map(Role::code).orElse(""));
        panel.setVisible(chosen.isPresent());
        chosen.ifPresent(role -> panel.show(role, roles.holdersOf(role.code())));
        if (chosen.isEmpty() && url().text(ROLE).isPresent()) {
            Notify.warning("Peran itu tidak ada lagi.");
        }
    }

    /** What the panel asks for. */
    private final class Editing implements RolePanel.Listener {

        @Override
        public void review(Role role, Role.Edit edit) {
            RoleDifference difference = roles.preview(role.code(), edit);
            if (difference.isEmpty()) {
                Notify.done("Tidak ada yang berubah.");
            } else {
                new RoleDifferenceDialog(
                                difference,
                                secondFactor.isEnforced(),
                                () -> act(() -> {
                                    roles.change(role.code(), role.version(), edit);
                                    Notify.done("Peran %s disimpan; berlaku sejak sekarang.".formatted(edit.label()));
                                }))
                        .open();
            }
        }

        @Override
        public void copy(Role role, String label) {
            Role copy = roles.copy(role.code(), label);
            Notify.done("Peran %s dibuat.".formatted(copy.label()));
            go(url().with(ROLE, copy.code()));
        }

        @Override
        public void delete(Role role) {
            act(() -> {
                roles.delete(role.code(), role.version());
                Notify.done("Peran %s dihapus.".formatted(role.label()));
                go(url().with(ROLE, null));
            });
        }

        private void act(Runnable work) {
            try {
                work.run();
            } catch (StaffConflict faster) {
                Notify.warning(String.valueOf(faster.getMessage()));
            }
            refresh();
        }
    }
}
