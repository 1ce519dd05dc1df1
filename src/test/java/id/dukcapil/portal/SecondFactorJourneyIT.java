package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.dukcapil.portal.staff.signin.AuthenticatorApp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;

/** Signing in as it is outside the demonstration, where the roles that sign or administer need a second factor. */
@ServerTest
@TestPropertySource(properties = "portal.security.second-factor=required")
class SecondFactorJourneyIT {

    private static final String GIVEN = "padi menguning di sawah";
    private static final String OWN = "tukang becak lewat depan";
    private static final Duration UNTIL_THE_NEXT_CODE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    SettableClock clock;

    private final UUID id = UUID.randomUUID();
    private final String username = "uji-" + id.toString().substring(0, 8);

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void theHeadComesInForTheFirstTimeAndAgainWithTheAppAndAgainWithoutIt() {
        somebodyNew("kadis", true);
        try (var browser = new Browser(address(), 1280, 900)) {
            Page page = browser.page();
            page.navigate("/pegawai");
            browser.typeIn(username, GIVEN);
            assertLeadsBackTo(browser, "Buat kata sandi Anda sendiri", "/masuk/kata-sandi");
            choosePassword(browser);
            assertLeadsBackTo(browser, "Pasang langkah kedua", "/masuk/langkah-kedua");
            List<String> recoveryCodes = setUp(browser);
            browser.heading("Pegawai").waitFor();
            browser.signOut();

            clock.advance(UNTIL_THE_NEXT_CODE);
            browser.signIn(username, OWN);
            assertLeadsBackTo(browser, "Kode dari aplikasi autentikator", "/masuk/kode");
            enterCode(browser, "000000");
            assertThat(page.getByText("Kode tidak cocok, sudah lewat, atau sudah dipakai."))
                    .isVisible();
            enterCode(browser, AuthenticatorApp.code(key, clock.instant()));
            browser.menuItem("Pegawai").waitFor();
            browser.signOut();

            browser.signIn(username, OWN);
            enterCode(browser, recoveryCodes.getFirst());
            browser.menuItem("Pegawai").waitFor();
            page.navigate("/akun");
            assertThat(page.getByText("Sisa kode pemulihan: 9.")).isVisible();
            assertThat(page.getByText(recoveryCodes.get(1))).isHidden();
            assertThat(browser.button("Lepas")).isHidden();
            browser.signOut();
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void whoIsInWhenTheRoleBeginsToDemandItIsLedThereFromTheNextRoom() {
        somebodyNew("manajer", false);
        try (var browser = new Browser(address(), 390, 844)) {
            browser.signIn(username, GIVEN);
            browser.button("Buka atau tutup menu").waitFor();
            demandFrom("kadis");
            browser.button("Buka atau tutup menu").click();
            browser.menuItem("Pegawai").click();
            browser.heading("Pasang langkah kedua").waitFor();
            assertThat((Integer) browser.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            setUp(browser);
            browser.heading("Pegawai").waitFor();
            browser.assertNothingWentWrong();
        }
    }

    private String key = "";

    private void assertLeadsBackTo(Browser browser, String heading, String step) {
        browser.heading(heading).waitFor();
        for (String elsewhere : List.of("/", "/kantor", "/akun")) {
            browser.page().navigate(elsewhere);
            browser.heading(heading).waitFor();
            assertThat(browser.page().url()).endsWith(step);
        }
    }

    private static void choosePassword(Browser browser) {
        var exactly = new Page.GetByLabelOptions().setExact(true);
        browser.page().getByLabel("Kata sandi baru", exactly).fill(OWN);
        browser.page().getByLabel("Ulangi kata sandi baru", exactly).fill(OWN);
        browser.button("Simpan dan lanjutkan").click();
    }

    /** @return the recovery codes */
    private List<String> setUp(Browser browser) {
        Page page = browser.page();
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Kode QR untuk aplikasi")))
                .isVisible();
        key = page.getByRole(AriaRole.CODE).innerText();
        page.getByLabel("Kode dari aplikasi").fill(AuthenticatorApp.code(key, clock.instant()));
        browser.button("Pasang").click();
        var codes = page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^[A-Z2-7]{5}-[A-Z2-7]{5}$")));
        assertThat(codes).hasCount(10);
        List<String> shown = codes.allInnerTexts();
        browser.button("Sudah saya simpan").click();
        return shown;
    }

    private static void enterCode(Browser browser, String code) {
        browser.page()
                .getByLabel("Kode", new Page.GetByLabelOptions().setExact(true))
                .fill(code);
        browser.button("Lanjutkan").click();
    }

    private void somebodyNew(String role, boolean givenPassword) {
        jdbc.sql("""
                        INSERT INTO staff_account (id, username, password_hash, full_name, office_code, enabled, created_at,
                          must_change_password)
                        VALUES (?, ?, ?, 'Percobaan Langkah Kedua', 'DINAS', TRUE, ?, ?)""")
                .params(
                        id,
                        username,
                        passwords.encode(GIVEN),
                        LocalDateTime.parse("2026-01-02T03:04:05"),
                        givenPassword)
                .update();
        give(role);
    }

    private void give(String role) {
        jdbc.sql("INSERT INTO staff_account_role (account_id, role_code) VALUES (?, ?)")
                .params(id, role)
                .update();
    }

    /** An administrator gives a role that demands it. */
    private void demandFrom(String role) {
        give(role);
        jdbc.sql("UPDATE staff_account SET authority_version = authority_version + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
