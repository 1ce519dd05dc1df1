package id.dukcapil.portal.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.staff.RoleDifference.Affected;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator puts the roles of the office together. */
@IntegrationTest
class RolesTest {

    @Autowired
    StaffScenario given;

    @Autowired
    Roles roles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theDifferenceSaysWhatIsAddedAndTakenAndWhoIsAffected() {
        Role role = given.roleLike("operator");
        AccountDetails onlyThis = given.account(role.code());
        AccountDetails alsoPrinter = given.account(role.code(), "cetak");

        RoleDifference difference = asAdmin(() -> roles.preview(
                role.code(), changed(role, Set.of(Permission.MAIL_READ), Set.of(Permission.BOOKING_CHECK_IN))));

        assertThat(difference.added()).containsExactly(Permission.MAIL_READ);
        assertThat(difference.removed()).containsExactly(Permission.BOOKING_CHECK_IN);
        assertThat(difference.people())
                .extracting(Affected::fullName)
                .containsExactlyInAnyOrder(onlyThis.fullName(), alsoPrinter.fullName());
        assertThat(lostBy(onlyThis, difference)).containsExactly(Permission.BOOKING_CHECK_IN);
        // Printing operators receive people too
        assertThat(lostBy(alsoPrinter, difference)).isEmpty();
        assertThat(given.role(role.code())).isEqualTo(roleWithHolders(role, 2));
    }

    @Test
    void whoGainsAndLosesNothingIsNotListed() {
        Role role = given.roleLike("operator");
        given.account(role.code(), "cetak");
        RoleDifference difference =
                asAdmin(() -> roles.preview(role.code(), changed(role, Set.of(), Set.of(Permission.BOOKING_CHECK_IN))));
        assertThat(difference.people()).isEmpty();
        assertThat(difference.isEmpty()).isFalse();
    }

    @Test
    void whatWasShownIsWhatIsSavedAndAudited() {
        Role role = given.roleLike("operator");
        var edit = new Role.Edit("Uji " + given.freshUsername(), EnumSet.of(Permission.QUOTA_READ), true, List.of());
        asAdmin(() -> roles.change(role.code(), role.version(), edit));
        Role saved = given.role(role.code());
        assertThat(saved.label()).isEqualTo(edit.label());
        assertThat(saved.permissions()).containsExactly(Permission.QUOTA_READ);
        assertThat(saved.secondFactorRequired()).isTrue();
        var event = given.auditOf(role.code()).getLast();
        assertThat(event.action()).isEqualTo("Diubah");
        assertThat(event.changes()).anySatisfy(change -> {
            assertThat(change.field()).isEqualTo("Izin dicabut");
            assertThat(change.before()).contains("BOOKING_CREATE");
        });
        assertThat(event.changes()).contains(new AuditEvent.Change("Wajib langkah kedua", "tidak", "ya"));
    }

    @Test
    void theSecondOfTwoWhoChangeARoleIsToldWhoWasFaster() {
        Role role = given.roleLike("operator");
        asAdmin(() -> roles.change(role.code(), role.version(), changed(role, Set.of(Permission.MAIL_READ), Set.of())));
        assertThatThrownBy(() -> asAdmin(() ->
                        roles.change(role.code(), role.version(), changed(role, Set.of(Permission.JOB_RUN), Set.of()))))
                .isInstanceOf(StaffConflict.class)
                .hasMessageContaining("baru saja diubah oleh Wawan Hermawan");
        assertThat(given.role(role.code()).permissions())
                .contains(Permission.MAIL_READ)
                .doesNotContain(Permission.JOB_RUN);
    }

    @Test
    void aChangeThatChangesNothingIsNotWritten() {
        Role role = given.roleLike("operator");
        asAdmin(() -> roles.change(role.code(), role.version(), changed(role, Set.of(), Set.of())));
        assertThat(given.role(role.code()).version()).isEqualTo(role.version());
        assertThat(given.auditOf(role.code())).hasSize(1);
    }

    @Test
    void aRoleThatAdministersDoesNotGoWithoutASecondFactor() {
        for (Permission administering : List.of(Permission.STAFF_EDIT, Permission.ROLE_EDIT)) {
            Role role = given.roleLike("operator");
            assertThatThrownBy(() -> asAdmin(() ->
                            roles.change(role.code(), role.version(), changed(role, Set.of(administering), Set.of()))))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("wajib memakai langkah kedua");
            assertThat(given.role(role.code())).isEqualTo(role);
        }
        assertThat(given.roleLike("admin").secondFactorRequired()).isTrue();
    }

