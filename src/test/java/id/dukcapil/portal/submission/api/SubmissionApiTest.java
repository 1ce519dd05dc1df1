package id.dukcapil.portal.submission.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.submission.Rejection;
import id.dukcapil.portal.submission.ReturnReason;
import id.dukcapil.portal.submission.Shortcomings;
import id.dukcapil.portal.submission.SubmissionDesk;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.SubmissionScenario;
import id.dukcapil.portal.submission.SubmissionScenario.Someone;
import id.dukcapil.portal.submission.SubmissionService;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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

/** The IKD channel hands in requests and follows them. */
@IntegrationTest
class SubmissionApiTest {

    private static final String PATH = "/api/v1/submissions";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    MockMvc mvc;

    @Autowired
    SubmissionScenario given;

    @Autowired
    SubmissionService submissions;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aRequestIsTakenInAndItsNumberAnswered() throws Exception {
        MockHttpServletResponse reply = submit(request(given.head()));
        assertThat(reply.getStatus()).isEqualTo(201);
        JsonNode body = json(reply);
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("number", "status");
        assertThat(body.path("number").asString()).matches("KK-DINAS-2026-\\d{5}");
        assertThat(body.path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(reply.getHeader("Location"))
                .isEqualTo(PATH + "/" + body.path("number").asString());
    }

    @Test
    void theSameKeyGivesTheFirstAnswerAgainAndAnotherBodyIsRefused() throws Exception {
        Someone head = given.head();
        String key = UUID.randomUUID().toString();
        MockHttpServletResponse first = submit(key, request(head));
        int stored = stored();
        MockHttpServletResponse again = submit(key, request(head));
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getHeader("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        problem(submit(key, with(request(head), "note", "lain")), 422, "idempotency-key-reused");
        assertThat(stored()).isEqualTo(stored);
    }

    @Test
    void theApplicantSeesEveryStepAndNoNameOfAClerk() throws Exception {
        SubmissionNumber number = number(submit(request(given.head())));
        reject(number);
        JsonNode progress = json(send("demo-ikd", get(PATH + "/" + number)));
        assertThat(progress.propertyNames()).containsExactlyInAnyOrder("number", "status", "timeline");
        assertThat(progress.path("status").asString()).isEqualTo("REJECTED");
        assertThat(progress.path("timeline")
                        .valueStream()
                        .map(step -> step.path("step").asString()))
                .containsExactly("Permohonan diajukan", "Ditolak");
        JsonNode last = progress.path("timeline").path(1);
        assertThat(last.path("note").asString()).isEqualTo("Data keluarga berbeda");
        assertThat(last.path("at").asString()).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(progress.toString()).doesNotContain("Tita").doesNotContainPattern("\\d{16}");
    }

    @Test
    void whatClerksSendToEachOtherStaysInTheOffice() throws Exception {
        SubmissionNumber number = number(submit(request(given.head())));
        SubmissionDetails checked = given.asStaff(
                "operator",
                () -> desk.check(number, seen(number), "Asli dilihat di loket").orElseThrow());
        given.asStaff("verifikator", () -> desk.returnToOperator(number, checked.version(), "Bandingkan nama ayah"));
        JsonNode progress = json(send("demo-ikd", get(PATH + "/" + number)));
        assertThat(progress.path("status").asString()).isEqualTo("CHECKED");
        assertThat(progress.toString()).doesNotContain("Bandingkan", "Dikembalikan", "Asli dilihat");
    }

    @Test
    void theApplicantSaysThatWhatWasMissingIsThere() throws Exception {
        SubmissionNumber number = number(submit(request(given.head())));
        problem(send("demo-ikd", post(PATH + "/" + number + "/completion")), 409, "submission-not-changeable");
        given.asStaff(
                "operator",
                () -> desk.returnToApplicant(
                        number, seen(number), new Shortcomings(Set.of(ReturnReason.ATTACHMENT_MISSING), "")));
        for (int click = 0; click < 2; click++) {
            MockHttpServletResponse reply = send("demo-ikd", post(PATH + "/" + number + "/completion"));
            assertThat(reply.getStatus()).isEqualTo(200);
            assertThat(json(reply).path("status").asString()).isEqualTo("SUBMITTED");
        }
        assertThat(json(send("demo-ikd", get(PATH + "/" + number))).path("timeline"))
                .hasSize(3);
    }

    @Test
    void theApplicantCancelsAsLongAsItIsNotDecided() throws Exception {
        SubmissionNumber number = number(submit(request(given.head())));
        for (int click = 0; click < 2; click++) {
            assertThat(send("demo-ikd", delete(PATH + "/" + number)).getStatus())
                    .isEqualTo(204);
        }
        assertThat(json(send("demo-ikd", get(PATH + "/" + number)))
                        .path("status")
                        .asString())
                .isEqualTo("CANCELLED");
        SubmissionNumber decided = number(submit(request(given.head())));
        reject(decided);
        problem(send("demo-ikd", delete(PATH + "/" + decided)), 409, "submission-not-changeable");
    }

    @Test
    void whatAnotherClientMadeIsNeitherCompletedNorCancelled() throws Exception {
        SubmissionDetails ofAnother = given.submitted();
        problem(send("demo-ikd", post(PATH + "/" + ofAnother.number() + "/completion")), 404, "not-found");
        problem(send("demo-ikd", delete(PATH + "/" + ofAnother.number())), 404, "not-found");
        problem(send("demo-bds", delete(PATH + "/" + ofAnother.number())), 403, "forbidden");
    }

    @Test
    void aDecisionTakenBackNeverHappenedForTheApplicant() throws Exception {
        SubmissionNumber number = number(submit(request(given.head())));
        reject(number);
        given.asStaff("operator", () -> desk.takeBack(number, seen(number)));
        JsonNode progress = json(send("demo-ikd", get(PATH + "/" + number)));
        assertThat(progress.path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(progress.path("timeline")).hasSize(1);
    }

    @Test
    void aClientSeesOnlyItsOwnRequests() throws Exception {
        SubmissionDetails ofAnother = given.submitted();
        problem(send("demo-ikd", get(PATH + "/" + ofAnother.number())), 404, "not-found");
        problem(send("demo-ikd", get(PATH + "/KK-DINAS-2026-99999")), 404, "not-found");
        problem(send("demo-ikd", get(PATH + "/apa%20saja")), 404, "not-found");
    }

    @Test
    void withoutKeyOrScopeNothingHappens() throws Exception {
        Someone head = given.head();
        int before = stored();
        problem(
                mvc.perform(posting(request(head)).header("Idempotency-Key", "k"))
                        .andReturn()
                        .getResponse(),
                401,
                "unauthorized");
        problem(send("demo-bds", posting(request(head)).header("Idempotency-Key", "k")), 403, "forbidden");
        problem(send("demo-ikd", posting(request(head))), 400, "idempotency-key-missing");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whoIsNotOfTheCoreFamilyMayNotAsk() throws Exception {
        JsonNode problem = problem(submit(request(given.member("> 4"))), 422, "not-eligible");
        assertThat(problem.path("detail").asString()).contains("kepala keluarga, suami, istri, atau anak");
    }

    @Test
    void aFamilyCardOfAnotherRegencyIsNotTheApplicants() throws Exception {
        problem(submit(with(request(given.head()), "familyCardNumber", "1301010101100001")), 422, "not-eligible");
    }

    @Test
    void theSameReasonTwiceIsADuplicate() throws Exception {
        Someone head = given.head();
        submit(request(head));
        int before = stored();
        problem(submit(request(head)), 409, "duplicate-submission");
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "type, KTP, invalid-request",
        "applicantNik, 320437650190000, invalid-nik",
        "familyCardNumber, 32043765, invalid-request",
        "reasonCode, II.A, invalid-request",
        "reasonCode, i.b.3, invalid-request",
        "reasonCode, '''; DROP TABLE', invalid-request",
        "email, tanpa-at, invalid-request",
        "email, '', invalid-request",
        "phone, 12, invalid-request"
    })
    void aBadFieldIsNamed(String field, String value, String name) throws Exception {
        int before = stored();
        JsonNode problem = problem(submit(with(request(given.head()), field, value)), 422, name);
        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly(field);
        assertThat(stored()).isEqualTo(before);
    }

    private void reject(SubmissionNumber number) {
        given.asStaff(
                "operator",
                () -> desk.reject(
                        number, seen(number), new Rejection("Data keluarga berbeda", "Perpres 96/2018 Pasal 12")));
    }

    private long seen(SubmissionNumber number) {
        return submissions.find(number).orElseThrow().version();
    }

    private int stored() {
        return jdbc.sql("SELECT (SELECT COUNT(*) FROM submission_request) + (SELECT COUNT(*) FROM"
                        + " submission_transition) + (SELECT COALESCE(SUM(last_number), 0) FROM"
                        + " documents_number_series WHERE kind = 'kk-request')")
                .query(Integer.class)
                .single();
    }

    private static Map<String, Object> request(Someone someone) {
        var request = new LinkedHashMap<String, Object>();
        request.put("type", "KK_PRINT");
        request.put("applicantNik", someone.nik());
        request.put("familyCardNumber", someone.family());
        request.put("reasonCode", "I.B.3");
        request.put("note", "Pekerjaan berubah");
        request.put("email", "pemohon@contoh.id");
        request.put("phone", "081234567890");
        return request;
    }

    private static Map<String, Object> with(Map<String, Object> request, String field, Object value) {
        request.put(field, value);
        return request;
    }

    private MockHttpServletResponse submit(Map<String, Object> request) throws Exception {
        return submit(UUID.randomUUID().toString(), request);
    }

    private MockHttpServletResponse submit(String key, Map<String, Object> request) throws Exception {
        return send("demo-ikd", posting(request).header("Idempotency-Key", key));
    }

    private static AbstractMockHttpServletRequestBuilder<?> posting(Map<String, Object> request) {
        return post(PATH).contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(request));
    }

    private MockHttpServletResponse send(String key, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return mvc.perform(request.header("Authorization", "Bearer " + key))
                .andReturn()
                .getResponse();
    }

    private static SubmissionNumber number(MockHttpServletResponse reply) {
        return new SubmissionNumber(json(reply).path("number").asString());
    }

    private static JsonNode problem(MockHttpServletResponse reply, int status, String name) {
        JsonNode problem = json(reply);
        assertThat(reply.getStatus()).as(problem.toString()).isEqualTo(status);
        assertThat(Objects.requireNonNull(reply.getContentType())).isEqualTo("application/problem+json");
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + name);
        assertThat(problem.path("detail").asString()).isNotBlank();
        return problem;
    }

    private static JsonNode json(MockHttpServletResponse reply) {
        return JSON.readTree(new String(reply.getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
