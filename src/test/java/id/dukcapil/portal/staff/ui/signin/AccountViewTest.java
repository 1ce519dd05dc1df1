package id.dukcapil.portal.staff.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import id.dukcapil.portal.staff.signin.SignInScenario;
import id.dukcapil.portal.staff.signin.SignInScenario.Person;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Akun saya: what everybody may do to the own account. */
class AccountViewTest extends SignInScreen {

    private static final String PRESENT = "Kata sandi sekarang";
    private static final String NEW = "Kata sandi baru";
    private static final String AGAIN = "Ulangi kata sandi baru";
    private static final String FIRST_CODE = "Kode dari aplikasi";
    private static final String CODE = "Kode yang sedang tampil di aplikasi";

    private Person person;
    private UUID here;

    @BeforeEach
    void somebodyIsIn() {
        person = given.person("operator");
        here = given.isIn(person);
        open();
    }

    @Test
    void itSaysWhoOneIsForThePortal() {
        assertThat(page())
                .contains("Percobaan Masuk", person.username(), "Dinas Dukcapil, Soreang", "Operator layanan");
    }

    @Test
    void thePasswordIsChangedAndOtherDevicesAreSignedOut() {
        UUID elsewhere = given.elsewhere(person, "Safari di iPhone");
        changePassword(SignInScenario.PASSWORD, GOOD_PASSWORD, GOOD_PASSWORD);
        assertThat(notice()).contains("Kata sandi sudah diganti");
        assertThat(given.opensWith(person, GOOD_PASSWORD)).isTrue();
        assertThat(given.isOpen(elsewhere)).isFalse();
        assertThat(given.isOpen(here)).isTrue();
        assertThat(buttons()).contains("Ganti kata sandi").doesNotContain("Simpan kata sandi");
    }

    @Test
    void aWrongPresentPasswordIsSaidAtItsField() {
        changePassword("bukan itu", GOOD_PASSWORD, GOOD_PASSWORD);
        assertThat(secret(PRESENT).getErrorMessage()).isEqualTo("Kata sandi sekarang tidak cocok.");
        assertThat(given.opensWith(person, SignInScenario.PASSWORD)).isTrue();
    }

    @Test
    void aWeakOrRepeatedPasswordIsSaidAtTheFieldOfTheNewOne() {
        changePassword(SignInScenario.PASSWORD, "operator2026", "operator2026");
        assertThat(secret(NEW).getErrorMessage()).contains("Terlalu mudah ditebak");
        typeSecret(NEW, SignInScenario.PASSWORD);
        typeSecret(AGAIN, SignInScenario.PASSWORD);
        click("Simpan kata sandi");
        assertThat(secret(NEW).getErrorMessage()).contains("Itu kata sandi yang sekarang");
        assertThat(secret(PRESENT).isInvalid()).isFalse();
        typeSecret(NEW, GOOD_PASSWORD);
        click("Simpan kata sandi");
        assertThat(secret(AGAIN).getErrorMessage()).isEqualTo("Kedua isian belum sama.");
        assertThat(given.opensWith(person, SignInScenario.PASSWORD)).isTrue();
    }

    @Test
    void whoThinksBetterOfItLeavesThePasswordAsItIs() {
        click("Ganti kata sandi");
        typeSecret(NEW, "pendek");
        click("Batal");
        click("Ganti kata sandi");
        assertThat(secret(NEW).getValue()).isEmpty();
        assertThat(secret(NEW).isInvalid()).isFalse();
    }

    @Test
    void theSecondFactorIsSetUpAndItsRecoveryCodesAreShownOnce() {
        assertThat(page()).contains("Di sini langkah kedua boleh dilewati");
        click("Pasang aplikasi autentikator");
        type(FIRST_CODE, "000000");
        click("Pasang");
        assertThat(field(FIRST_CODE).isInvalid()).isTrue();
        type(FIRST_CODE, given.code(find(Code.class).single().getText()));
        click("Pasang");
        assertThat(shownRecoveryCodes()).hasSize(10);
        click("Sudah saya simpan");
        assertThat(page()).contains("Aplikasi autentikator terpasang. Sisa kode pemulihan: 10.");
        assertThat(given.hasSecondFactor(person)).isTrue();
    }

