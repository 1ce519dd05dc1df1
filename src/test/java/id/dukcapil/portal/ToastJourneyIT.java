package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/** A clerk works through the inbox: each act is confirmed, and no confirmation covers the next button. */
@ServerTest
class ToastJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Test
    void noticesCountInOneToastThatCoversNoButtonOfTheActionBar() throws Exception {
        String address = "http://localhost:" + port;
        String number = new IkdApplication(address, json, jdbc).handIn("I.C.1");
        try (var browser = new Browser(address, 1440, 900)) {
            Page page = browser.page();
            browser.signIn("operator");
            page.navigate("/kotak-masuk?cari=" + number);
            page.locator(".inbox-line").first().click();
            assertThat(page.locator(".decision-bar")).isVisible();
            Locator toast = page.locator("portal-toast");
            for (String counted : new String[] {"Tutup", "2×", "3×"}) {
                page.keyboard().press("Enter");
                assertThat(page.getByText("Anda pegang").first()).isVisible();
                page.keyboard().press("l");
                assertThat(toast.getByText("dilepas; petugas lain dapat mengambilnya."))
                        .isVisible();
                assertThat(toast.getByText(counted)).isVisible();
                assertThat(toast).hasCount(1);
                assertKeepsOff(toast, page.locator(".decision-bar vaadin-button"));
            }
            browser.assertNothingWentWrong();
        }
    }

    private static void assertKeepsOff(Locator toast, Locator buttons) {
        assertThat(buttons.first()).isVisible();
        // It is placed in the frame of animation after it came
        toast.page().evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        BoundingBox box = toast.boundingBox();
        assertThat(buttons.all())
                .filteredOn(Locator::isVisible)
                .isNotEmpty()
                .noneMatch(button -> intersect(box, button.boundingBox()));
    }

    private static boolean intersect(BoundingBox one, BoundingBox other) {
        return one.x < other.x + other.width
                && other.x < one.x + one.width
                && one.y < other.y + other.height
                && other.y < one.y + one.height;
    }
}
