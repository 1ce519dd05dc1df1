package id.dukcapil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page of every menu, on a desk and on a phone: a list holds what fits on two screens, however long it is. */
@ServerTest
class ListPagesIT {

    private static final List<String> ACCOUNTS = List.of(
            "admin",
            "operator",
            "registrasi",
            "perekaman",
            "cetak",
            "verifikator",
            "kadis",
            "perencana",
            "manajer",
            "pdp");

    private static final int MOST_ROWS = 70;
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    private static final String MENU = """
            () => [...document.querySelectorAll('vaadin-side-nav-item')].map(item => item.path).filter(Boolean)""";

    private static final String GO = """
            path => {
              document.querySelector('main > *').dataset.left = '';
              [...document.querySelectorAll('vaadin-side-nav-item')].find(item => item.path === path)
                .shadowRoot.querySelector('a').click();
            }""";

    private static final String SETTLED = """
            () => document.querySelector('main > :not([data-left])')
              && !Object.values(window.Vaadin.Flow.clients).some(client => client.isActive?.())""";

    /**
     * The most rows that a list of the page draws, -1 without a list. Each is made long first, one that is hidden because it is empty,
     * too; one that shows all its rows by intention must be short by nature.
     */
    private static final String MOST_ROWS_OF_A_LONG_LIST = """
            async () => {
              const grids = [...document.querySelectorAll('main vaadin-grid')];
              for (const grid of grids) {
                if (grid.hidden) {
                  grid.hidden = false;
                  grid.style.height = '100%';
                  grid.append(Object.assign(document.createElement('vaadin-grid-column'), {path: 'name'}));
                  grid.items = Array.from({length: 500}, () => ({name: 'A row'}));
                } else if (!grid.allRowsVisible) {
                  grid.size = Math.max(grid.size, 500);
                }
              }
              for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
              return Math.max(-1, ...grids.map(grid => grid.shadowRoot.querySelectorAll('#items tr').length));
            }""";

    @LocalServerPort
    int port;

    private final Map<String, Integer> rows = new TreeMap<>();

    @Test
    void noListOfAnyMenuHoldsMoreThanTwoScreensOfRows() {
        try (var browser = new Browser("http://localhost:" + port, WIDTH, HEIGHT)) {
            Set<String> seen = new LinkedHashSet<>();
            for (String account : ACCOUNTS) {
                browser.page().context().clearCookies();
                browser.signIn(account);
                browser.page().waitForFunction(SETTLED);
                for (Object path : (List<?>) browser.page().evaluate(MENU)) {
                    if (seen.add(path.toString())) {
                        lookAt(browser.page(), path.toString());
                    }
                }
            }
        }
        assertThat(rows).containsKeys("pemesanan", "surat-keluar", "jejak-audit", "kotak-masuk", "ruang-tanda-tangan");
        assertThat(rows).allSatisfy((page, most) -> assertThat(most).as(page).isLessThanOrEqualTo(MOST_ROWS));
    }

    private void lookAt(Page page, String path) {
        if (page.locator("vaadin-side-nav-item").count() == 0) {
            // The page before, a kiosk, has no menu
            page.navigate("/");
            page.waitForFunction(SETTLED);
        }
        page.evaluate(GO, path);
        page.waitForFunction(SETTLED);
        int onDesk = count(page);
        if (onDesk >= 0) {
            rows.put(path, onDesk);
            page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
            page.waitForFunction(SETTLED);
            rows.put(path + " on a phone", count(page));
            page.setViewportSize(WIDTH, HEIGHT);
        }
    }

    private static int count(Page page) {
        return (Integer) page.evaluate(MOST_ROWS_OF_A_LONG_LIST);
    }
}
