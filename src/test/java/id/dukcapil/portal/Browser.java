package id.dukcapil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.regex.Pattern;

/** One window of Chromium that also notes everything its developer tools would show in red. */
final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** A busy machine is no fault of the portal; what never comes is found out as well after half a minute. */
    private static final double PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final Page page;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final Set<Integer> expected = new CopyOnWriteArraySet<>();

    Browser(String address, int width, int height) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(ARGUMENTS));
        page = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(address)
                        .setLocale("id-ID")
                        .setViewportSize(width, height))
                .newPage();
        page.addInitScript("addEventListener('vaadin-navigated', to => window.arrivedAt = to.detail.pathname)");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(this::note);
        page.onPageError(error -> problems.add("error in the page: " + error));
        page.onRequestFailed(this::note);
        page.onResponse(this::note);
    }

    private static Path executable() {
        return Path.of(Optional.ofNullable(System.getenv("CHROMIUM"))
                .filter(path -> !path.isBlank())
                .orElse("/usr/bin/chromium"));
    }

    /** This answer is part of the journey. */
    void expect(int status) {
        expected.add(status);
    }

    private void note(ConsoleMessage message) {
        boolean isExpected = expected.stream().anyMatch(status -> message.text().contains("status of " + status));
        if (message.type().equals("error") && !isExpected) {
            problems.add("console: " + message.text());
        }
    }

    private void note(Request failed) {
        // The browser itself gives up what is under way when it leaves a page
        if (!failed.failure().contains("ERR_ABORTED")) {
            problems.add(failed.failure() + ": " + failed.url());
        }
    }

    private void note(Response response) {
        if (response.status() >= 400 && !expected.contains(response.status())) {
            problems.add(response.status() + ": " + response.url());
        }
    }

    Page page() {
        return page;
    }

    /** With an account of the demonstration. */
    void signIn(String account) {
        signIn(account, "demo");
    }

    void signIn(String account, String password) {
        page.navigate("/login");
        typeIn(account, password);
    }

    /** At the login that is open already. */
    void typeIn(String account, String password) {
        var name = page.getByLabel("Nama pengguna");
        // The form takes the focus once it is there; what is typed before that may land in the wrong field
        PlaywrightAssertions.assertThat(name).isFocused();
        name.fill(account);
        page.getByLabel("Kata sandi", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        button("Masuk").click();
        page.waitForURL(url -> !url.endsWith("/login"));
    }

    void signOut() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Akun "))
                .click();
        button("Keluar").click();
        page.waitForURL("**/login");
    }

    void open(String view) {
        menuItem(view).click();
        heading(view).waitFor();
    }

    /** Waits for the address and for the client router; Back before the router has finished changes only the address. */
    void arriveAt(Pattern address) {
        page.waitForURL(address);
        page.waitForFunction("window.arrivedAt === location.pathname");
    }

    Locator menuItem(String view) {
        return page.getByRole(AriaRole.NAVIGATION)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(view).setExact(true));
    }

    Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void assertNothingWentWrong() {
        assertThat(problems).isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