    @Test
    void onlyTheSecondFactorCanChangeAndThenChangesNobodysPermissions() {
        Role role = given.roleLike("operator");
        given.account(role.code());
        var edit = new Role.Edit(role.label(), role.permissions(), true, role.unknown());
        RoleDifference difference = asAdmin(() -> roles.preview(role.code(), edit));
        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.secondFactorChanges()).isTrue();
        assertThat(difference.people()).isEmpty();
        assertThat(given.role(role.code()).secondFactorRequired()).isFalse();
    }

    @Test
    void anUnknownPermissionStaysUntilSomebodyRemovesIt() {
        Role role = given.roleLike("operator");
        given.permitUnknown(role.code(), "TELEPORT_CITIZENS");
        Role seen = given.role(role.code());
        asAdmin(() -> roles.change(role.code(), seen.version(), changed(seen, Set.of(Permission.MAIL_READ), Set.of())));
        Role kept = given.role(role.code());
        assertThat(kept.unknown()).containsExactly("TELEPORT_CITIZENS");

        var without = new Role.Edit(kept.label(), kept.permissions(), false, List.of());
        RoleDifference difference = asAdmin(() -> roles.change(role.code(), kept.version(), without));
        assertThat(difference.forgotten()).containsExactly("TELEPORT_CITIZENS");
        assertThat(difference.people()).isEmpty();
        assertThat(given.role(role.code()).unknown()).isEmpty();
    }

    @Test
    void aNewRoleIsACopyWithAnAddressOfItsOwn() {
        String label = "Uji Loket Énam " + given.freshUsername();
        Role copy = asAdmin(() -> roles.copy("cetak", label));
        assertThat(copy.code()).matches("uji-loket-enam-uji-pegawai\\w*");
        assertThat(copy.permissions()).isEqualTo(given.role("cetak").permissions());
        assertThat(copy.holders()).isZero();
        assertThatThrownBy(() -> asAdmin(() -> roles.copy("cetak", label)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("sudah ada");
        assertThatThrownBy(() -> asAdmin(() -> roles.copy("cetak", "  "))).hasMessageContaining("wajib diisi");
    }

    @Test
    void onlyARoleThatNobodyHasIsDeleted() {
        Role role = given.roleLike("operator");
        AccountDetails holder = given.account(role.code());
        assertThatThrownBy(() -> delete(given.role(role.code()))).hasMessageContaining("masih dipegang 1 pegawai");
        given.giveRoles(holder, "operator");
        delete(given.role(role.code()));
        assertThat(asAdmin(() -> roles.find(role.code()))).isEmpty();
        assertThatThrownBy(() -> delete(role)).isInstanceOf(StaffConflict.class);
    }

    @Test
    void theRoleOfAPositionStays() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("DELETE FROM staff_account_role WHERE role_code = 'kadis'").update();
            assertThatThrownBy(() -> delete(given.role("kadis")))
                    .hasMessageContaining("melekat pada jabatan Kepala Dinas");
        });
    }

    @Test
    void theRoleThatMakesTheLastAdministratorsKeepsWhatIsIndispensable() {
        Role administrators = given.roleLike("admin");
        AccountDetails keeper = given.account(administrators.code());
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("UPDATE staff_account SET enabled = FALSE WHERE id <> ?")
                    .param(keeper.id().value())
                    .update();
            assertThatThrownBy(() -> asAdmin(() -> roles.change(
                            administrators.code(),
                            administrators.version(),
                            changed(administrators, Set.of(), Set.of(Permission.STAFF_EDIT)))))
                    .hasMessageContaining("administrator terakhir");
        });
    }

    @Test
    void nobodyTakesTheirOwnRightToAdministerOutOfTheirRole() {
        Role administrators = given.roleLike("admin");
        AccountDetails self = given.account(administrators.code());
        assertThatThrownBy(() -> given.as(
                        self.username(),
                        () -> roles.change(
                                administrators.code(),
                                administrators.version(),
                                changed(administrators, Set.of(), Set.of(Permission.ROLE_EDIT)))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("wewenang Anda sendiri");
    }

    @Test
    void whoMayOnlyLookSeesTheRolesAndChangesNone() {
        assertThat(given.as("manajer", roles::all)).extracting(Role::code).startsWith("kadis", "verifikator");
        assertThat(given.as("manajer", () -> roles.holdersOf("kadis")))
                .extracting(Role.Holder::fullName)
                .contains("Dra. Hj. Ratna Komala, M.Si.");
        assertThatThrownBy(() -> given.as("manajer", () -> roles.copy("cetak", "Uji terlarang")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> given.as("operator", roles::all)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void everyPermissionStandsInExactlyOneRoom() {
        assertThat(Arrays.stream(PermissionRoom.values()).flatMap(room -> room.permissions().stream()))
                .containsExactlyInAnyOrder(Permission.values());
    }

    private static Role.Edit changed(Role role, Set<Permission> added, Set<Permission> removed) {
        var permissions = EnumSet.copyOf(role.permissions());
        permissions.addAll(added);
        permissions.removeAll(removed);
        return new Role.Edit(role.label(), permissions, role.secondFactorRequired(), role.unknown());
    }

    private static Role roleWithHolders(Role role, int holders) {
        return new Role(
                role.code(),
                role.label(),
                role.permissions(),
                role.secondFactorRequired(),
                role.unknown(),
                holders,
                role.position(),
                role.version());
    }

    private static List<Permission> lostBy(AccountDetails account, RoleDifference difference) {
        return difference.people().stream()
                .filter(person -> person.fullName().equals(account.fullName()))
                .flatMap(person -> person.lost().stream())
                .toList();
    }

    private void delete(Role role) {
        asAdmin(() -> {
            roles.delete(role.code(), role.version());
            return null;
        });
    }

    private <T> T asAdmin(Supplier<T> work) {
        return given.as("admin", work);
    }
}
