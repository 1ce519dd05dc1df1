package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.dukcapil.portal.staff.signin.OidcProvider;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Somebody who came by the single sign-on is called away in the middle of a form (docs/decisions/0048). */
@ServerTest
class ProviderUnlockJourneyIT {

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final int LOCKED = 423;
    private static final OidcProvider PROVIDER = new OidcProvider();
    private static final String BUTTON = "Buka lewat SSO pemerintah";

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("portal.oidc.issuer", PROVIDER::issuer);
        settings.add("portal.oidc.client-id", () -> OidcProvider.CLIENT);
        settings.add("portal.oidc.client-secret", () -> "rahasia");
    }

    @AfterAll
    static void closeTheProvider() {
        PROVIDER.close();
    }

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final UUID account = UUID.randomUUID();
    private final String username = "sso-" + account.toString().substring(0, 8);

    @BeforeEach
    void aPlannerWithoutAPasswordOfThePortal() {
        PROVIDER.tellsTheTimeBy(clock);
        jdbc.sql("""
                        INSERT INTO staff_account
                          (id, username, password_hash, full_name, office_code, enabled, must_change_password, created_at)
                        VALUES (?, ?, 'tidak ada', 'Percobaan Masuk Tunggal', 'DINAS', TRUE, TRUE, ?)""")
                .params(account, username, LocalDateTime.parse("2026-01-02T03:04:05"))
                .update();
        jdbc.sql("INSERT INTO staff_account_role (account_id, role_code) VALUES (?, 'perencana')")
                .param(account)
                .update();
    }

    @AfterEach
    void backToMondayMorning() {
        clock.reset();
    }

    @Test
    void whatWasTypedIsStillThereAfterSigningInAgainAtTheProvider() {
        try (var browser = new Browser("http://localhost:" + port, 1280, 900)) {
            Page page = browser.page();
            page.clock().install();
            browser.expect(LOCKED);
            signsIn(browser);
            typeCapacity(browser, "Jumat, 27 November 2026", "79");
            halfAnHourPasses(page);
            assertThat(lockScreen(page)).isVisible();
            assertThat(lockScreen(page).getByLabel("Kata sandi")).isHidden();
            assertThat(button(page)).isFocused();

            Page stranger = page.waitForPopup(() -> button(page).click());
            enters(stranger, "orang.lain");
            assertThat(lockScreen(page).getByRole(AriaRole.ALERT))
                    .hasText(
                            "Anda masuk sebagai orang lain di layanan masuk tunggal. Layar ini hanya dibuka oleh pemilik sesinya.");

            Page window = page.waitForPopup(() -> button(page).click());
            window.waitForClose(() -> enters(window, username));
            assertThat(lockScreen(page)).isHidden();
            assertThat(page.getByLabel("Kapasitas")).hasValue("79");
            browser.button("Simpan").click();
            assertThat(page.getByText("Jumat, 27 November 2026 sudah diubah.")).isVisible();
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void aBrowserThatHoldsBackWindowsOffersALink() {
        try (var browser = new Browser("http://localhost:" + port, 1280, 900)) {
            Page page = browser.page();
            page.addInitScript("window.open = () => null;");
            page.clock().install();
            browser.expect(LOCKED);
            signsIn(browser);
            typeCapacity(browser, "Jumat, 27 November 2026", "80");
            halfAnHourPasses(page);
            button(page).click();
            Locator link = lockScreen(page)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Buka di tab baru"));
            Page tab = page.waitForPopup(link::click);
            enters(tab, username);
            assertThat(lockScreen(page)).isHidden();
            assertThat(page.getByLabel("Kapasitas")).hasValue("80");
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void aPageThatIsOpenedMeanwhileIsFetchedAfterwards() {
        try (var browser = new Browser("http://localhost:" + port, 1280, 900)) {
            Page page = browser.page();
            browser.expect(LOCKED);
            signsIn(browser);
            clock.advance(IDLE);
            page.navigate("/kuota");
            assertThat(lockScreen(page)).isVisible();
            Page window = page.waitForPopup(() -> button(page).click());
            window.waitForClose(() -> enters(window, username));
            assertThat(browser.heading("Kalender kuota")).isVisible();
            browser.assertNothingWentWrong();
        }
    }

    private void signsIn(Browser browser) {
        Page page = browser.page();
        page.navigate("/login");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Masuk dengan SSO pemerintah"))
                .click();
        enters(page, username);
        assertThat(browser.menuItem("Kalender kuota")).isVisible();
    }

    /** Exact, because the page that is left by the link has a field for the "Nama pengguna". */
    private static void enters(Page provider, String name) {
        provider.getByLabel("Nama", new Page.GetByLabelOptions().setExact(true)).fill(name);
        provider.getByText("Lanjut").click();
    }

    private void halfAnHourPasses(Page page) {
        clock.advance(IDLE);
        page.clock().fastForward(IDLE.toMillis());
    }

    private static void typeCapacity(Browser browser, String day, String capacity) {
        browser.open("Kalender kuota");
        browser.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(day))
                .click();
        browser.button("Ubah kuota").click();
        browser.page().getByRole(AriaRole.DIALOG).getByLabel("Kapasitas").fill(capacity);
    }

    private static Locator lockScreen(Page page) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Layar terkunci"));
    }

    private static Locator button(Page page) {
        return lockScreen(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(BUTTON));
    }
}
