package id.dukcapil.portal.staff;

import static id.dukcapil.portal.staff.StaffScenario.DINAS;
import static id.dukcapil.portal.staff.StaffScenario.SOREANG;
import static id.dukcapil.portal.staff.StaffScenario.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.AccountDetails.Action;
import id.dukcapil.portal.staff.AccountFilter.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator keeps the accounts of the office. */
@IntegrationTest
class AccountsTest {

    private static final OfficeCode MPP = new OfficeCode("MPP");

    @Autowired
    StaffScenario given;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountLists lists;

    @Autowired
    UserDetailsService users;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aNewPersonSignsInWithAPasswordThatIsShownOnceAndMustBeChanged() {
        String username = given.freshUsername();
        var edit = new AccountEdit(
                " Ujang Koswara ", "19880923 201101 1 002", "Penata (III/c)", SOREANG, Set.of("operator"));
        var issued = asAdmin(() -> accounts.create(username, edit));
        assertThat(issued.text()).matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
        assertThat(issued.toString()).doesNotContain(issued.text());

        var signingIn = users.loadUserByUsername(username);
        assertThat(passwords.matches(issued.text(), signingIn.getPassword())).isTrue();
        AccountDetails seen = given.seen(issued.account());
        assertThat(seen.fullName()).isEqualTo("Ujang Koswara");
        assertThat(seen.standing()).isEqualTo(Standing.AWAITING_PASSWORD);
        assertThat(seen.nip()).hasToString("19880923 201101 1 002");
        assertThat(seen.changedBy()).isEqualTo("Wawan Hermawan");
    }

    @Test
    void whatIsWrongIsSaidFieldByFieldAndNothingIsStored() {
        var wrong = new AccountEdit("X", "1988", "", null, Set.of());
        var refused =
                catchThrowableOfType(InvalidInput.class, () -> asAdmin(() -> accounts.create("Ujang Koswara", wrong)));
        assertThat(refused.findings())
                .extracting(Finding::field)
                .containsExactly("username", "fullName", "nip", "office", "roles");
    }

