package id.dukcapil.portal.staff.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import id.dukcapil.portal.staff.signin.SignInScenario.Person;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code that is asked for after the password. */
class CodeViewTest extends SignInScreen {

    private Person person;

    @BeforeEach
    void somebodyWithTheApp() {
        person = given.person("operator");
        given.hasTheApp(person);
        given.isHalfWayIn(person);
        letTheSessionBeRenumbered();
        navigate("masuk/kode", CodeView.class);
    }

    @Test
    void theRightCodeLeadsIn() {
        assertThat(page()).contains("Kode dari aplikasi autentikator");
        assertThat(field("Kode").getHelperText()).contains("Ponsel hilang?");
        enter(given.code());
        assertThat(given.isIn()).isTrue();
        assertThat(loads()).contains("/");
    }

    @Test
    void aSecondClickFindsNothingToDo() {
        enter(given.code());
        assertThat(button("Lanjutkan").isEnabled()).isFalse();
    }

    @Test
    void aWrongCodeIsSaidAtTheFieldWhichIsEmptiedForTheNext() {
        enter("000000");
        assertRefused("Kode tidak cocok, sudah lewat, atau sudah dipakai.");
        assertThat(field("Kode").getValue()).isEmpty();
        assertThat(button("Lanjutkan").isEnabled()).isTrue();
        enter(given.code());
        assertThat(given.isIn()).isTrue();
    }

    @Test
    void aCodeThatTheAppNoLongerShowsIsRefused() {
        String old = given.code();
        given.laterBy(Duration.ofSeconds(90));
        enter(old);
        assertRefused("Kode tidak cocok, sudah lewat, atau sudah dipakai.");
    }

    @Test
    void withoutTheTelephoneARecoveryCodeLeadsIn() {
        String code = given.recoveryCodes(person).getFirst();
        enter(code);
        assertThat(given.isIn()).isTrue();
        assertThat(given.unusedRecoveryCodes(person)).isEqualTo(9);
    }

    @Test
    void aRecoveryCodeThatWasUsedIsRefused() {
        String code = given.recoveryCodes(person).getFirst();
        given.usesRecoveryCode(person, code);
        enter(code);
        assertRefused("Kode tidak cocok, sudah lewat, atau sudah dipakai.");
    }

    @Test
    void whoGuessesHasToWait() {
        for (int i = 0; i < 5; i++) {
            enter("AAAAA-BBBBB");
        }
        enter(given.code());
        assertRefused("Terlalu banyak percobaan. Tunggu 30 detik.");
    }

    @Test
    void nobodyIsAskedWhoHasNoBusinessHere() {
        given.isIn(person);
        UI.getCurrent().navigate("masuk/kode");
        assertThat(address()).isEmpty();
        assertThat(page()).doesNotContain("Kode dari aplikasi autentikator");
    }

    private void enter(String code) {
        type("Kode", code);
        click("Lanjutkan");
    }

    private void assertRefused(String because) {
        assertThat(field("Kode").isInvalid()).isTrue();
        assertThat(field("Kode").getErrorMessage()).isEqualTo(because);
        assertThat(given.isIn()).isFalse();
    }
}
