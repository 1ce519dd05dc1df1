package id.dukcapil.portal.staff.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.spring.security.AuthenticationContext;
import id.dukcapil.portal.staff.signin.SignInScenario.Person;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The Head of the office comes in for the first time where the second factor is required, as it is but for the demonstration. */
class EnrolmentViewTest extends SignInScreen {

    private static final String CODE = "Kode dari aplikasi";

    @Autowired
    AuthenticationContext authentication;

    private Person person;

    @BeforeEach
    void somebodyWhoSigns() {
        person = given.person("kadis");
        given.isHalfWayIn(person);
        letTheSessionBeRenumbered();
        open();
    }

    @Test
    void theFirstCodeOfTheAppSetsItUpAndTheRecoveryCodesAreShownOnce() {
        assertThat(textOf(UI.getCurrent()))
                .contains("Pasang langkah kedua", "Peran Anda mewajibkannya", "Tidak dapat memindai?");
        type(CODE, given.code(key()));
        click("Pasang");
        assertThat(shownRecoveryCodes()).hasSize(10);
        assertThat(textOf(UI.getCurrent())).contains("hanya tampil sekali").doesNotContain(CODE);
        assertThat(given.hasSecondFactor(person)).isTrue();
        assertThat(given.isIn()).isFalse();

        click("Sudah saya simpan");
        assertThat(given.isIn()).isTrue();
        assertThat(loads()).contains("/");
    }

    @Test
    void aWrongOrOldCodeIsSaidAtTheFieldAndTheKeyStays() {
        String key = key();
        String old = given.code(key);
        for (String wrong : List.of("", "12345", "abcdef")) {
            type(CODE, wrong);
            click("Pasang");
            assertThat(field(CODE).getErrorMessage()).startsWith("Kode tidak cocok. Periksa jam ponsel");
        }
        given.laterBy(Duration.ofSeconds(90));
        type(CODE, old);
        click("Pasang");
        assertThat(field(CODE).isInvalid()).isTrue();
        assertThat(given.hasSecondFactor(person)).isFalse();
        assertThat(key()).isEqualTo(key);
        type(CODE, given.code(key));
        click("Pasang");
        assertThat(shownRecoveryCodes()).hasSize(10);
    }

    @Test
    void whoSetItUpInAnotherWindowIsToldSo() {
        given.hasTheApp(person);
        type(CODE, given.code(key()));
        click("Pasang");
        assertThat(field(CODE).getErrorMessage()).contains("sudah memiliki langkah kedua");
    }

    @Test
    void inTheDemonstrationNobodyIsKeptHere() {
        given.isIn(person);
        UI.getCurrent().navigate("masuk/langkah-kedua");
        assertThat(address()).isEmpty();
    }

    private void open() {
        var ui = UI.getCurrent();
        var view = new EnrolmentView(given.strictProgress(), given.strictSecondFactor(), authentication);
        view.beforeEnter(new BeforeEnterEvent(
                new NavigationEvent(
                        ui.getInternals().getRouter(),
                        new Location("masuk/langkah-kedua"),
                        ui,
                        NavigationTrigger.PROGRAMMATIC),
                EnrolmentView.class,
                List.of()));
        ui.removeAll();
        ui.add(view);
    }

    private String key() {
        return find(Code.class).single().getText();
    }
}
