package id.dukcapil.portal.staff.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.staff.AccountDetails;
import id.dukcapil.portal.staff.Role;
import id.dukcapil.portal.staff.RoleDifference;
import id.dukcapil.portal.staff.Roles;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The administrator Wawan Hermawan puts roles together. */
@WithUserDetails("admin")
class RolesViewTest extends StaffScreen {

    @Autowired
    Roles roles;

    @Test
    void theTableShowsEveryPermissionAndEveryRole() {
        open(RolesView.class, Map.of());
        assertThat(page()).contains("Kepala Dinas", "Operator layanan", "Kuota & pemesanan", "Mencari data penduduk");
        assertThat(find(RolePanel.class).all()).isEmpty();
    }

    @Test
    void whatAChangeDoesIsShownBeforeItIsSaved() {
        Role role = given.roleLike("operator");
        AccountDetails holder = given.account(role.code());
        open(RolesView.class, Map.of("peran", role.code()));
        assertThat(page()).contains(holder.fullName());
        tick("Kuota & pemesanan", Permission.QUOTA_EDIT, true);
        tick("Kuota & pemesanan", Permission.BOOKING_CHANGE, false);
        click("Periksa perubahan…");
        assertThat(textOf(dialog()))
                .contains("+ " + Permission.QUOTA_EDIT.label(), "− " + Permission.BOOKING_CHANGE.label())
                .contains("1 pegawai terdampak", holder.fullName(), "+1 izin", "−1 izin");
        assertThat(given.role(role.code()).permissions()).isEqualTo(role.permissions());

        click("Simpan perubahan");
        assertThat(noDialogIsOpen()).isTrue();
        assertThat(notice()).contains("disimpan");
        assertThat(given.role(role.code()).permissions())
                .contains(Permission.QUOTA_EDIT)
                .doesNotContain(Permission.BOOKING_CHANGE);
    }

    @Test
    void aSecondFactorIsDemandedAfterItStoodInTheDifference() {
        Role role = given.roleLike("operator");
        open(RolesView.class, Map.of("peran", role.code()));
        assertThat(secondFactor().getValue()).isFalse();
        test(secondFactor()).click();
        click("Periksa perubahan…");
        assertThat(textOf(dialog()))
                .contains("+ Wajib langkah kedua", "belum ditagih", "Izin tidak berubah untuk siapa pun");
        click("Simpan perubahan");
        assertThat(given.role(role.code()).secondFactorRequired()).isTrue();
        assertThat(secondFactor().getValue()).isTrue();
    }

    @Test
    void whatDemandingASecondFactorDoesIsSaidAsThePortalIsSetUp() {
        Role role = given.roleLike("operator");
        RoleDifference demanded = given.as(
                "admin",
                () -> roles.preview(
                        role.code(), new Role.Edit(role.label(), role.permissions(), true, role.unknown())));
        assertThat(textOf(new RoleDifferenceDialog(demanded, true, () -> {})))
                .contains("diarahkan ke sana di halaman berikutnya");
        assertThat(textOf(new RoleDifferenceDialog(demanded, false, () -> {})))
                .contains("di peragaan ini belum ditagih")
                .doesNotContain("diarahkan");
    }

    @Test
    void aRoleThatAdministersCannotDropItAndSaysWhy() {
        Role role = given.roleLike("operator");
        open(RolesView.class, Map.of("peran", role.code()));
        assertThat(secondFactor().isReadOnly()).isFalse();
        tick("Pegawai & peran", Permission.STAFF_EDIT, true);
        assertThat(secondFactor().getValue()).isTrue();
        assertThat(secondFactor().isReadOnly()).isTrue();
        assertThat(secondFactor().getHelperText()).contains("Tidak dapat dilepas");
    }

    @Test
    void whoIsTooLateIsToldWhoWasFaster() {
        Role role = given.roleLike("operator");
        open(RolesView.class, Map.of("peran", role.code()));
        tick("Kuota & pemesanan", Permission.QUOTA_EDIT, true);
        click("Periksa perubahan…");
        given.rename(role, role.label() + " dua");
        click("Simpan perubahan");
        assertThat(notice()).contains("baru saja diubah oleh Wawan Hermawan");
        assertThat(given.role(role.code()).permissions()).doesNotContain(Permission.QUOTA_EDIT);
        assertThat(page()).contains(role.label() + " dua");
    }

    @Test
    void anUnknownPermissionIsNamedAndCanBeRemoved() {
        Role role = given.roleLike("operator");
        given.permitUnknown(role.code(), "TELEPORT_CITIZENS");
        open(RolesView.class, Map.of("peran", role.code()));
        assertThat(page()).contains("Izin yang tidak dikenal", "TELEPORT_CITIZENS");
        test(find(Button.class)
                        .withAttribute("aria-label", "Hapus izin TELEPORT_CITIZENS")
                        .single())
                .click();
        click("Periksa perubahan…");
        assertThat(textOf(dialog())).contains("TELEPORT_CITIZENS", "Tidak ada pegawai yang terdampak");
        click("Simpan perubahan");
        assertThat(given.role(role.code()).unknown()).isEmpty();
    }

    @Test
    void aRoleIsCopiedUnderANewNameAndDeletedWhileNobodyHasIt() {
        Role role = given.roleLike("cetak");
        open(RolesView.class, Map.of("peran", role.code()));
        click("Salin…");
        click("Buat peran");
        assertThat(dialog().isOpened()).isTrue();
        String label = "Uji salinan " + given.freshUsername();
        type("Nama peran baru", label);
        click("Buat peran");
        assertThat(page()).contains(label);
        assertThat(address()).startsWith("peran?peran=uji-salinan");
        click("Hapus");
        click("Hapus peran");
        assertThat(notice()).contains("dihapus");
        assertThat(address()).isEqualTo("peran");
    }

    @Test
    @WithUserDetails("manajer")
    void whoMayOnlyLookSeesTheRoleAndItsHolders() {
        open(RolesView.class, Map.of("peran", "kadis"));
        assertThat(page()).contains("Dra. Hj. Ratna Komala, M.Si.", "selama mandatnya berlaku");
        assertThat(buttons()).isEmpty();
        assertThat(room("Kuota & pemesanan").isReadOnly()).isTrue();
    }

    private Checkbox secondFactor() {
        return find(Checkbox.class).withLabel("Wajib langkah kedua").single();
    }

    private void tick(String room, Permission permission, boolean on) {
        var group = room(room);
        var chosen = new HashSet<>(group.getValue());
        if (on) {
            chosen.add(permission);
        } else {
            chosen.remove(permission);
        }
        group.setValue(chosen);
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Permission> room(String label) {
        return find(CheckboxGroup.class).withLabel(label).single();
    }
}
