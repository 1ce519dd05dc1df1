package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.staff.PermissionRoom;
import id.dukcapil.portal.staff.Role;
import java.util.List;

/** All permissions by room, all roles beside each other. On a phone the table gives way to the list of roles. */
class RoleMatrix extends Div {

    RoleMatrix() {
        addClassName("role-matrix");
    }

    void show(List<Role> roles, String chosen) {
        getElement().removeAllChildren();
        getElement().appendChild(table(roles, chosen), list(roles));
    }

    private static Element table(List<Role> roles, String chosen) {
        var table = new Element("table").setAttribute("class", "card");
        table.appendChild(new Element("caption").setText("Izin menurut peran").setAttribute("class", "sr-only"));
        table.appendChild(head(roles, chosen));
        for (PermissionRoom room : PermissionRoom.values()) {
            table.appendChild(body(room, roles, chosen));
        }
        return table;
    }

    private static Element head(List<Role> roles, String chosen) {
        var row = new Element("tr").appendChild(new Element("td"));
        roles.forEach(role -> row.appendChild(new Element("th")
                .setAttribute("scope", "col")
                .setAttribute("class", column(role, chosen))
                .appendChild(link(role)
                        .appendChild(
                                new Element("span").setText(role.label()),
                                new Element("small").setText(holders(role))))));
        return new Element("thead").appendChild(row);
    }

    private static Element body(PermissionRoom room, List<Role> roles, String chosen) {
        var body = new Element("tbody");
        body.appendChild(new Element("tr")
                .setAttribute("class", "room")
                .appendChild(new Element("th")
                        .setAttribute("colspan", String.valueOf(roles.size() + 1))
                        .setAttribute("scope", "rowgroup")
                        .setText(room.label())));
        room.permissions().forEach(permission -> body.appendChild(row(permission, roles, chosen)));
        return body;
    }

    private static Element row(Permission permission, List<Role> roles, String chosen) {
        var row = new Element("tr");
        row.appendChild(new Element("th").setAttribute("scope", "row").setText(permission.label()));
        for (Role role : roles) {
            boolean held = role.permissions().contains(permission);
            var mark = new Element("i").setAttribute("class", held ? "held" : "none");
            mark.setAttribute("role", "img").setAttribute("aria-label", held ? "boleh" : "tidak");
            row.appendChild(new Element("td")
                    .setAttribute("class", column(role, chosen))
                    .setAttribute("title", role.label())
                    .appendChild(mark));
        }
        return row;
    }

    private static Element list(List<Role> roles) {
        var list = new Element("ul").setAttribute("class", "card link-list");
        roles.forEach(role -> list.appendChild(new Element("li")
                .appendChild(link(role)
                        .appendChild(new Element("span")
                                .appendChild(
                                        new Element("b").setText(role.label()),
                                        new Element("br"),
                                        new Element("small")
                                                .setText("%d izin · %s"
                                                        .formatted(
                                                                role.permissions()
                                                                        .size(),
                                                                holders(role))))))));
        return list;
    }

    private static Element link(Role role) {
        return new Element("a")
                .setAttribute("href", RolesView.ROUTE + "?peran=" + role.code())
                .setAttribute("router-link", "");
    }

    private static String holders(Role role) {
        return role.holders() == 0 ? "belum dipakai" : role.holders() + " pegawai";
    }

    private static String column(Role role, String chosen) {
        return role.code().equals(chosen) ? "chosen" : "";
    }
}
