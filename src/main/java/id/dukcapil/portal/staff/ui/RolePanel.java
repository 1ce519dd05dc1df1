package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.PermissionRoom;
import id.dukcapil.portal.staff.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One role beside the table: its name and permissions to tick, who holds it, and what can be done with it. */
class RolePanel extends DetailPanel {

    /** What an administrator asks for. */
    interface Listener {

        void review(Role role, Role.Edit edit);

        void copy(Role role, String label);

        void delete(Role role);
    }

    private final boolean editable;
    private final boolean enforced;
    private final transient Listener listener;
    private final TextField label = Indonesian.textField("Nama peran");
    private final List<CheckboxGroup<Permission>> rooms = new ArrayList<>();
    private final Checkbox secondFactor = new Checkbox("Wajib langkah kedua");
    private transient List<String> unknown = new ArrayList<>();

    /** @param enforced whether the portal insists on the second factor that a role demands */
    RolePanel(boolean editable, boolean enforced, Listener listener) {
        super("rincian peran");
        this.editable = editable;
        this.enforced = enforced;
        this.listener = listener;
        addClassName("role-panel");
        label.setMaxLength(80);
        label.setManualValidation(true);
        label.setReadOnly(!editable);
        for (PermissionRoom room : PermissionRoom.values()) {
            var group = new CheckboxGroup<Permission>(room.label());
            group.setItems(room.permissions());
            group.setItemLabelGenerator(Permission::label);
            group.setReadOnly(!editable);
            group.addValueChangeListener(change -> insistOnSecondFactor());
            rooms.add(group);
        }
    }

    void show(Role role, List<Role.Holder> holders) {
        startWith(role.label());
        unknown = new ArrayList<>(role.unknown());
        label.setValue(role.label());
        rooms.forEach(group -> group.setValue(group.getListDataView()
                .getItems()
                .filter(role.permissions()::contains)
                .collect(Collectors.toSet())));
        secondFactor.setValue(role.secondFactorRequired());
        insistOnSecondFactor();
        if (!role.position().isEmpty()) {
            add(new Callout(
                    "Jabatan",
                    Tone.INFO,
                    "Plh. dan Plt. %s mendapat peran ini selama mandatnya berlaku.".formatted(role.position())));
        }
        if (editable) {
            add(label);
        }
        role.unknown().forEach(name -> add(unknownPermission(name)));
        rooms.forEach(this::add);
        add(secondFactor);
        if (editable) {
            add(actions(role));
        }
        add(holders(holders));
    }

    /** Shows what saving would refuse anyway, and why, while permissions are ticked. */
    private void insistOnSecondFactor() {
        boolean needed = Role.insistsOnSecondFactor(permissions());
        if (needed) {
            secondFactor.setValue(true);
        }
        secondFactor.setReadOnly(!editable || needed);
        secondFactor.setHelperText(
                needed
                        ? "Tidak dapat dilepas: peran ini mengatur pegawai atau peran."
                        : enforced
                                ? "Pemegangnya masuk dengan kata sandi dan kode dari aplikasi autentikator."
                                : "Belum ditagih di peragaan ini: pemegangnya boleh masuk dengan kata sandi saja.");
    }

    /** Left behind by another version of the portal: permits nothing and can go. */
    private Div unknownPermission(String name) {
        var code = new Span(name);
        code.addClassName("code");
        var row = new Div(new Span("Izin yang tidak dikenal"), code);
        row.addClassName("unknown-permission");
        if (editable) {
            var remove = new Button("Hapus", click -> {
                unknown.remove(name);
                row.addClassName("removed");
                click.getSource().setText("Akan dihapus");
                click.getSource().setEnabled(false);
            });
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel("Hapus izin " + name);
            row.add(remove);
        }
        return row;
    }

    private Div actions(Role role) {
        var review = new Button("Periksa perubahan…", click -> listener.review(role, edit()));
        review.addThemeVariants(ButtonVariant.PRIMARY);
        var copy = new Button("Salin…", click -> RoleNameDialog.ask(role, name -> listener.copy(role, name)));
        var actions = new Div(review, copy);
        if (role.holders() == 0 && role.position().isEmpty()) {
            var delete = new Button(
                    "Hapus",
                    click -> Confirm.ask(
                            "Hapus peran %s?".formatted(role.label()),
                            "Tidak ada pegawai yang memegangnya. Izin-izinnya tidak berubah untuk siapa pun.",
                            "Hapus peran",
                            () -> listener.delete(role)));
            delete.addThemeVariants(ButtonVariant.ERROR);
            actions.add(delete);
        }
        actions.addClassName("panel-actions");
        return actions;
    }

    private Role.Edit edit() {
        return new Role.Edit(label.getValue(), permissions(), secondFactor.getValue(), unknown);
    }

    private Set<Permission> permissions() {
        var permissions = EnumSet.noneOf(Permission.class);
        rooms.forEach(group -> permissions.addAll(group.getValue()));
        return permissions;
    }

    private static Section holders(List<Role.Holder> holders) {
        if (holders.isEmpty()) {
            return section("Pemegang", new Paragraph("Belum ada pegawai dengan peran ini."));
        }
        var list = new UnorderedList();
        list.addClassName("latest");
        holders.forEach(holder -> {
            var name = new Anchor("pegawai?akun=" + holder.id(), holder.fullName());
            var where = new Span(" " + holder.officeName() + (holder.enabled() ? "" : " · nonaktif"));
            where.addClassName("muted");
            list.add(new ListItem(name, where));
        });
        return section("Pemegang · %d".formatted(holders.size()), list);
    }
}
