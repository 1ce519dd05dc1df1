package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody is called away in the middle of a form, and comes back to it (docs/decisions/0041). */
@ServerTest
class ScreenLockJourneyIT {

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final int LOCKED = 423;
    private static final int WRONG_PASSWORD = 403;

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @AfterEach
    void backToMondayMorning() {
        clock.reset();
    }

    @Test
    void whatWasTypedIsStillThereAfterThePasswordAndCanBeSaved() {
        try (var browser = new Browser("http://localhost:" + port, 1280, 900)) {
            Page page = browser.page();
            page.clock().install();
            browser.expect(WRONG_PASSWORD);
            browser.expect(LOCKED);
            browser.signIn("perencana");
            typeCapacity(browser, "Kamis, 26 November 2026", "77");

            halfAnHourPasses(page);
            Locator screen = lockScreen(page);
            assertThat(screen).isVisible();
            assertThat(screen.getByLabel("Kata sandi")).isFocused();
            assertThat(page.getByLabel("Kapasitas")).isHidden();
            page.keyboard().press("Escape");
            page.keyboard().press("Escape");
            assertThat(screen).isVisible();

            unlock(screen, "bukan ini");
            assertThat(screen.getByRole(AriaRole.ALERT)).hasText("Kata sandi tidak cocok.");
            unlock(screen, "demo");
            assertThat(screen).isHidden();
            assertThat(page.getByLabel("Kapasitas")).hasValue("77");
            browser.button("Simpan").click();
            assertThat(page.getByText("Kamis, 26 November 2026 sudah diubah.")).isVisible();
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void aClickThatMeetsTheLockIsCarriedOutAfterThePassword() {
        try (var browser = new Browser("http://localhost:" + port, 1280, 900)) {
            Page page = browser.page();
            browser.expect(LOCKED);
            browser.signIn("perencana");
            typeCapacity(browser, "Rabu, 25 November 2026", "78");

            clock.advance(IDLE);
            browser.button("Simpan").click();
            Locator screen = lockScreen(page);
            assertThat(screen).isVisible();
            unlock(screen, "demo");
            assertThat(page.getByText("Rabu, 25 November 2026 sudah diubah.")).isVisible();
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void allWindowsLockAndOpenTogether() {
        try (var browser = new Browser("http://localhost:" + port, 1280, 900)) {
            Page page = browser.page();
            page.clock().install();
            browser.expect(LOCKED);
            browser.signIn("perencana");
            Page other = page.context().newPage();
            other.navigate("/kuota");
            assertThat(other.getByRole(AriaRole.NAVIGATION).first()).isVisible();

            halfAnHourPasses(page);
            assertThat(lockScreen(page)).isVisible();
            assertThat(lockScreen(other)).isVisible();
            Page later = page.context().newPage();
            later.navigate("/kuota");
            assertThat(lockScreen(later)).isVisible();

            unlock(lockScreen(later), "demo");
            assertThat(later.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Kalender kuota")))
                    .isVisible();
            assertThat(lockScreen(other)).isHidden();
            assertThat(lockScreen(page)).isHidden();
            browser.open("Kalender kuota");
            browser.assertNothingWentWrong();
        }
    }

    /** If the server took it, the page's next message would be out of its place and the page would be reloaded. */
    @Test
    void aMessageUpTheLineForPushingIsNotCarriedOut() {
        try (var browser = new Browser("http://localhost:" + port, 1280, 900)) {
            Page page = browser.page();
            page.addInitScript("""
                    window.lines = [];
                    window.WebSocket = class extends WebSocket {
                      constructor(...address) { super(...address); window.lines.push(this); }
                    };""");
            var last = new AtomicReference<@Nullable String>();
            page.onRequest(request -> {
                if (request.url().contains("v-r=uidl")) {
                    last.set(request.postData());
                }
            });
            browser.signIn("perencana");
            browser.open("Kalender kuota");
            page.waitForFunction("window.lines.length > 0 && window.lines.at(-1).readyState === WebSocket.OPEN");
            page.evaluate("""
                    recorded => {
                      const { csrfToken, syncId, clientId } = JSON.parse(recorded);
                      const forged = JSON.stringify({ csrfToken, rpc: [], syncId: syncId + 1, clientId: clientId + 1 });
                      window.lines.at(-1).send(`${forged.length}|${forged}`);
                    }""", last.get());
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Selasa, 24 November 2026"))
                    .click();
            browser.button("Ubah kuota").click();
            assertThat(page.getByRole(AriaRole.DIALOG).getByLabel("Kapasitas")).isVisible();
            browser.assertNothingWentWrong();
        }
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

    private static void unlock(Locator screen, String password) {
        screen.getByLabel("Kata sandi").fill(password);
        screen.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Buka"))
                .click();
    }
}
