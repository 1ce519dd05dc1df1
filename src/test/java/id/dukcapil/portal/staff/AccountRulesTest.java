package id.dukcapil.portal.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountRulesTest {

    private static final OfficeCode HERE = new OfficeCode("DINAS");
    private static final OfficeCode ELSEWHERE = new OfficeCode("MPP");
    private static final StaffId ME = new StaffId(UUID.randomUUID());
    private static final Set<Permission> ADMINISTRATOR =
            Set.of(Permission.STAFF_EDIT, Permission.ROLE_EDIT, Permission.OFFICE_SPAN);

    private final AccountRules administrator = rulesOf(ADMINISTRATOR);
    /** Keeps the accounts of one office without being an administrator of the whole. */
    private final AccountRules clerk = rulesOf(Set.of(Permission.STAFF_EDIT));

    @Test
    void anAdministratorGivesWhatTheyThemselvesMayNotDo() {
        assertThatCode(() -> administrator.requireMayGive(
                        somebody(Set.of()), ELSEWHERE, Set.of("operator"), Set.of(Permission.BOOKING_CREATE)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatMakesAnAdministratorIsGivenOnlyByWhoHasIt() {
        assertThatThrownBy(() ->
                        clerk.requireMayGive(somebody(Set.of()), HERE, Set.of("admin"), Set.of(Permission.ROLE_EDIT)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("hanya dapat diberikan oleh yang memilikinya");
        assertThatThrownBy(() ->
                        clerk.requireMayGive(somebody(Set.of()), HERE, Set.of("kadis"), Set.of(Permission.OFFICE_SPAN)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void anAccountAboveOnesOwnReachIsNotTouched() {
        assertThat(clerk.reaches(somebody(ADMINISTRATOR))).isFalse();
        assertThatThrownBy(() -> clerk.requireReach(somebody(ADMINISTRATOR)))
                .hasMessageContaining("mintalah administrator");
        assertThat(administrator.reaches(somebody(ADMINISTRATOR))).isTrue();
    }

    @Test
    void anAccountOfAnotherOfficeIsNotTouchedWithoutTheReach() {
        var elsewhere = new AccountRules.Target(new StaffId(UUID.randomUUID()), ELSEWHERE, Set.of(), Set.of());
        assertThatThrownBy(() -> clerk.requireReach(elsewhere)).hasMessageContaining("di luar jangkauan");
        assertThatThrownBy(() -> clerk.requireMayGive(somebody(Set.of()), ELSEWHERE, Set.of(), Set.of()))
                .hasMessageContaining("di kantor Anda sendiri");
    }

    @Test
    void nobodyGivesThemselvesARole() {
        assertThatThrownBy(() -> administrator.requireMayGive(
                        myself(Set.of("admin"), ADMINISTRATOR), HERE, Set.of("admin", "kadis"), ADMINISTRATOR))
                .hasMessageContaining("kepada diri sendiri");
    }

    @Test
    void oneMayLayDownARoleThatIsNotNeededToAdminister() {
        assertThatCode(() -> administrator.requireMayGive(
                        myself(Set.of("admin", "operator"), ADMINISTRATOR), HERE, Set.of("admin"), ADMINISTRATOR))
                .doesNotThrowAnyException();
    }

    @Test
    void nobodyTakesAwayTheirOwnRightToAdminister() {
        assertThatThrownBy(() -> administrator.requireMayGive(
                        myself(Set.of("admin", "operator"), ADMINISTRATOR), HERE, Set.of("operator"), Set.of()))
                .hasMessageContaining("wewenang Anda sendiri");
    }

    private static AccountRules rulesOf(Set<Permission> permissions) {
        return new AccountRules(new StaffMember(ME, "saya", "Saya", HERE, List.of(), permissions));
    }

    private static AccountRules.Target somebody(Set<Permission> permissions) {
        return new AccountRules.Target(new StaffId(UUID.randomUUID()), HERE, Set.of(), permissions);
    }

    private static AccountRules.Target myself(Set<String> roles, Set<Permission> permissions) {
        return new AccountRules.Target(ME, HERE, roles, permissions);
    }
}
