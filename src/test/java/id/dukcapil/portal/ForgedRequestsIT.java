package id.dukcapil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What somebody sends who has seen, recorded or guessed the messages of an open page. */
@ServerTest
class ForgedRequestsIT {

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";

    @BeforeEach
    void anOpenPage() throws Exception {
        send(browser, "/login", "username=operator&password=demo", "application/x-www-form-urlencoded");
        JsonNode page = json.readTree(get("/?v-r=init&location=kantor").body());
        token = page.path("appConfig").path("uidl").path("Vaadin-Security-Key").asString();
        assertThat(token).isNotEmpty();
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void aMessageOfThePageIsAnswered() throws Exception {
        assertThat(message(browser, token, 0, 0).path("clientId").asInt()).isEqualTo(1);
    }

    @Test
    void aMessageWithAnInventedTokenIsRefused() throws Exception {
        assertRefused(message(browser, "4b927dd9-dcbb-408e-9ecb-0ea8f6ca3dda", 0, 0));
        assertRefused(message(browser, "", 0, 0));
    }

    @Test
    void aRecordedMessageIsNotCarriedOutAgain() throws Exception {
        JsonNode first = message(browser, token, 0, 0);
        assertThat(message(browser, token, 0, 0)).isEqualTo(first);
        message(browser, token, 1, 1);
        assertRefused(message(browser, token, 0, 0));
    }

    @Test
    void aMessageOutOfItsPlaceIsRefused() throws Exception {
        assertRefused(message(browser, token, 7, 0));
    }

    @Test
    void theTokenAloneIsWorthNothingInAnotherBrowser() throws Exception {
        try (var stranger =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            assertRefused(message(stranger, token, 0, 0));
            send(stranger, "/login", "username=perencana&password=demo", "application/x-www-form-urlencoded");
            assertRefused(message(stranger, token, 0, 0));
        }
    }

    @Test
    void aForgedSignOutIsNotCarriedOut() throws Exception {
        message(browser, token, 0, 0);
        send(browser, "/logout", "", "application/x-www-form-urlencoded");
        assertThat(message(browser, token, 1, 1).path("clientId").asInt()).isEqualTo(2);
    }

    private static void assertRefused(JsonNode answer) {
        assertThat(answer.toString()).containsAnyOf("\"appError\"", "\"sessionExpired\"");
    }

    private JsonNode message(HttpClient from, String csrfToken, int clientId, int syncId) throws Exception {
        String body = "{\"csrfToken\":\"%s\",\"rpc\":[],\"syncId\":%d,\"clientId\":%d}"
                .formatted(csrfToken, syncId, clientId);
        return json.readTree(send(from, "/?v-r=uidl&v-uiId=0", body, "application/json; charset=UTF-8")
                .body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(HttpClient from, String path, String body, String type)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return from.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
