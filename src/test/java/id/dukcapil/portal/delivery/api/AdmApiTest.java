package id.dukcapil.portal.delivery.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.delivery.DeliveryScenario;
import id.dukcapil.portal.delivery.DeliveryScenario.Given;
import id.dukcapil.portal.delivery.ReleaseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract with the ADM kiosks, line by line. */
@IntegrationTest
class AdmApiTest {

    private static final String PATH = "/api/v1/adm/releases";
    private static final String KIOSK = "ADM-SOREANG-01";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    MockMvc mvc;

    @Autowired
    DeliveryScenario given;

    @Autowired
    SettableClock clock;

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void theRightPairGetsThePdfAndTheReceiptEndsIt() throws Exception {
        Given release = given.released();
        MockHttpServletResponse reply = open(release);
        assertThat(reply.getStatus()).isEqualTo(200);
        assertThat(reply.getContentType()).isEqualTo("application/pdf");
        assertThat(reply.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.getContentAsByteArray()).isEqualTo(release.pdf());
        String id = releaseId(reply);
        assertThat(UUID.fromString(id)).isNotNull();
        for (int sent = 0; sent < 2; sent++) {
            MockHttpServletResponse receipt = receipt(id, "PRINTED", null);
            assertThat(receipt.getStatus()).isEqualTo(204);
            assertThat(receipt.getContentAsString()).isEmpty();
        }
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.PRINTED);
        assertThat(given.now(release.id()).sheets().getFirst().kiosk()).isEqualTo(KIOSK);
        problem(open(release), 410, "release-used");
    }

    @Test
    void theSecondKioskIsTooLate() throws Exception {
        Given release = given.released();
        open(release);
        problem(open(release.qr(), release.pin(), "ADM-CILEUNYI-02"), 410, "release-used");
    }

    @Test
    void aFailedPrintAllowsOneMoreWithTheSamePair() throws Exception {
        Given release = given.released();
        String first = releaseId(open(release));
        assertThat(receipt(first, "FAILED", "Kertas macet").getStatus()).isEqualTo(204);
        MockHttpServletResponse second = open(release);
        assertThat(second.getStatus()).isEqualTo(200);
        problem(open(release), 410, "release-used");
        problem(receipt(first, "PRINTED", null), 409, "receipt-contradicts");
        assertThat(receipt(releaseId(second), "PRINTED", null).getStatus()).isEqualTo(204);
        problem(open(release), 410, "release-used");
    }

    @Test
    void wrongPinsAreCountedAndTheFifthLocks() throws Exception {
        Given release = given.released();
        for (int left = 4; left >= 0; left--) {
            JsonNode problem = problem(open(release.qr(), release.wrongPin(), KIOSK), 403, "wrong-pin");
            assertThat(problem.path("attemptsLeft").asInt()).isEqualTo(left);
        }
        problem(open(release), 423, "release-locked");
    }

    @Test
    void anUnknownQrIsAnsweredLikeAWrongPinToTheLetter() throws Exception {
        Given release = given.released();
        for (int attempt = 0; attempt < 6; attempt++) {
            MockHttpServletResponse known = open(release.qr(), release.wrongPin(), KIOSK);
            MockHttpServletResponse unknown = open("01234567890" + "ABCDEFGHJKMNPQ2", "123456", KIOSK);
            assertThat(text(unknown)).isEqualTo(text(known));
            assertThat(unknown.getStatus()).isEqualTo(known.getStatus());
            assertThat(unknown.getHeaderNames()).isEqualTo(known.getHeaderNames());
        }
    }

    @Test
    void afterItsTimeItIsExpired() throws Exception {
        Given release = given.released();
        clock.advance(Duration.ofDays(31));
        problem(open(release), 410, "release-expired");
    }

    @Test
    void aLostAnswerIsGivenAgainForTheSameIdempotencyKey() throws Exception {
        Given release = given.released();
        String body = body(Map.of("qr", release.qr(), "pin", release.pin(), "kiosk", KIOSK));
        MockHttpServletResponse first = send("demo-adm", json(PATH, body).header("Idempotency-Key", "kunci-1"));
        MockHttpServletResponse again = send("demo-adm", json(PATH, body).header("Idempotency-Key", "kunci-1"));
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(releaseId(again)).isEqualTo(releaseId(first));
        problem(send("demo-adm", json(PATH, body).header("Idempotency-Key", "kunci-2")), 410, "release-used");
        problem(send("demo-adm", json(PATH, body).header("Idempotency-Key", "a b")), 400, "idempotency-key-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"qr\": \"\", \"pin\": \"123456\", \"kiosk\": \"ADM-01\"}",
                "{\"qr\": \"ABC\", \"pin\": \" \", \"kiosk\": \"ADM-01\"}",
                "{\"qr\": \"ABC\", \"pin\": \"123456\"}",
                "{\"qr\": \"ABC\", \"pin\": \"123456\", \"kiosk\": \"<script>\"}",
                "{\"qr\": [1], \"pin\": \"123456\", \"kiosk\": \"ADM-01\"}",
            })
    void whatIsIncompleteIsNotCounted(String body) throws Exception {
        problem(send("demo-adm", json(PATH, body)), 422, "invalid-request");
    }

    @Test
    void everyMissingFieldIsNamed() throws Exception {
        JsonNode problem = problem(send("demo-adm", json(PATH, "{}")), 422, "invalid-request");
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly("qr", "pin", "kiosk");
    }

    @Test
    void aReceiptNeedsAnOutcomeAndAHandoutOfThisClient() throws Exception {
        String id = releaseId(open(given.released()));
        problem(receipt(id, "MAYBE", null), 422, "invalid-request");
        problem(send("demo-adm", json(PATH + "/" + id + "/receipt", "{}")), 422, "invalid-request");
        problem(receipt(UUID.randomUUID().toString(), "PRINTED", null), 404, "not-found");
        problem(receipt("bukan-tanda", "PRINTED", null), 404, "not-found");
    }

    @Test
    void onlyAKeyWithTheScopeOpensIt() throws Exception {
        Given release = given.released();
        String body = body(Map.of("qr", release.qr(), "pin", release.pin(), "kiosk", KIOSK));
        problem(send("demo-ikd", json(PATH, body)), 403, "forbidden");
        problem(send("salah", json(PATH, body)), 401, "unauthorized");
        assertThat(given.now(release.id()).status()).isEqualTo(ReleaseStatus.ISSUED);
    }

    @Test
    void theDescriptionNamesPdfHeaderAndRefusals() throws Exception {
        JsonNode paths = JSON.readTree(
                        text(mvc.perform(get("/v3/api-docs")).andReturn().getResponse()))
                .path("paths");
        JsonNode opening = paths.path(PATH).path("post").path("responses");
        assertThat(opening.propertyNames()).contains("200", "401", "403", "410", "422", "423", "429");
        assertThat(opening.at("/200/content").propertyNames()).containsExactly("application/pdf");
        assertThat(opening.at("/200/headers").propertyNames()).containsExactly("Release-Id");
        assertThat(paths.path(PATH + "/{releaseId}/receipt")
                        .path("post")
                        .path("responses")
                        .propertyNames())
                .contains("204", "404", "409", "422");
    }

    private MockHttpServletResponse open(Given release) throws Exception {
        return open(release.qr(), release.pin(), KIOSK);
    }

    private MockHttpServletResponse open(String qr, String pin, String kiosk) throws Exception {
        return send("demo-adm", json(PATH, body(Map.of("qr", qr, "pin", pin, "kiosk", kiosk))));
    }

    private MockHttpServletResponse receipt(String id, String outcome, @Nullable String detail) throws Exception {
        String body =
                detail == null ? body(Map.of("outcome", outcome)) : body(Map.of("outcome", outcome, "detail", detail));
        return send("demo-adm", json(PATH + "/" + id + "/receipt", body));
    }

    private static String body(Map<String, String> fields) {
        return JSON.writeValueAsString(fields);
    }

    private static AbstractMockHttpServletRequestBuilder<?> json(String path, String body) {
        return post(path).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private MockHttpServletResponse send(String key, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return mvc.perform(request.header("Authorization", "Bearer " + key))
                .andReturn()
                .getResponse();
    }

    private static String releaseId(MockHttpServletResponse reply) {
        return Objects.requireNonNull(reply.getHeader("Release-Id"));
    }

    private static String text(MockHttpServletResponse reply) {
        return new String(reply.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static JsonNode problem(MockHttpServletResponse reply, int status, String name) {
        assertThat(reply.getStatus()).as(text(reply)).isEqualTo(status);
        assertThat(reply.getContentType()).isEqualTo("application/problem+json");
        JsonNode problem = JSON.readTree(text(reply));
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + name);
        return problem;
    }
}
