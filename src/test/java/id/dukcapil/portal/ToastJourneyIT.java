package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who works through the inbox is told each time what was done, and never has to move the telling out of the way. */
@ServerTest
class ToastJourneyIT {

    @LocalServerPort
    int port;

    @Test
    void noticesCountInOneToastThatCoversNoButtonOfTheActionBar() {
        try (var browser = new Browser("http://localhost:" + port, 1440, 900)) {
            Page page = browser.page();
            browser.signIn("operator");
            page.navigate("/kotak-masuk");
            page.locator(".inbox-line").first().click();
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
                page.locator(".inbox-line").first().click();
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
