package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Keys that are pressed before the page they are meant for has come. */
@ServerTest
class TypingWhileLoadingIT {

    @LocalServerPort
    int port;

    private final List<Route> heldBack = new ArrayList<>();

    @Test
    void whatFollowsASlashGoesToTheSearchBoxAndToNoFieldOfThePage() {
        try (var browser = signedIn()) {
            Page page = browser.page();
            startLoading(page, "/pemesanan");
            page.keyboard().type("/budi");
            finishLoading(page);
            assertThat(searchBox(page)).hasValue("budi");
            assertThat(searchBox(page)).isFocused();
            page.keyboard().type(" s");
            assertThat(searchBox(page)).hasValue("budi s");
            assertThat(listSearch(page)).hasValue("");
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void aViewThatTakesTheFocusDoesNotTakeItFromTheSearchBox() {
        try (var browser = signedIn()) {
            Page page = browser.page();
            holdBack(page, "v-r=uidl");
            browser.menuItem("Pemesanan").click();
            page.keyboard().type("/su");
            finishLoading(page);
            assertThat(listSearch(page)).isVisible();
            page.keyboard().type("ti");
            assertThat(searchBox(page)).hasValue("suti");
            assertThat(listSearch(page)).hasValue("");
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void aKeyOfThePageIsHeardAndAWordLandsInNoField() {
        try (var browser = signedIn()) {
            Page page = browser.page();
            startLoading(page, "/kotak-masuk");
            page.keyboard().type("?");
            finishLoading(page);
            assertThat(browser.heading("Tombol pintas")).isVisible();

            startLoading(page, "/pemesanan");
            page.keyboard().type("budi");
            finishLoading(page);
            assertThat(listSearch(page)).isFocused();
            assertThat(listSearch(page)).hasValue("");
            assertThat(searchBox(page)).hasValue("");
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void aTicketThatIsScannedTooEarlyIsReadWhole() {
        try (var browser = signedIn()) {
            Page page = browser.page();
            startLoading(page, "/kedatangan");
            page.keyboard().type("YYNE-SSXB\n");
            finishLoading(page);
            assertThat(page.getByText("YYNE-SSXB").first()).isVisible();
            assertThat(page.getByLabel("Pindai tiket atau ketik kode booking")).hasValue("");
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void theSlashPressedTwiceGoesToTheSearchOfTheList() {
        try (var browser = signedIn()) {
            Page page = browser.page();
            page.navigate("/pemesanan");
            assertThat(listSearch(page)).isFocused();
            page.locator("h1").click();
            page.keyboard().type("/");
            assertThat(searchBox(page)).isFocused();
            page.keyboard().type("/");
            assertThat(listSearch(page)).isFocused();
            assertThat(listSearch(page)).hasValue("");
            browser.assertNothingWentWrong();
        }
    }

    private Browser signedIn() {
        var browser = new Browser("http://localhost:" + port, 1440, 900);
        browser.signIn("operator");
        assertThat(searchBox(browser.page())).isVisible();
        return browser;
    }

    /** The page has begun, and what it shows does not come yet. */
    private void startLoading(Page page, String address) {
        holdBack(page, "v-r=init");
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForCondition(() -> !heldBack.isEmpty());
    }

    /** @param kind "v-r=init" of a new page; the page that is left sends a last "v-r=uidl" of its own */
    private void holdBack(Page page, String kind) {
        page.route(address -> address.contains(kind), heldBack::add);
    }

    private void finishLoading(Page page) {
        page.waitForCondition(() -> !heldBack.isEmpty());
        page.unrouteAll();
        heldBack.forEach(Route::resume);
        heldBack.clear();
    }

    private static Locator searchBox(Page page) {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Cari di seluruh portal"));
    }

    private static Locator listSearch(Page page) {
        return page.getByLabel("Cari", new Page.GetByLabelOptions().setExact(true));
    }
}
