package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every page of every role can be used by people with impairments: axe-core finds nothing critical or serious, at a
 * desk and on a phone, light and dark, and at 200 % zoom and on the narrowest phone nothing scrolls sideways.
 */
@ServerTest
class AccessibilityIT {

    private static final int WIDE = 1440;
    private static final int HIGH = 900;
    private static final int PHONE = 390;

    /** Width and height of a phone, and of a desk at 200 %. */
    private static final Map<Integer, Integer> NARROW = Map.of(320, 640, PHONE, 844, 720, 450);

    /** What axe-core and the styles go by; a page that another role was shown in the same form is not examined again. */
    private static final String BUILT_OF = """
            () => [...new Set([...document.querySelectorAll('body *')]
                .map(one => `${one.localName}.${one.className}.${one.getAttribute('role')}.${one.getAttribute('theme')}`))]
                .sort().join()""";

    private static final Set<String> SEEN = new HashSet<>();

    @LocalServerPort
    int port;

    static Stream<String> everybody() {
        return AccessMatrixTest.everybody();
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everyPageOfARole(String account) {
        try (var browser = new Browser(address(), WIDE, HIGH)) {
            browser.signIn(account);
            var faults = new ArrayList<String>();
            new EveryPage(browser).asSignedIn(at -> {
                if (SEEN.add(at + browser.page().evaluate(BUILT_OF))) {
                    faults.addAll(faults(browser.page(), at));
                }
            });
            assertThat(faults).isEmpty();
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void everyPageWithoutAccount() {
        try (var browser = new Browser(address(), WIDE, HIGH)) {
            browser.expect(404);
            var faults = new ArrayList<String>();
            var pages = List.of("/login", "/jadwal", "/verifikasi", "/verifikasi/TIDAK-ADA", "/pembatalan/tidak-ada");
            new EveryPage(browser).from(pages, at -> faults.addAll(faults(browser.page(), at)));
            assertThat(faults).isEmpty();
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void everyErrorPage() throws IOException {
        try (var browser = new Browser(address(), WIDE, HIGH)) {
            Page page = browser.page();
            // Nobody is signed in here, and the page of a locked screen asks who locked it
            page.route(
                    "**/kunci",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("{\"state\":\"locked\",\"password\":true,\"name\":\"Tita Wulandari\"}")));
            var faults = new ArrayList<String>();
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath:META-INF/resources/error/*.html")) {
                String at = "/uji-galat/" + file.getFilename();
                String content = file.getContentAsString(StandardCharsets.UTF_8);
                page.route(
                        "**" + at,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html")
                                // The page of an outage asks again by itself
                                .setBody(content.replace("http-equiv=\"refresh\"", ""))));
                page.navigate(at);
                faults.addAll(faults(page, at));
            }
            assertThat(faults).isEmpty();
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void theFirstTabLeadsToTheContent() {
        try (var browser = new Browser(address(), WIDE, HIGH)) {
            Page page = browser.page();
            browser.signIn("operator");
            for (int width : new int[] {WIDE, 720, 390}) {
                page.setViewportSize(width, HIGH);
                page.navigate("/standar");
                new EveryPage(browser).settle();
                page.keyboard().press("Tab");
                assertThat(page.getByText("Lewati ke isi")).isFocused();
                page.keyboard().press("Enter");
                assertThat(page.locator("main")).isFocused();
            }
            browser.assertNothingWentWrong();
        }
    }

    @Test
    void atTwiceTheSizeTheMenuFoldsIntoADrawer() {
        try (var browser = new Browser(address(), 720, 450)) {
            Page page = browser.page();
            browser.signIn("operator");
            browser.heading("Selamat").waitFor();
            assertThat(browser.menuItem("Kotak masuk")).not().isInViewport();
            browser.button("Buka atau tutup menu").click();
            browser.menuItem("Kotak masuk").click();
            browser.heading("Kotak masuk verifikasi").waitFor();
            assertThat(browser.menuItem("Kotak masuk")).not().isInViewport();
            assertThat(page.getByLabel("Alasan")).isHidden();
            browser.button("Saringan").click();
            assertThat(page.getByLabel("Alasan")).isVisible();
            browser.assertNothingWentWrong();
        }
    }

    private static List<String> faults(Page page, String at) {
        var faults = new ArrayList<String>();
        show(page, ColorScheme.DARK);
        Axe.contrast(page).forEach(finding -> faults.add("%s (dark): %s".formatted(at, finding)));
        show(page, ColorScheme.LIGHT);
        Axe.findings(page).forEach(finding -> faults.add("%s: %s".formatted(at, finding)));
        NARROW.forEach((width, height) -> {
            page.setViewportSize(width, height);
            if ((boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth")) {
                faults.add("%s: scrolls sideways at %d px".formatted(at, width));
            }
            if (width == PHONE) {
                Axe.findings(page).forEach(finding -> faults.add("%s at %d px: %s".formatted(at, width, finding)));
            }
        });
        page.setViewportSize(WIDE, HIGH);
        return faults;
    }

    private static void show(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
