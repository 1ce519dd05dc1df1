package id.dukcapil.portal.activation.api;

import static id.dukcapil.portal.activation.process.ActivationScenario.DINAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.activation.process.ActivationCounter;
import id.dukcapil.portal.activation.process.ActivationScenario;
import id.dukcapil.portal.activation.process.ActivationStatus;
import id.dukcapil.portal.common.Nik;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract with the IKD channel, line by line. */
@IntegrationTest
class ActivationApiTest {

    private static final String PATH = "/api/v1/activations";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    MockMvc mvc;

    @Autowired
    ActivationScenario given;

    @Autowired
    ActivationCounter counter;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void aTelephoneGoesFromRegistrationToActive() throws Exception {
        MockHttpServletResponse created = register(given.somebody(), Map.of("office", "DINAS"), key());
        assertThat(created.getStatus()).as(text(created)).isEqualTo(201);
        JsonNode receipt = json(created);
        String number = receipt.path("number").asString();
        assertThat(number).matches("IKD-DINAS-2026-\\d{5}");
        assertThat(receipt.path("status").asString()).isEqualTo("REGISTERED");
        assertThat(created.getHeader("Location")).isEqualTo(PATH + "/" + number);

        JsonNode failed = json(face(number, "NO_MATCH", key()));
        assertThat(failed.path("status").asString()).isEqualTo("FACE_NOT_MATCHED");
        assertThat(failed.has("qr")).isFalse();
        JsonNode matched = json(face(number, "MATCH", key()));
        assertThat(matched.path("status").asString()).isEqualTo("FACE_MATCHED");
        assertThat(Instant.parse(matched.path("qrValidUntil").asString()))
                .isEqualTo(SettableClock.MONDAY_MORNING.plusSeconds(90));

        problem(confirm(number, "123456", null), 409, "activation-not-ready");
        given.asStaff("ikd", () -> counter.scan(matched.path("qr").asString(), null));
        assertThat(json(progress(number)).path("status").asString()).isEqualTo("CODE_SENT");
        JsonNode active = json(confirm(number, given.codeOf(number), null));
        assertThat(active.propertyNames()).containsExactly("number", "status");
        assertThat(active.path("status").asString()).isEqualTo("ACTIVE");
        given.asStaff("ikd", () -> counter.archive(number));
        JsonNode progress = json(progress(number));
        assertThat(progress.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(progress.path("timeline")
                        .valueStream()
                        .map(step -> step.path("step").asString()))
                .containsExactly(
                        "Data terdaftar",
                        "Wajah tidak cocok",
                        "Wajah cocok",
                        "QR dipindai, kode dikirim",
                        "Diaktifkan",
                        "Diarsipkan");
    }

    @Test
    void everyCallThatComesAgainWithItsKeyCountsOnce() throws Exception {
        Nik nik = given.somebody();
        String first = key();
        JsonNode created = json(register(nik, Map.of("office", "DINAS"), first));
        MockHttpServletResponse again = register(nik, Map.of("office", "DINAS"), first);
        assertThat(json(again)).isEqualTo(created);
        assertThat(again.getHeader("Idempotent-Replayed")).isEqualTo("true");
        problem(register(nik, Map.of("office", "MPP"), first), 422, "idempotency-key-reused");
        problem(register(nik, Map.of("office", "DINAS"), key()), 409, "activation-open");

        String number = created.path("number").asString();
        String failed = key();
        face(number, "NO_MATCH", failed);
        face(number, "NO_MATCH", failed);
        assertThat(given.now(number).faceAttempts()).isEqualTo(1);
        String matched = key();
        assertThat(json(face(number, "MATCH", matched))).isEqualTo(json(face(number, "MATCH", matched)));
        String fresh = key();
        JsonNode qr = json(qr(number, fresh));
        assertThat(json(qr(number, fresh))).isEqualTo(qr);
        assertThat(json(qr(number, key())).path("qr")).isNotEqualTo(qr.path("qr"));

        String shown = qrOf(number);
        given.asStaff("ikd", () -> counter.scan(shown, null));
        String typed = key();
        String wrong = given.codeOf(number).equals("000000") ? "000001" : "000000";
        for (int sent = 0; sent < 2; sent++) {
            JsonNode problem = problem(confirm(number, wrong, typed), 403, "wrong-code");
            assertThat(problem.path("attemptsLeft").asInt()).isEqualTo(4);
        }
        String right = key();
        for (int sent = 0; sent < 2; sent++) {
            assertThat(json(confirm(number, given.codeOf(number), right))
                            .path("status")
                            .asString())
                    .isEqualTo("ACTIVE");
        }
        assertThat(given.now(number).history()).hasSize(6);
    }

    @Test
    void aFaceThatIsReportedTwiceChangesNothingAndAfterTheScanItIsTooLate() throws Exception {
        String number = number(register(given.somebody(), Map.of(), key()));
        JsonNode first = json(face(number, "MATCH", null));
        assertThat(json(face(number, "MATCH", null))).isEqualTo(first);
        assertThat(given.now(number).history()).hasSize(2);
        problem(face(number, "NO_MATCH", null), 409, "activation-not-changeable");
        given.asStaff("ikd", () -> counter.scan(first.path("qr").asString(), null));
        given.asStaff("ikd", () -> counter.confirmed(number));
        problem(face(number, "MATCH", null), 409, "activation-not-changeable");
        problem(qr(number, null), 409, "activation-not-changeable");
        assertThat(given.now(number).status()).isEqualTo(ActivationStatus.ACTIVE);
    }

    @Test
    void wrongCodesAreCountedDownAndTheSixthIsRefusedLikeTheFifth() throws Exception {
        String number = given.scanned(DINAS, "ikd").number();
        given(number);
        String wrong = given.codeOf(number).equals("000000") ? "000001" : "000000";
        for (int left : new int[] {4, 3, 2, 1, 0, 0}) {
            JsonNode problem = problem(confirm(number, wrong, null), 403, "wrong-code");
            assertThat(problem.path("attemptsLeft").asInt()).isEqualTo(left);
        }
        assertThat(given.now(number).wrongCodes()).isEqualTo(5);
    }

    @Test
    void aCodeThatIsTooOldIsGone() throws Exception {
        String number = given.scanned(DINAS, "ikd").number();
        given(number);
        clock.advance(Duration.ofMinutes(15));
        problem(confirm(number, given.codeOf(number), null), 410, "code-expired");
    }

    @Test
    void whoIsNotEligibleIsRefusedAndCounted() throws Exception {
        Nik child = given.somebodyWho("birth_date > '2016-01-01'");
        problem(register(child, Map.of("office", "MPP"), key()), 422, "not-eligible");
        problem(register(child, Map.of("office", "MPP"), key()), 422, "not-eligible");
        assertThat(jdbc.sql("SELECT status FROM activation_case WHERE person_nik = ? AND office_code = 'MPP'")
                        .param(child.value())
                        .query(String.class)
                        .list())
                .containsExactly("REFUSED");
    }

    @ParameterizedTest
    @CsvSource({
        "nik, 3204, invalid-nik",
        "email, bukan-surel, invalid-request",
        "phone, 12, invalid-request",
        "office, TIDAKADA, invalid-request",
        "purpose, REPEATED, invalid-request",
        "purpose, LAIN, invalid-request",
        "domicile, Bandung, invalid-request"
    })
    void aFieldThatCannotBeRightIsNamedAndNothingIsStored(String field, String value, String problem) throws Exception {
        Nik nik = given.somebody();
        JsonNode answer = problem(register(nik, Map.of(field, value), key()), 422, problem);
        assertThat(answer.path("errors").get(0).path("field").asString()).isEqualTo(field);
        assertThat(register(nik, Map.of(), key()).getStatus()).isEqualTo(201);
    }

    @Test
    void strangersSeeNothing() throws Exception {
        String number = number(register(given.somebody(), Map.of(), key()));
        problem(send("demo-bds", get(PATH + "/" + number)), 403, "forbidden");
        String ofAnother = given.registered(DINAS).number();
        problem(progress(ofAnother), 404, "not-found");
        problem(face(ofAnother, "MATCH", null), 404, "not-found");
        problem(progress("IKD-TIDAK-ADA"), 404, "not-found");
        problem(
                send("demo-ikd", body(post(PATH), Map.of("nik", given.somebody().value()))),
                400,
                "idempotency-key-missing");
    }

    /** Hands an activation of the scenario to the client of these calls. */
    private void given(String number) {
        jdbc.sql("UPDATE activation_case SET client_id = (SELECT id FROM channel_client WHERE name LIKE 'Kanal IKD%')"
                        + " WHERE number = ?")
                .param(number)
                .update();
    }

    private String qrOf(String number) throws Exception {
        return json(face(number, "MATCH", null)).path("qr").asString();
    }

    private MockHttpServletResponse register(Nik nik, Map<String, String> more, String key) throws Exception {
        var fields = new HashMap<>(Map.of("nik", nik.value(), "email", "pemohon@contoh.id", "phone", "081234567890"));
        fields.putAll(more);
        return send("demo-ikd", body(post(PATH), fields).header("Idempotency-Key", key));
    }

    private MockHttpServletResponse face(String number, String outcome, @Nullable String key) throws Exception {
        return send(
                "demo-ikd", keyed(body(post(PATH + "/" + number + "/face-match"), Map.of("outcome", outcome)), key));
    }

    private MockHttpServletResponse qr(String number, @Nullable String key) throws Exception {
        return send("demo-ikd", keyed(post(PATH + "/" + number + "/qr"), key));
    }

    private MockHttpServletResponse confirm(String number, String code, @Nullable String key) throws Exception {
        return send(
                "demo-ikd", keyed(body(post(PATH + "/" + number + "/confirm"), Map.of("activationCode", code)), key));
    }

    private MockHttpServletResponse progress(String number) throws Exception {
        return send("demo-ikd", get(PATH + "/" + number));
    }

    private static AbstractMockHttpServletRequestBuilder<?> body(
            AbstractMockHttpServletRequestBuilder<?> request, Map<String, String> fields) {
        return request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(fields));
    }

    private static AbstractMockHttpServletRequestBuilder<?> keyed(
            AbstractMockHttpServletRequestBuilder<?> request, @Nullable String key) {
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private MockHttpServletResponse send(String key, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return mvc.perform(request.header("Authorization", "Bearer " + key))
                .andReturn()
                .getResponse();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String number(MockHttpServletResponse created) {
        return json(created).path("number").asString();
    }

    private static JsonNode json(MockHttpServletResponse reply) {
        assertThat(reply.getStatus()).as(text(reply)).isBetween(200, 299);
        return JSON.readTree(text(reply));
    }

    private static String text(MockHttpServletResponse reply) {
        return new String(reply.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static JsonNode problem(MockHttpServletResponse reply, int status, String name) {
        assertThat(reply.getStatus()).as(text(reply)).isEqualTo(status);
        JsonNode problem = JSON.readTree(text(reply));
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + name);
        return problem;
    }
}
