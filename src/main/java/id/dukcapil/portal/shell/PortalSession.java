package id.dukcapil.portal.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.signin.EndedSession;
import id.dukcapil.portal.staff.signin.SessionEnd;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/** Sets up every Vaadin session: Indonesian everywhere, and errors that are told calmly. */
@Component
class PortalSession implements VaadinServiceInitListener {

    private static final String PORTAL = "Portal Dukcapil";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Also how long a click that met the lock waits at most after the password; Vaadin's own five seconds feel lost. */
    private static final Duration RESEND_EVERY = Duration.ofSeconds(1);

    /** Longer than a screen stays locked, so that the click is still sent at the end of it. */
    private static final Duration RESEND_FOR = Duration.ofHours(6);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        SystemMessages messages = systemMessages();
        service.setSystemMessagesProvider(info -> info.getRequest() instanceof HttpServletRequest request
                ? EndedSession.metBy(request).map(PortalSession::ended).orElse(messages)
                : messages);
        service.addSessionInitListener(init -> {
            init.getSession().setLocale(Formats.INDONESIAN);
            init.getSession().setErrorHandler(new SessionErrors());
        });
        service.addUIInitListener(init -> setUp(init.getUI()));
        event.addIndexHtmlRequestListener(PortalSession::completePage);
        event.addVaadinRequestInterceptor(new OneWayPush());
    }

    /** Somebody else ended the session: the page says so instead of "expired". */
    private static SystemMessages ended(SessionEnd end) {
        CustomizedSystemMessages messages = systemMessages();
        messages.setSessionExpiredCaption("Sesi Anda diakhiri");
        messages.setSessionExpiredMessage(end.sentence() + " Tekan Esc atau klik di sini.");
        return messages;
    }

    private static CustomizedSystemMessages systemMessages() {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption("Sesi Anda berakhir");
        messages.setSessionExpiredMessage("Tekan Esc atau klik di sini untuk masuk kembali.");
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption("Ada gangguan");
        messages.setInternalErrorMessage("Tekan Esc atau klik di sini untuk memuat ulang halaman.");
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption("Kuki dimatikan");
        messages.setCookiesDisabledMessage("Portal membutuhkan kuki. Aktifkan di peramban, lalu klik di sini.");
        return messages;
    }

    private static void setUp(UI ui) {
        ui.setLocale(Formats.INDONESIAN);
        var reconnect = ui.getReconnectDialogConfiguration();
        reconnect.setReconnectInterval((int) RESEND_EVERY.toMillis());
        reconnect.setReconnectAttempts((int) RESEND_FOR.dividedBy(RESEND_EVERY));
        reconnect.setDialogText("Sambungan terputus, mencoba menyambung lagi…");
        reconnect.setDialogTextGaveUp("Sambungan terputus. Periksa jaringan, lalu muat ulang halaman.");
        // The view's own title is only known once the navigation is through
        ui.addAfterNavigationListener(event -> ui.beforeClientResponse(ui, context -> setTitle(ui)));
    }

    /** "Kalender kuota · Portal Dukcapil": views name only themselves. */
    private static void setTitle(UI ui) {
        String own = ui.getInternals().getTitle();
        boolean named = own != null && !own.isBlank();
        ui.getPage().setTitle(named && !own.endsWith(PORTAL) ? own + " · " + PORTAL : PORTAL);
    }

    private static void completePage(IndexHtmlResponse response) {
        Document page = response.getDocument();
        var html = page.selectFirst("html");
        if (html != null) {
            html.attr("lang", "id");
        }
        page.body()
                .appendElement("noscript")
                .text("Portal membutuhkan JavaScript. Aktifkan JavaScript di peramban Anda.");
        page.head().appendElement("script").attr("src", "components/portal.js");
        allowOwnScripts(response, page);
    }

    /** The inline scripts of this page run, those that somebody might smuggle into it do not. */
    private static void allowOwnScripts(IndexHtmlResponse response, Document page) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        page.select("script:not([src])").attr("nonce", nonce);
        response.getVaadinResponse().setHeader(BrowserSecurity.HEADER, BrowserSecurity.policyOfAPage(nonce));
    }
}
