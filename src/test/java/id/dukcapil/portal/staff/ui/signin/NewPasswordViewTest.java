package id.dukcapil.portal.staff.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import id.dukcapil.portal.staff.signin.SignInScenario;
import id.dukcapil.portal.staff.signin.SignInScenario.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody comes in for the first time, with the password the administrator has given. */
class NewPasswordViewTest extends SignInScreen {

    private static final String NEW = "Kata sandi baru";
    private static final String AGAIN = "Ulangi kata sandi baru";

    private Person person;

    @BeforeEach
    void somebodyNew() {
        person = given.person("operator");
        given.mustChangePassword(person);
        given.isHalfWayIn(person);
        letTheSessionBeRenumbered();
        navigate("masuk/kata-sandi", NewPasswordView.class);
    }

    @Test
    void aPasswordOfOnesOwnLeadsIn() {
        choose(GOOD_PASSWORD, GOOD_PASSWORD);
        assertThat(given.opensWith(person, GOOD_PASSWORD)).isTrue();
        assertThat(given.isIn()).isTrue();
        assertThat(loads()).contains("/");
        assertThat(button("Simpan dan lanjutkan").isEnabled()).isFalse();
    }

    @Test
    void whatIsGuessedFirstIsRefusedAtTheField() {
        choose("Dukcapil2026!!", "Dukcapil2026!!");
        assertRefused("Terlalu mudah ditebak");
        choose("pendek", "pendek");
        assertRefused("Kurang 6 karakter lagi; paling sedikit 12.");
        choose("", "");
        assertRefused("Kurang 12 karakter lagi");
    }

    @Test
    void theMeterSaysWhileTypingWhatIsMissing() {
        typeSecret(NEW, "tukang");
        assertThat(page()).contains("Belum dapat dipakai: Kurang 6 karakter lagi");
        typeSecret(NEW, GOOD_PASSWORD);
        assertThat(page()).doesNotContain("Belum dapat dipakai");
    }

    @Test
    void thePasswordThatWasGivenIsRefusedAtTheField() {
        choose(SignInScenario.PASSWORD, SignInScenario.PASSWORD);
        assertRefused("Itu kata sandi yang diberikan.");
        assertThat(button("Simpan dan lanjutkan").isEnabled()).isTrue();
    }

    @Test
    void aSlipOfTheFingersIsNoticedAtTheSecondField() {
        choose(GOOD_PASSWORD, GOOD_PASSWORD + "x");
        assertThat(secret(AGAIN).isInvalid()).isTrue();
        assertThat(secret(AGAIN).getErrorMessage()).isEqualTo("Kedua isian belum sama.");
        assertThat(given.opensWith(person, SignInScenario.PASSWORD)).isTrue();
    }

    @Test
    void whoHasAnotherStepToTakeFirstIsLedThere() {
        given.hasTheApp(person);
        UI.getCurrent().navigate("akun");
        UI.getCurrent().navigate("masuk/kata-sandi");
        assertThat(getCurrentView()).isInstanceOf(CodeView.class);
    }

    private void choose(String password, String again) {
        typeSecret(NEW, password);
        typeSecret(AGAIN, again);
        click("Simpan dan lanjutkan");
    }

    private void assertRefused(String because) {
        assertThat(secret(NEW).isInvalid()).isTrue();
        assertThat(secret(NEW).getErrorMessage()).contains(because);
        assertThat(given.opensWith(person, SignInScenario.PASSWORD)).isTrue();
        assertThat(given.isIn()).isFalse();
    }
}