    @Test
    void anUnusualNipIsPointedOutButAccepted() {
        var edit = new AccountEdit("Ujang Koswara", "199807171990031005", "", DINAS, Set.of("operator"));
        assertThat(edit.findings()).extracting(Finding::isError).containsExactly(false);
        String username = given.freshUsername();
        assertThat(asAdmin(() -> accounts.create(username, edit))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "ADMIN", "ab", "1abc", "ujang koswara", "ujang@dinas", "", "újang"})
    void aUserNameThatIsTakenOrBadlyFormedIsRefused(String username) {
        assertThatThrownBy(() -> asAdmin(() -> accounts.create(username, person("Ujang Koswara", DINAS, "operator"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("ama pengguna");
    }

    @Test
    void aRoleThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> asAdmin(
                        () -> accounts.create(given.freshUsername(), person("Ujang Koswara", DINAS, "tidak-ada"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("baru saja dihapus");
    }

    @Test
    void aChangeIsAuditedFieldByField() {
        AccountDetails account = given.account("operator");
        asAdmin(() ->
                accounts.edit(account.id(), account.version(), person("Uji Berganti Nama", MPP, "operator", "cetak")));
        AuditEvent event = given.auditOf(account.username()).getLast();
        assertThat(event.action()).isEqualTo("Diubah");
        assertThat(event.changes())
                .extracting(AuditEvent.Change::field, AuditEvent.Change::before, AuditEvent.Change::after)
                .containsExactly(
                        tuple("Nama", account.fullName(), "Uji Berganti Nama"),
                        tuple("Kantor", "DINAS", "MPP"),
                        tuple("Peran", "Operator layanan", "Operator layanan, Operator pencetakan"));
    }

    @Test
    void theSecondOfTwoWhoEditTheSameAccountIsToldWhoWasFaster() {
        AccountDetails account = given.account("operator");
        asAdmin(() -> accounts.edit(account.id(), account.version(), person("Uji Yang Pertama", DINAS, "operator")));
        assertThatThrownBy(() -> asAdmin(() ->
                        accounts.edit(account.id(), account.version(), person("Uji Yang Kedua", DINAS, "operator"))))
                .isInstanceOf(StaffConflict.class)
                .hasMessageContaining("baru saja diubah oleh Wawan Hermawan pada 23 November 2026, 09.00 WIB");
        assertThat(given.seen(account.id()).fullName()).isEqualTo("Uji Yang Pertama");
    }

    @Test
    void aDisabledAccountKeepsItsReasonAndComesBack() {
        AccountDetails account = given.account("operator");
        asAdmin(() -> accounts.disable(account.id(), account.version(), "  Pindah tugas ke kecamatan lain "));
        AccountDetails disabled = given.seen(account.id());
        assertThat(disabled.standing()).isEqualTo(Standing.DISABLED);
        assertThat(disabled.disabledBecause()).isEqualTo("Pindah tugas ke kecamatan lain");
        assertThat(disabled.allowed()).containsExactlyInAnyOrder(Action.EDIT, Action.ENABLE);
        assertThat(users.loadUserByUsername(account.username()).isEnabled()).isFalse();

        asAdmin(() -> accounts.enable(disabled.id(), disabled.version()));
        assertThat(given.seen(account.id()).standing()).isEqualTo(Standing.AWAITING_PASSWORD);
        assertThat(users.loadUserByUsername(account.username()).isEnabled()).isTrue();
    }

    @Test
    void disablingNeedsAReason() {
        AccountDetails account = given.account("operator");
        assertThatThrownBy(() -> asAdmin(() -> accounts.disable(account.id(), account.version(), "  ")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Alasan harus diisi");
    }

    @Test
    void aNewInitialPasswordReplacesTheOldOne() {
        AccountDetails account = given.account("operator");
        var issued = asAdmin(() -> accounts.resetPassword(account.id(), account.version()));
        assertThat(passwords.matches(
                        issued.text(),
                        users.loadUserByUsername(account.username()).getPassword()))
                .isTrue();
        assertThat(given.auditOf(account.username()).getLast().action()).isEqualTo("Kata sandi awal dibuat");
    }

    @Test
    void anAdministratorCannotShutThemselvesOut() {
        AccountDetails administrator = given.account("admin");
        AccountDetails self = given.as(
                administrator.username(),
                () -> accounts.find(administrator.id()).orElseThrow());
        assertThat(self.allowed()).containsExactly(Action.EDIT);
        assertThatThrownBy(() -> asSelf(self, () -> accounts.disable(self.id(), self.version(), "coba")))
                .hasMessageContaining("akun Anda sendiri");
        assertThatThrownBy(() -> asSelf(self, () -> accounts.resetPassword(self.id(), self.version())))
                .hasMessageContaining("Akun saya");
        assertThatThrownBy(() -> asSelf(
                        self,
                        () -> accounts.edit(self.id(), self.version(), person(self.fullName(), DINAS, "operator"))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void theLastAdministratorStaysEvenWhenSomebodyElseTries() {
        AccountDetails last = given.account("admin");
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("UPDATE staff_account SET enabled = FALSE WHERE id <> ?")
                    .param(last.id().value())
                    .update();
            assertThatThrownBy(() -> asAdmin(() -> accounts.disable(last.id(), last.version(), "pensiun")))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("administrator terakhir");
        });
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("UPDATE staff_account SET enabled = FALSE WHERE id <> ?")
                    .param(last.id().value())
                    .update();
            assertThatThrownBy(() -> asAdmin(
                            () -> accounts.edit(last.id(), last.version(), person(last.fullName(), DINAS, "operator"))))
                    .hasMessageContaining("administrator terakhir");
        });
    }

    @Test
    void ofTwoAdministratorsWhoDisableEachOtherAtTheSameMomentOneRemains() throws Exception {
        AccountDetails one = given.account("admin");
        AccountDetails other = given.account("admin");
        List<String> resting = administratorsBesides(one, other);
        resting.forEach(id -> setEnabled(id, false));
        try {
            var answers = atOnce(List.of(
                    () -> outcome(one, () -> accounts.disable(other.id(), other.version(), "salah paham")),
                    () -> outcome(other, () -> accounts.disable(one.id(), one.version(), "salah paham"))));
            assertThat(answers).containsExactlyInAnyOrder("berhasil", "ditolak");
        } finally {
            resting.forEach(id -> setEnabled(id, true));
        }
    }

    @Test
    void someoneWithoutTheReachOfAllOfficesKeepsTheAccountsOfTheirOwn() {
        Role keeper = given.roleLike("operator");
        given.permitUnknown(keeper.code(), "STAFF_READ");
        given.permitUnknown(keeper.code(), "STAFF_EDIT");
        AccountDetails clerk = given.accountIn(SOREANG, keeper.code());
        AccountDetails colleague = given.accountIn(SOREANG, "registrasi");
        AccountDetails stranger = given.accountIn(DINAS, "operator");

        assertThat(given.as(clerk.username(), () -> accounts.find(stranger.id())))
                .isEmpty();
        assertThatThrownBy(() ->
                        asSelf(clerk, () -> accounts.disable(stranger.id(), stranger.version(), "bukan urusan saya")))
                .hasMessageContaining("di luar jangkauan");
        assertThat(given.as(clerk.username(), () -> lists.page(AccountFilter.ALL, null, 0, 500)))
                .isNotEmpty()
                .allMatch(row -> row.office().equals(SOREANG));
        asSelf(clerk, () -> accounts.disable(colleague.id(), colleague.version(), "cuti panjang"));
        assertThat(given.seen(colleague.id()).standing()).isEqualTo(Standing.DISABLED);
        assertThatThrownBy(() -> asSelf(
                        clerk,
                        () -> accounts.create(given.freshUsername(), person("Uji Admin Baru", SOREANG, "admin"))))
                .hasMessageContaining("hanya dapat diberikan oleh yang memilikinya");
    }

    @Test
    void theListIsPagedByNameWithoutGapsAndRepeats() {
        AccountDetails account = given.account("operator");
        var filter = new AccountFilter("Uji", null, null, null);
        var names = new ArrayList<String>();
        AccountRow last = null;
        do {
            AccountRow after = last;
            List<AccountRow> page = asAdmin(() -> lists.page(filter, after, 0, 2));
            page.forEach(row -> names.add(row.username()));
            last = page.size() < 2 ? null : page.getLast();
        } while (last != null);
        assertThat(names).doesNotHaveDuplicates().contains(account.username());
        assertThat(names).hasSize(asAdmin(() -> lists.count(filter)));
    }

    @Test
    void theFiltersNarrowTheList() {
        AccountDetails account = given.accountIn(MPP, "operator", "cetak");
        assertThat(found(new AccountFilter(account.username().toUpperCase(), MPP, "cetak", Standing.AWAITING_PASSWORD)))
                .containsExactly(account.username());
        assertThat(found(new AccountFilter(account.username(), DINAS, null, null)))
                .isEmpty();
        assertThat(found(new AccountFilter(account.username(), null, "kadis", null)))
                .isEmpty();
        assertThat(found(new AccountFilter(account.username(), null, null, Standing.DISABLED)))
                .isEmpty();
        assertThat(found(new AccountFilter("100%_", null, null, null))).isEmpty();
        assertThat(found(new AccountFilter("19850312 201001 1 004", null, null, null)))
                .containsExactly("admin");
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        AccountDetails account = given.account("operator");
        AccountDetails seen =
                given.as("manajer", () -> accounts.find(account.id()).orElseThrow());
        assertThat(seen.allowed()).isEmpty();
        assertThatThrownBy(() -> given.as("manajer", () -> accounts.resetPassword(seen.id(), seen.version())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> given.as("operator", () -> accounts.find(account.id())))
                .isInstanceOf(AccessDeniedException.class);
    }

    private List<String> found(AccountFilter filter) {
        return asAdmin(() -> lists.page(filter, null, 0, 50)).stream()
                .map(AccountRow::username)
                .toList();
    }

    private List<String> administratorsBesides(AccountDetails one, AccountDetails other) {
        return jdbc
                .sql("""
                        SELECT DISTINCT a.id FROM staff_account a JOIN staff_account_role r ON r.account_id = a.id
                        JOIN staff_role_permission p USING (role_code)
                        WHERE a.enabled AND p.permission = 'ROLE_EDIT' AND a.id NOT IN (?, ?)""")
                .params(one.id().value(), other.id().value())
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private void setEnabled(String id, boolean enabled) {
        jdbc.sql("UPDATE staff_account SET enabled = ? WHERE id = ?")
                .params(enabled, id)
                .update();
    }

    private String outcome(AccountDetails actor, Runnable act) {
        try {
            asSelf(actor, act);
            return "berhasil";
        } catch (InvalidInput refused) {
            return "ditolak";
        }
    }

    private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        var answers = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private <T> T asAdmin(Supplier<T> work) {
        return given.as("admin", work);
    }

    private void asAdmin(Runnable work) {
        given.as("admin", () -> {
            work.run();
            return null;
        });
    }

    private void asSelf(AccountDetails self, Runnable work) {
        given.as(self.username(), () -> {
            work.run();
            return null;
        });
    }
}
