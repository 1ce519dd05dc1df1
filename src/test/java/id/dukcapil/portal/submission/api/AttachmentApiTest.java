package id.dukcapil.portal.submission.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.documents.upload.BroughtFiles;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.SubmissionScenario;
import id.dukcapil.portal.submission.SubmissionScenario.Someone;
import id.dukcapil.portal.submission.attachment.Attachments;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The IKD channel sends the papers of the requests that it made. */
@IntegrationTest
class AttachmentApiTest {

    private static final String PATH = "/api/v1/submissions";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    MockMvc mvc;

    @Autowired
    SubmissionScenario given;

    @Autowired
    Attachments attachments;

    @Test
    void aPaperIsTakenAndDescribed() throws Exception {
        SubmissionNumber number = request();
        MockHttpServletResponse reply = send("demo-ikd", key(), upload(number, "OLD_FAMILY_CARD", BroughtFiles.pdf(2)));
        assertThat(reply.getStatus()).isEqualTo(201);
        JsonNode body = json(reply);
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("id", "kind", "mediaType", "size", "pages");
        assertThat(body.path("kind").asString()).isEqualTo("OLD_FAMILY_CARD");
        assertThat(body.path("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(body.path("pages").asInt()).isEqualTo(2);
        assertThat(present(number)).isEqualTo(1);
    }

    @Test
    void theContentCountsAndNotTheNameOrTheTypeThatIsSaid() throws Exception {
        SubmissionNumber number = request();
        var photograph =
                new MockMultipartFile("file", "kartu.pdf", "application/pdf", BroughtFiles.photograph(64, 48, 6));
        MockHttpServletResponse reply =
                send("demo-ikd", key(), multipart(path(number)).file(photograph).param("kind", "OLD_FAMILY_CARD"));
        assertThat(json(reply).path("mediaType").asString()).isEqualTo("image/jpeg");
    }

    @Test
    void theSameKeyGivesTheFirstAnswerAgain() throws Exception {
        SubmissionNumber number = request();
        String key = key();
        byte[] paper = BroughtFiles.pdfSaying("dua kali");
        MockHttpServletResponse first = send("demo-ikd", key, upload(number, "OLD_FAMILY_CARD", paper));
        MockHttpServletResponse again = send("demo-ikd", key, upload(number, "OLD_FAMILY_CARD", paper));
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getHeader("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        problem(
                send("demo-ikd", key, upload(number, "OLD_FAMILY_CARD", new byte[] {1})),
                422,
                "idempotency-key-reused");
        assertThat(present(number)).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeUsedIsNamedAndTheKeyStaysFree() throws Exception {
        SubmissionNumber number = request();
        String key = key();
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        JsonNode problem =
                problem(send("demo-ikd", key, upload(number, "OLD_FAMILY_CARD", page)), 422, "invalid-request");
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("file");
        assertThat(problem.path("errors").path(0).path("message").asString()).contains("bukan PDF, JPEG, atau PNG");
        assertThat(present(number)).isZero();
        assertThat(send("demo-ikd", key, upload(number, "OLD_FAMILY_CARD", BroughtFiles.pdf(1)))
                        .getStatus())
                .isEqualTo(201);
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        SubmissionNumber number = request();
        JsonNode kind = problem(
                send("demo-ikd", key(), upload(number, "FOTO_KUCING", BroughtFiles.pdf(1))), 422, "invalid-request");
        assertThat(kind.path("errors").path(0).path("field").asString()).isEqualTo("kind");
        JsonNode file = problem(
                send("demo-ikd", key(), multipart(path(number)).param("kind", "OLD_FAMILY_CARD")),
                422,
                "invalid-request");
        assertThat(file.path("errors").path(0).path("field").asString()).isEqualTo("file");
        problem(
                send("demo-ikd", "", upload(number, "OLD_FAMILY_CARD", BroughtFiles.pdf(1))),
                400,
                "idempotency-key-missing");
    }

    @Test
    void aClientAddsOnlyToItsOwnRequests() throws Exception {
        SubmissionNumber ofAnother = given.submittedWithoutPapers().number();
        problem(send("demo-ikd", key(), upload(ofAnother, "OLD_FAMILY_CARD", BroughtFiles.pdf(1))), 404, "not-found");
        problem(
                send(
                        "demo-ikd",
                        key(),
                        multipart(PATH + "/apa%20saja/attachments")
                                .file("file", BroughtFiles.pdf(1))
                                .param("kind", "OLD_FAMILY_CARD")),
                404,
                "not-found");
        problem(send("demo-bds", key(), upload(ofAnother, "OLD_FAMILY_CARD", BroughtFiles.pdf(1))), 403, "forbidden");
        assertThat(given.<Integer>asIkd(
                        () -> attachments.of(ofAnother).orElseThrow().present().size()))
                .isZero();
    }

    @Test
    void theDocumentationNamesTheSixteenKinds() throws Exception {
        JsonNode documentation =
                json(mvc.perform(get("/v3/api-docs")).andReturn().getResponse());
        JsonNode operation =
                documentation.path("paths").path(PATH + "/{number}/attachments").path("post");
        assertThat(operation.path("requestBody").path("content").propertyNames())
                .containsExactly("multipart/form-data");
        assertThat(operation.path("description").asString()).contains("5 MiB");
        assertThat(operation.path("responses").propertyNames()).contains("201", "413", "422");
        JsonNode kinds = documentation
                .path("components")
                .path("schemas")
                .path("AttachmentForm")
                .path("properties")
                .path("kind")
                .path("enum");
        assertThat(kinds.size()).isEqualTo(16);
    }

    private SubmissionNumber request() throws Exception {
        Someone head = given.head();
        var body = Map.of(
                "type", "KK_PRINT",
                "applicantNik", head.nik(),
                "familyCardNumber", head.family(),
                "reasonCode", "I.B.3",
                "email", "pemohon@contoh.id",
                "phone", "081234567890");
        MockHttpServletResponse reply = mvc.perform(post(PATH)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(body))
                        .header("Authorization", "Bearer demo-ikd")
                        .header("Idempotency-Key", key()))
                .andReturn()
                .getResponse();
        return new SubmissionNumber(json(reply).path("number").asString());
    }

    private int present(SubmissionNumber number) {
        return given.asStaff(
                "operator", () -> attachments.of(number).orElseThrow().present().size());
    }

    private static MockMultipartHttpServletRequestBuilder upload(SubmissionNumber number, String kind, byte[] content) {
        return multipart(path(number))
                .file(new MockMultipartFile("file", "berkas.bin", "application/octet-stream", content))
                .param("kind", kind);
    }

    private static String path(SubmissionNumber number) {
        return PATH + "/" + number + "/attachments";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private MockHttpServletResponse send(String client, String key, MockMultipartHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.header("Authorization", "Bearer " + client).header("Idempotency-Key", key))
                .andReturn()
                .getResponse();
    }

    private static JsonNode problem(MockHttpServletResponse reply, int status, String name) {
        JsonNode problem = json(reply);
        assertThat(reply.getStatus()).as(problem.toString()).isEqualTo(status);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + name);
        return problem;
    }

    private static JsonNode json(MockHttpServletResponse reply) {
        return JSON.readTree(new String(reply.getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
