package id.dukcapil.portal.channel;

import static id.dukcapil.portal.channel.Calls.posting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.channel.Calls.Reply;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    private static final String THINGS = "/api/test-only/things";

    @Autowired
    MockMvc mvc;

    private Calls calls;

    @BeforeEach
    void dial() {
        calls = new Calls(mvc);
    }

    private JsonNode refused(ProblemType type, String json) throws Exception {
        return calls.post("demo-bds", UUID.randomUUID().toString(), THINGS, json)
                .problem(type);
    }

    private static List<String> errorsOf(JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .map(error -> error.path("field").asString() + ": "
                        + error.path("message").asString())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyProblemOfTheContractHasItsNameAndStatus(ProblemType type) throws Exception {
        JsonNode problem = calls.get("demo-bds", "/api/test-only/problems/{type}", type.code())
                .problem(type);

        assertThat(problem.path("detail").asString()).isEqualTo("Keterangan.");
        assertThat(problem.path("attemptsLeft").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "unauthorized,401",
        "forbidden,403",
        "not-found,404",
        "invalid-request,422",
        "invalid-nik,422",
        "quota-full,409",
        "day-closed,409",
        "already-booked,409",
        "not-eligible,422",
        "duplicate-submission,409",
        "wrong-pin,403",
        "release-locked,423",
        "release-used,410",
        "release-expired,410",
        "idempotency-key-missing,400",
        "idempotency-key-reused,422",
        "rate-limited,429",
        "payload-too-large,413"
    })
    void theContractsNamesKeepTheirStatus(String name, int status) {
        assertThat(ProblemType.find(name).orElseThrow().status().value()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": 17}                           | name: Isian name harus berupa teks.
            {"name": true}                         | name: Isian name harus berupa teks.
            {"name": ["a"]}                        | name: Isian name harus berupa teks.
            {"name": "a", "nik": 3204371708910001} | nik: NIK harus berupa teks.
            {"name": "a", "date": "23-11-2026"}    | date: Tanggal harus berupa tanggal yang ada, dalam bentuk 2026-11-23.
            {"name": "a", "date": "2026-02-30"}    | date: Tanggal harus berupa tanggal yang ada, dalam bentuk 2026-11-23.
            {"name": "a", "date": 20261123}        | date: Tanggal harus berupa tanggal yang ada, dalam bentuk 2026-11-23.
            {"name": "a", "colour": "BIRU"}        | colour: Isian colour harus berupa salah satu dari: MERAH, PUTIH.
            {"name": "a", "colour": 0}             | colour: Isian colour harus berupa salah satu dari: MERAH, PUTIH.
            {"name": "a", "count": "tiga"}         | count: Isian count harus berupa bilangan bulat.
            {"name": "a", "count": "3"}            | count: Isian count harus berupa bilangan bulat.
            {"name": "a", "count": 3.5}            | count: Isian count harus berupa bilangan bulat.
            {"name": "a", "count": 99999999999}    | count: Isian count harus berupa bilangan bulat.
            {"name": " "}                          | name: Nama wajib diisi.
            {}                                     | name: Nama wajib diisi.
            """)
    void aValueOfTheWrongKindIsNamedWithItsField(String json, String error) throws Exception {
        assertThat(errorsOf(refused(ProblemType.INVALID_REQUEST, json))).containsExactly(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "{\"name\": \"a\"} sisa", "[]", "\"teks\"", "null", "{\"name\": \"\u0001\"}"})
    void whatIsNotOneJsonObjectIsRefused(String body) throws Exception {
        refused(ProblemType.INVALID_REQUEST, body);
    }

    @Test
    void membersFromTheFutureAreIgnored() throws Exception {
        assertThat(calls.post(
                                "demo-bds",
                                UUID.randomUUID().toString(),
                                THINGS,
                                "{\"name\": \"a\", \"baru\": {\"x\": 1}}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aFullDiskIsNoFaultOfTheCallerWhoComesBackLater() throws Exception {
        Reply reply = calls.get("demo-bds", "/api/test-only/failures/full");
        reply.problem(ProblemType.OVERLOADED);
        assertThat(reply.header("Retry-After")).isEqualTo("60");
    }

    @Test
    void aNikThatIsNotOneHasItsOwnName() throws Exception {
        assertThat(errorsOf(refused(ProblemType.INVALID_NIK, "{\"name\": \"a\", \"nik\": \"123\"}")))
                .containsExactly("nik: NIK harus 16 angka, yang dimasukkan 3 angka.");
        assertThat(errorsOf(calls.get("demo-bds", "/api/test-only/failures/nik").problem(ProblemType.INVALID_NIK)))
                .containsExactly("applicantNik: NIK harus 16 angka.");
    }

    @Test
    void otherFindingsAreAnInvalidRequest() throws Exception {
        assertThat(errorsOf(
                        calls.get("demo-bds", "/api/test-only/failures/field").problem(ProblemType.INVALID_REQUEST)))
                .containsExactly("date: Hari itu sudah lewat.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                             | date: Tanggal wajib diisi.
            ?date=                         | date: Tanggal wajib diisi.
            ?date=besok                    | date: Tanggal harus berupa tanggal yang ada, dalam bentuk 2026-11-23.
            ?date=2026-11-23&colour=BIRU   | colour: Isian colour harus berupa salah satu dari: MERAH, PUTIH.
            """)
    void aParameterThatIsMissingOrOfTheWrongKindIsNamed(String query, String error) throws Exception {
        assertThat(errorsOf(
                        calls.get("demo-bds", "/api/test-only/typed" + query).problem(ProblemType.INVALID_REQUEST)))
                .containsExactly(error);
    }

    @Test
    void anUploadWithoutItsFileNamesThePart() throws Exception {
        Reply reply = calls.send(
                "demo-bds",
                multipart("/api/test-only/uploads").param("kind", "KK").header("Idempotency-Key", "k"));

        assertThat(errorsOf(reply.problem(ProblemType.INVALID_REQUEST))).containsExactly("file: Berkas wajib diisi.");
    }

    @Test
    void anUnknownAddressIsNotFoundEvenWithoutAController() throws Exception {
        calls.get("demo-bds", "/api/v1/nothing-here").problem(ProblemType.NOT_FOUND);
        calls.get("demo-bds", "/api").problem(ProblemType.NOT_FOUND);
        calls.sendWithout(get(URI.create("/api/v1//offices"))).problem(ProblemType.NOT_FOUND);
        calls.sendWithout(get(URI.create("/api/v1/offices;x=1"))).problem(ProblemType.NOT_FOUND);
    }

    @Test
    void aWrongMethodSaysWhichOnesThereAre() throws Exception {
        Reply reply = calls.send("demo-bds", delete("/api/v1/offices"));

        reply.problem(ProblemType.METHOD_NOT_ALLOWED);
        assertThat(reply.header("Allow")).contains("GET");
    }

    @Test
    void aWrongTypeOfContentSaysSo() throws Exception {
        calls.send(
                        "demo-bds",
                        posting(THINGS, "nama=a").contentType("text/plain").header("Idempotency-Key", "k"))
                .problem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        calls.send(
                        "demo-bds",
                        posting(THINGS, "nama=a")
                                .contentType("application/x-www-form-urlencoded")
                                .header("Idempotency-Key", "k"))
                .problem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void anAnswerInAnotherFormIsNotAvailable() throws Exception {
        calls.send("demo-bds", get("/api/v1/offices").accept("application/xml")).problem(ProblemType.NOT_ACCEPTABLE);
    }

    @Test
    void aBodyOverOneMebibyteIsRefusedAndOneBelowIsRead() throws Exception {
        String fits = "{\"name\": \"a\", \"x\": \"" + "x".repeat(RequestBodies.LARGEST_BODY - 40) + "\"}";

        refused(ProblemType.PAYLOAD_TOO_LARGE, "x".repeat(RequestBodies.LARGEST_BODY + 1));
        assertThat(calls.post("demo-bds", UUID.randomUUID().toString(), THINGS, fits)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anUploadOverSixMebibytesIsRefused() throws Exception {
        Reply reply = calls.send(
                "demo-bds",
                multipart("/api/test-only/uploads")
                        .file(new MockMultipartFile("file", new byte[10]))
                        .content(new byte[RequestBodies.LARGEST_UPLOAD + 1])
                        .header("Idempotency-Key", "k"));

        reply.problem(ProblemType.PAYLOAD_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool", "transaction", "transient", "lock"})
    void anExhaustedDatabaseAsksToComeBack(String kind) throws Exception {
        Reply reply = calls.get("demo-bds", "/api/test-only/failures/{kind}", kind);

        reply.problem(ProblemType.OVERLOADED);
        assertThat(reply.header("Retry-After")).isEqualTo("2");
    }

    @Test
    void whatNobodyForesawTellsTheCallerNothing(CapturedOutput log) throws Exception {
        Reply reply =
                calls.send("demo-bds", get("/api/test-only/failures/rahasia").header("X-Request-Id", "laporan-1"));

        reply.problem(ProblemType.INTERNAL_ERROR);
        assertThat(reply.text()).doesNotContain("secret", "IllegalState", "rahasia");
        assertThat(reply.header("X-Request-Id")).isEqualTo("laporan-1");
        assertThat(log).contains("secret of rahasia");
    }

    @Test
    void noPersonalDataOfADatabaseMessageReachesTheLog(CapturedOutput log) throws Exception {
        calls.get("demo-bds", "/api/test-only/failures/sql").problem(ProblemType.INTERNAL_ERROR);

        assertThat(log).contains("DataIntegrityViolationException").doesNotContain("3204371708910001", "siti@");
    }

    @Test
    void everyAnswerCarriesARequestId() throws Exception {
        assertThat(calls.get("demo-bds", "/api/v1/offices").header("X-Request-Id"))
                .hasSize(36);
        for (String harmful : List.of("3204371708910001", "a b", "x".repeat(65), "<script>")) {
            assertThat(calls.send("demo-bds", get("/api/v1/offices").header("X-Request-Id", harmful))
                            .header("X-Request-Id"))
                    .hasSize(36);
        }
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void theTypeOfAProblemLeadsToAPageForEverybody(ProblemType type) throws Exception {
        Reply page = calls.sendWithout(get(type.uri()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.text()).contains(type.title(), type.advice(), type.code());
    }

    @Test
    void aProblemThatDoesNotExistHasNoPage() throws Exception {
        assertThat(calls.sendWithout(get("/problems/{name}", "<b>tidak-ada")).status())
                .isEqualTo(404);
    }

    @Test
    void titlesAndAdviceAreWritten() {
        assertThat(Stream.of(ProblemType.values())).allSatisfy(type -> {
            assertThat(type.title()).matches("\\p{Lu}.*[^.]");
            assertThat(type.advice()).endsWith(".");
        });
    }
}