    @Test
    void theEnrolmentIsLeftWithoutATrace() {
        click("Pasang aplikasi autentikator");
        click("Batal");
        assertThat(buttons()).contains("Pasang aplikasi autentikator");
        assertThat(given.hasSecondFactor(person)).isFalse();
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnesAgainstACode() {
        given.hasTheApp(person);
        String old = given.recoveryCodes(person).getFirst();
        open();
        click("Buat kode pemulihan baru");
        type(CODE, "000000");
        click("Buat kode");
        assertThat(field(CODE).getErrorMessage()).startsWith("Kode tidak cocok");
        type(CODE, given.code());
        click("Buat kode");
        assertThat(shownRecoveryCodes()).hasSize(10).doesNotContain(old);
    }

    @Test
    void theSecondFactorIsTakenOffAgainstACode() {
        given.hasTheApp(person);
        open();
        click("Lepas");
        type(CODE, "000000");
        click("Lepas langkah kedua");
        assertThat(given.hasSecondFactor(person)).isTrue();
        type(CODE, given.code());
        click("Lepas langkah kedua");
        assertThat(notice()).contains("Langkah kedua dilepas");
        assertThat(given.hasSecondFactor(person)).isFalse();
        assertThat(buttons()).contains("Pasang aplikasi autentikator");
    }

    @Test
    void aRoleThatMustHaveItCannotTakeItOffOutsideTheDemonstration() {
        var head = given.person("kadis");
        given.isIn(head);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(new SecondFactorForm(given.strictSecondFactor()));
        assertThat(textOf(UI.getCurrent()))
                .contains("Peran Anda mewajibkannya.")
                .doesNotContain("boleh dilewati");
        given.hasTheApp(head);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(new SecondFactorForm(given.strictSecondFactor()));
        assertThat(textOf(UI.getCurrent())).contains("Buat kode pemulihan baru").doesNotContain("Lepas");
    }

    @Test
    void oneOfTheOwnSessionsIsEndedAndThisOneCannotBe() {
        UUID elsewhere = given.elsewhere(person, "Safari di iPhone");
        UUID third = given.elsewhere(person, "Firefox di Linux");
        open();
        assertThat(page()).contains("Chrome di Windows", "Sesi ini", "Safari di iPhone");
        test(find(Button.class)
                        .withAttribute("aria-label", "Akhiri sesi di Safari di iPhone")
                        .single())
                .click();
        assertThat(notice()).contains("Sesi di Safari di iPhone diakhiri.");
        assertThat(given.isOpen(elsewhere)).isFalse();
        assertThat(given.isOpen(third)).isTrue();
        assertThat(find(Button.class)
                        .withAttribute("aria-label", "Akhiri sesi di Chrome di Windows")
                        .all())
                .isEmpty();
    }

    @Test
    void allOtherSessionsAreEndedAfterAQuestion() {
        UUID elsewhere = given.elsewhere(person, "Safari di iPhone");
        open();
        click("Akhiri semua sesi lain");
        assertThat(given.isOpen(elsewhere)).isTrue();
        click("Akhiri sesi lain");
        assertThat(notice()).contains("1 sesi diakhiri.");
        assertThat(given.isOpen(elsewhere)).isFalse();
        assertThat(given.isOpen(here)).isTrue();
        assertThat(buttons()).doesNotContain("Akhiri semua sesi lain");
    }

    private void open() {
        UI.getCurrent().navigate("standar");
        navigate(AccountView.class);
    }

    private void changePassword(String present, String password, String again) {
        click("Ganti kata sandi");
        typeSecret(PRESENT, present);
        typeSecret(NEW, password);
        typeSecret(AGAIN, again);
        click("Simpan kata sandi");
    }
}
