package id.dukcapil.portal.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.TargetElement;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * The page around every view. Aura gives the components their shape; {@code portal.css} holds our tokens and {@code vaadin.css} bends Aura to them.
 * Push goes down a WebSocket, requests go up as ordinary HTTP, so that Spring Security sees every one of them.
 */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://styles/portal.css")
@StyleSheet("context://styles/vaadin.css")
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
public class PortalShell implements AppShellConfigurator {

    /** Before the first paint, so that a dark room stays dark. The same key is written by components/portal.js. */
    private static final String REMEMBERED_APPEARANCE = """
            try {
              const choice = localStorage.getItem('portal.tampilan');
              if (choice === 'terang' || choice === 'gelap') {
                document.documentElement.style.colorScheme = choice === 'gelap' ? 'dark' : 'light';
              }
            } catch { /* no storage: the device decides */ }""";

    /** Before anything is fetched, so that no key is lost meanwhile. */
    private static final ClassPathResource EARLY_KEYS =
            new ClassPathResource("META-INF/resources/components/early-keys.js");

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("robots", "noindex, nofollow");
        settings.addLink("favicon.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
        atOnce(settings, REMEMBERED_APPEARANCE);
        atOnce(settings, earlyKeys());
    }

    private static void atOnce(AppShellSettings settings, String script) {
        settings.addInlineWithContents(TargetElement.HEAD, Inline.Position.PREPEND, script, Inline.Wrapping.JAVASCRIPT);
    }

    private static String earlyKeys() {
        try {
            return EARLY_KEYS.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
