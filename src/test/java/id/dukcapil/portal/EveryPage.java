package id.dukcapil.portal;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Walks every page that can be reached: the entries of the menu and what the pages themselves link to, so that a new
 * page is walked without being named. Addresses that differ only in a number, a code or a query are one page.
 */
final class EveryPage {

    /** The rooms that no page links to before its menu is opened. */
    private static final List<String> BEHIND_BUTTONS = List.of("/akun", "/cari");

    private static final Pattern SINGLE_RECORD = Pattern.compile("/[^/]*[0-9A-Z][^/]*");

    private static final String SETTLED = """
            () => !document.querySelector('vaadin-connection-indicator[loading]')
                && Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())
                && document.querySelector('main h1, .login')""";

    private static final String LINKS = """
            () => {
              const menu = [...document.querySelectorAll('vaadin-side-nav-item')].map(item => item.path ?? '');
              const links = [...document.querySelectorAll('a[href]:not([download], [router-ignore])')];
              return [...menu, ...links.map(link => link.getAttribute('href'))]
                  .map(href => new URL(href, document.baseURI))
                  .filter(target => target.origin === location.origin)
                  .map(target => target.pathname);
            }""";

    private static final Pattern NO_PAGE =
            Pattern.compile("/(api|unduhan|dokumen|uji)/.+|.*\\.\\w{2,4}|/logout|/sso/.*");

    private final Page page;

    EveryPage(Browser browser) {
        this.page = browser.page();
    }

    /** All that the person who is signed in reaches from the home page. */
    void asSignedIn(Consumer<String> look) {
        var addresses = new ArrayDeque<>(List.of("/"));
        addresses.addAll(BEHIND_BUTTONS);
        walk(addresses, look);
    }

    /** All that these pages and the pages they link to show. */
    void from(List<String> addresses, Consumer<String> look) {
        walk(new ArrayDeque<>(addresses), look);
    }

    private void walk(ArrayDeque<String> waiting, Consumer<String> look) {
        var known = new HashSet<String>();
        waiting.forEach(address -> known.add(kind(address)));
        while (!waiting.isEmpty()) {
            String address = waiting.remove();
            page.navigate(address);
            try {
                settle();
            } catch (TimeoutError never) {
                throw new AssertionError("%s does not settle: %s".formatted(address, page.innerText("body")), never);
            }
            for (Object link : (List<?>) page.evaluate(LINKS)) {
                String next = String.valueOf(link);
                if (!NO_PAGE.matcher(next).matches() && known.add(kind(next))) {
                    waiting.add(next);
                }
            }
            look.accept(address);
        }
    }

    /** Waits until nothing is loading any more. */
    void settle() {
        page.waitForFunction(SETTLED);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForFunction(SETTLED);
    }

    private static String kind(String address) {
        return SINGLE_RECORD.matcher(address).replaceAll("/*").replaceFirst("(.)/$", "$1");
    }
}
