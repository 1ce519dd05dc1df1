package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.ServerTest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every kind of answer of both ports, as it comes over the line. */
@ServerTest
class AnswerHeadersIT {

    private static final String KEY = "Authorization: Bearer demo-bds";

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @ParameterizedTest(name = "{0}: {1} {2} is {3}")
    @CsvSource(textBlock = """
            page of Vaadin,         GET,     /login,                        200
            its bootstrap,          GET,     /login?v-r=init&location=login, 200
            redirect to the login,  GET,     /kantor,                       302
            public page,            GET,     /jadwal,                       200
            its error page,         GET,     /verifikasi/tidak-ada,         404
            style sheet,            GET,     /styles/portal.css,            200
            picture,                GET,     /favicon.svg,                  200
            missing file,           GET,     /VAADIN/build/tidak-ada.js,    404
            page of a problem,      GET,     /problems/not-found,           200
            description of the API, GET,     /v3/api-docs,                  200
            answer of the API,      GET,     /api/v1/offices,               200
            problem of the API,     GET,     /api/v1/tidak-ada,             404
            refused by the firewall, GET,    /jadwal;a,                     400
            refused below the API,  GET,     /api/v1//offices,              404
            method nobody knows,    TRACE,   /login,                        405
            undecodable address,    GET,     /verifikasi/%FF,               400
            undecodable API,        GET,     /api/v1/%FF,                   404
            undecodable part,       GET,     /login;x=%zz,                  400
            undecodable part of the API, GET, /api/v1/offices;x=%zz,        422
            undecodable parameter,  GET,     /login?x=%FF,                  400
            """)
    void ofThePortal(String kind, String method, String target, int status) throws Exception {
        assertSafe(answer(port, method, target, status));
    }

    @ParameterizedTest(name = "{0}: {1} {2} is {3}")
    @CsvSource(textBlock = """
            health,                 GET,     /actuator/health,              200
            metrics,                GET,     /actuator/prometheus,          200
            missing metric,         GET,     /actuator/metrics/tidak-ada,   404
            elsewhere,              GET,     /tidak-ada,                    302
            refused by the firewall, GET,    /actuator//health,             400
            undecodable address,    GET,     /%FF,                          400
            undecodable part,       GET,     /actuator/health;x=%zz,        400
            method nobody knows,    TRACE,   /actuator/health,              405
            """)
    void ofTheManagementPort(String kind, String method, String target, int status) throws Exception {
        assertSafe(answer(managementPort, method, target, status));
    }

    @Test
    void ofADownload() throws Exception {
        try (var wire = new Wire(port)) {
            Wire.Reply ticket = new BookingApp(wire).ticket();
            assertThat(ticket.header("Content-Type")).isEqualTo("application/pdf");
            assertSafe(ticket);
        }
    }

    @Test
    void ofAFormThatAnotherSiteSends() throws Exception {
        try (var wire = new Wire(port)) {
            Wire.Reply reply = wire.send("POST", "/login", "Sec-Fetch-Site: cross-site");
            assertThat(reply.status()).isEqualTo(403);
            assertSafe(reply);
        }
    }

    @Test
    void ofARequestThatCannotBeRead() throws Exception {
        try (var wire = new Wire(port)) {
            Wire.Reply reply = wire.send("GET", "/api/v1/a\u0001b", KEY);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).isEmpty();
            assertSafe(reply);
        }
    }

    /** A page that needs other rules than the rest is not given those of the rest. */
    @Test
    void thePublicPageKeepsItsStricterPolicy() throws Exception {
        Wire.Reply page = answer(port, "GET", "/verifikasi", 200);
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    /** Files stay in the browser's cache; only answers without a rule of their own are not kept. */
    @Test
    void filesMayBeKept() throws Exception {
        assertThat(answer(port, "GET", "/styles/portal.css", 200).header("Cache-Control"))
                .startsWith("max-age=");
        assertThat(answer(port, "GET", "/login", 200).header("Cache-Control")).contains("no-store");
    }

    private static Wire.Reply answer(int port, String method, String target, int status) throws IOException {
        try (var wire = new Wire(port)) {
            Wire.Reply reply = target.startsWith("/api") ? wire.send(method, target, KEY) : wire.send(method, target);
            assertThat(reply.status()).as(reply.text()).isEqualTo(status);
            return reply;
        }
    }

    private static void assertSafe(Wire.Reply reply) {
        assertThat(reply.headers())
                .containsAllEntriesOf(Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "X-Frame-Options", "DENY",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Cross-Origin-Resource-Policy", "same-origin"))
                .containsKeys("Referrer-Policy", "Permissions-Policy", "Cache-Control");
        assertThat(reply.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(reply.text()).doesNotContain("Apache Tomcat", "HTTP Status");
    }
}
