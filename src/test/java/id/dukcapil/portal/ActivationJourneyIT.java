package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.ActivationScenario;
import id.dukcapil.portal.activation.process.ActivationStatus;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The officer activates one person after the other with a scanner and a few keys, never with the mouse. */
@ServerTest
class ActivationJourneyIT {

    private static final int MOST_KEYS = 6;

    @LocalServerPort
    int port;

    @Autowired
    ActivationScenario given;

    private int keys;
    private int scans;

    @Test
    void eachPersonTakesOneScanAndAtMostSixKeys() {
        List<ActivationDetails> people =
                List.of(given.registered(ActivationScenario.DINAS), given.registered(ActivationScenario.DINAS));
        try (var browser = new Browser("http://localhost:" + port, 1440, 900)) {
            Page page = browser.page();
            browser.signIn("ikd");
            page.navigate("/aktivasi-ikd");
            assertThat(page.getByLabel("Pindai QR ponsel, atau ketik NIK orang baru"))
                    .isFocused();
            for (ActivationDetails person : people) {
                keys = 0;
                scans = 0;
                scan(page, given.qrOf(person));
                assertThat(page.locator(".scan-answer")).containsText("QR cocok");
                assertThat(page.getByText("kirim ulang 0/3")).isVisible();
                assertThat(page.getByLabel("Pindai QR ponsel, atau ketik NIK orang baru"))
                        .isFocused();
                press(page, "Enter");
                assertThat(page.locator(".scan-answer")).containsText("Aktif");
                press(page, "Enter");
                assertThat(page.locator(".scan-answer")).containsText("Diarsip");
                Assertions.assertThat(given.now(person.number()).status()).isEqualTo(ActivationStatus.ARCHIVED);
                Assertions.assertThat(scans).isOne();
                Assertions.assertThat(keys).isLessThanOrEqualTo(MOST_KEYS);
            }
            browser.assertNothingWentWrong();
        }
    }

    /** A scanner types the code and ends it with Enter. */
    private void scan(Page page, String code) {
        page.keyboard().type(code);
        page.keyboard().press("Enter");
        scans++;
    }

    private void press(Page page, String key) {
        page.keyboard().press(key);
        keys++;
    }
}
