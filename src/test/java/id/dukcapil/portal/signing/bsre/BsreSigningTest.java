package id.dukcapil.portal.signing.bsre;

import static id.dukcapil.portal.signing.Signatories.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.signing.CertificateStatus;
import id.dukcapil.portal.signing.Passphrase;
import id.dukcapil.portal.signing.SignOutcome;
import id.dukcapil.portal.signing.SignOutcome.DocumentRejected;
import id.dukcapil.portal.signing.SignOutcome.Signed;
import id.dukcapil.portal.signing.SignOutcome.SignerCannotSign;
import id.dukcapil.portal.signing.SignOutcome.Unknown;
import id.dukcapil.portal.signing.SignOutcome.Unreachable;
import id.dukcapil.portal.signing.SignOutcome.WrongPassphrase;
import id.dukcapil.portal.signing.SigningSettings.Bsre.PlaceBy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BsreSigningTest extends BsreCase {

    private static final String WRONG_PASSPHRASE_V1 =
            "{\"error\":\"Proses signing gagal : Passphrase anda salah 2031\",\"status_code\":400}";

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void bothVersionsReturnTheSignedDocument(int version) {
        stub.answers(success(version, signed));

        var outcome = (Signed) sign(provider(version));

        assertThat(outcome.pdf().bytes()).isEqualTo(signed);
        assertThat(outcome.pdf().hash()).isEqualTo(ContentHash.of(signed));
        assertThat(outcome.documentId()).isEqualTo(version == 1 ? "a1b2-c3" : null);
        assertThat(stub.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo(version == 1 ? "/api/sign/pdf" : "/api/v2/sign/pdf");
            assertThat(request.headers().get("authorization"))
                    .isEqualTo("Basic "
                            + Base64.getEncoder()
                                    .encodeToString("portal:kata-sandi-klien".getBytes(StandardCharsets.UTF_8)));
        });
    }

    @Test
    void versionTwoIsAskedWithTheDocumentItsPlaceAndTheStamp() {
        stub.answers(files(signed));
        sign(provider(2));

        JsonNode body = body();
        assertThat(body.get("nik").asString()).isEqualTo(HEAD.nik().value());
        assertThat(body.get("passphrase").asString()).isEqualTo("rahasia-tte");
        assertThat(Base64.getDecoder().decode(body.get("file").get(0).asString()))
                .isEqualTo(DOCUMENT.pdf());
        JsonNode properties = body.get("signatureProperties").get(0);
        assertThat(properties.get("tampilan").asString()).isEqualTo("VISIBLE");
        assertThat(Base64.getDecoder().decode(properties.get("imageBase64").asString()))
                .isEqualTo(Objects.requireNonNull(DOCUMENT.appearance()).stamp());
        assertThat(properties.get("page").asInt()).isEqualTo(1);
        assertThat(properties.get("originX").asDouble()).isEqualTo(100);
        assertThat(properties.get("originY").asDouble()).isEqualTo(100);
        assertThat(properties.get("width").asDouble()).isEqualTo(200);
        assertThat(properties.get("height").asDouble()).isEqualTo(60);
        assertThat(properties.get("reason").asString()).isEqualTo("Penerbitan Kartu Keluarga");
    }

    @Test
    void anInstallationThatMeasuresFromAboveGetsTheDistanceFromAbove() {
        stub.answers(files(signed));
        sign(provider(2, PlaceBy.UPPER_LEFT, "tag"));

        assertThat(body().get("signatureProperties").get(0).get("originY").asDouble())
                .isCloseTo(842 - 100 - 60, within(0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag", "tag_koordinat"})
    void theTagIsSentUnderTheNameThatTheInstallationKnows(String field) {
        stub.answers(files(signed));
        sign(provider(2, PlaceBy.TAG, field));

        JsonNode properties = body().get("signatureProperties").get(0);
        assertThat(properties.get(field).asString()).isEqualTo("#");
        assertThat(properties.has("originX")).isFalse();
    }

    @Test
    void versionOneIsAskedWithAForm() {
        stub.answers(success(1, signed));
        sign(provider(1));

        String form = new String(stub.requests().getFirst().body(), StandardCharsets.ISO_8859_1);
        assertThat(stub.requests().getFirst().headers().get("content-type"))
                .startsWith("multipart/form-data; boundary=");
        assertThat(form)
                .contains(
                        "name=\"file\"; filename=\"dokumen.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-",
                        "name=\"nik\"\r\n\r\n" + HEAD.nik().value(),
                        "name=\"passphrase\"\r\n\r\nrahasia-tte\r\n",
                        "name=\"tampilan\"\r\n\r\nvisible\r\n",
                        "name=\"image\"\r\n\r\ntrue\r\n",
                        "name=\"imageTTD\"",
                        "name=\"page\"\r\n\r\n1\r\n",
                        "name=\"xAxis\"\r\n\r\n100\r\n",
                        "name=\"yAxis\"\r\n\r\n100\r\n",
                        "name=\"width\"\r\n\r\n200\r\n",
                        "name=\"height\"\r\n\r\n60\r\n");
    }

    @Test
    void everyCharacterOfAPassphraseArrives() {
        stub.answers(files(signed));
        String odd = "a\"b\\c\td é – 密";
        try (Passphrase passphrase = Passphrase.of(odd.toCharArray())) {
            provider(2).sign(HEAD, passphrase, DOCUMENT);
        }

        assertThat(body().get("passphrase").asString()).isEqualTo(odd);
    }

    /** Number and words, with the number where each version and some installations put it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 400 | {"error":"Proses signing gagal : Passphrase anda salah 2031","status_code":400}
            1 | 400 | {"error":"Passphrase anda salah","status_code":2031}
            1 | 200 | {"error":"Proses signing gagal : Passphrase anda salah 2031","status_code":200}
            1 | 500 | {"error":"Passphrase anda salah 2031","status_code":2011}
            1 | 400 | {"error":"Passphrase anda salah","status_code":"400"}
            2 | 400 | {"error":"Passphrase anda salah","status_code":2031}
            2 | 200 | {"error":"Passphrase anda salah","status_code":2031}
            2 | 401 | {"error":"Passphrase anda salah","status_code":2031}
            2 | 400 | {"message":"invalid passphrase"}
            """)
    void aWrongPassphraseIsKnownWhereverItIsSaid(int version, int status, String body) {
        stub.answers(StubBsre.json(status, body));

        assertThat(sign(provider(version))).isInstanceOf(WrongPassphrase.class);
        assertThat(stub.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 400 | {"error":"Proses signing gagal : User tidak terdaftar 2011","status_code":400} | NOT_REGISTERED
            1 | 400 | {"error":"User tidak terdaftar","status_code":2011}                            | NOT_REGISTERED
            1 | 400 | {"error":"Proses signing gagal : 2021","status_code":400}                       | NO_CERTIFICATE
            1 | 200 | {"error":"Sertifikat tidak ada","status_code":2021}                             | NO_CERTIFICATE
            2 | 400 | {"error":"User tidak terdaftar","status_code":2011}                             | NOT_REGISTERED
            2 | 404 | {"error":"User tidak terdaftar","status_code":2011}                             | NOT_REGISTERED
            2 | 400 | {"error":"Tidak punya sertifikat","status_code":"2021"}                         | NO_CERTIFICATE
            2 | 400 | {"error":"entah","status_code":2041}                                            | UNRECOGNISED
            """)
    void aSignerWhoCannotSignStopsTheBatch(int version, int status, String body, CertificateStatus expected) {
        stub.answers(StubBsre.json(status, body));

        assertThat(sign(provider(version)))
                .isInstanceOfSatisfying(
                        SignerCannotSign.class,
                        refused -> assertThat(refused.status()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | 400 | {"error":"Dokumen bukan PDF","status_code":400}
            2 | 500 | {"error":"PDF kosong","status_code":500}
            2 | 200 | {"error":"PDF rusak","status_code":200}
            1 | 413 | terlalu besar
            1 | 422 | {}
            """)
    void aDocumentThatIsRefusedFailsAlone(int version, int status, String body) {
        stub.answers(StubBsre.json(status, body));

        assertThat(sign(provider(version))).isInstanceOf(DocumentRejected.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | {"timestamp":"2026-11-23T02:00:00Z","status":401,"error":"Unauthorized","path":"/api/v2/sign/pdf"}
            403 | {"timestamp":"2026-11-23T02:00:00Z","status":403,"error":"Forbidden","path":"/api/v2/sign/pdf"}
            404 | {"timestamp":"2026-11-23T02:00:00Z","status":404,"error":"Not Found","path":"/api/v2/sign/pdf"}
            429 | sabar
            302 | pindah
            """)
    void aServiceThatDoesNotLetThePortalInHasSignedNothing(int status, String body) {
        stub.answers(StubBsre.json(status, body));

        assertThat(sign(provider(2))).isInstanceOf(Unreachable.class);
        assertThat(stub.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void anErrorThatSaysNothingLeavesTheOutcomeOpen(int status) {
        stub.answers(StubBsre.whole(
                status, "text/html", Map.of(), "<html>Bad gateway</html>".getBytes(StandardCharsets.UTF_8)));

        assertThat(sign(provider(2))).isInstanceOf(Unknown.class);
        assertThat(stub.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anotherDocumentThanTheSentOneIsNotAccepted(int version) {
        stub.answers(success(version, signedOther));

        assertThat(sign(provider(version))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theSentDocumentWithoutASignatureIsNotAccepted(int version) {
        stub.answers(success(version, DOCUMENT.pdf()));
        assertThat(sign(provider(version))).isInstanceOf(Unknown.class);

        byte[] longer = Arrays.copyOf(DOCUMENT.pdf(), DOCUMENT.pdf().length + 3);
        stub.answers(success(version, longer));
        assertThat(sign(provider(version))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSignatureThatIsNotIntactIsNotAccepted(int version) {
        byte[] broken = signed.clone();
        int reason = new String(broken, StandardCharsets.ISO_8859_1).indexOf("Penerbitan");
        broken[reason] = 'X';
        stub.answers(success(version, broken));

        assertThat(sign(provider(version))).isInstanceOf(Unknown.class);
    }

    @Test
    void anAnswerThatIsNotExactlyOneDocumentIsNotAccepted() {
        String cut = Base64.getEncoder().encodeToString(signed).substring(0, 4001);
        for (StubBsre.Script answer : new StubBsre.Script[] {
            files(signed, signed),
            StubBsre.json(200, "{\"time\":1,\"file\":[]}"),
            StubBsre.json(200, "{\"time\":1,\"file\":[\"%s\"]}".formatted(cut)),
            StubBsre.json(200, "{\"time\":1,\"file\":\"bukan daftar\"}"),
            StubBsre.json(200, "{\"time\":1,\"file\":[\"!!!\"]"),
            StubBsre.json(200, ""),
            StubBsre.pdf(signed, Map.of())
        }) {
            stub.answers(answer);
            assertThat(sign(provider(2))).isInstanceOf(Unknown.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aBreakAfterTheBytesLeftIsNeverTriedAgain(int version) {
        String type = version == 1 ? "application/pdf" : "application/json";
        for (StubBsre.Script broken : new StubBsre.Script[] {
            StubBsre.hangUp(), StubBsre.cutOff(type, Map.of(), signed), StubBsre.stuck(type, signed), StubBsre.silent()
        }) {
            int before = stub.requests().size();
            stub.answers(broken);

            assertThat(sign(provider(version, IMPATIENT))).isInstanceOf(Unknown.class);
            assertThat(stub.requests()).hasSize(before + 1);
        }
    }

    @Test
    void anAnswerThatNeverEndsIsNotReadToItsEnd() {
        stub.answers(StubBsre.pdf(new byte[2 * 1024 * 1024], Map.of()));

        assertThat(sign(provider(1))).isInstanceOf(Unknown.class);
    }

    @Test
    void nothingWasSentToAServiceThatIsNotThere() {
        BsreProvider provider = provider(2);
        stub.close();

        assertThat(sign(provider)).isInstanceOf(Unreachable.class);
    }

    @Test
    void versionOneFetchesOnceWhatItSignedWhenTheAnswerBroke() {
        stub.answers((request, out, closing) -> {
            StubBsre.Script script = request.path().equals("/api/sign/pdf")
                    ? StubBsre.cutOff("application/pdf", Map.of("id_dokumen", "a1b2-c3"), signed)
                    : StubBsre.pdf(signed, Map.of());
            script.answer(request, out, closing);
        });

        var outcome = (Signed) sign(provider(1));

        assertThat(outcome.pdf().bytes()).isEqualTo(signed);
        assertThat(outcome.documentId()).isEqualTo("a1b2-c3");
        assertThat(stub.requests())
                .extracting(StubBsre.Request::path)
                .containsExactly("/api/sign/pdf", "/api/sign/download/a1b2-c3");
    }

    @Test
    void whatCannotBeFetchedStaysUnknown() {
        stub.answers((request, out, closing) -> {
            StubBsre.Script script = request.path().equals("/api/sign/pdf")
                    ? StubBsre.cutOff("application/pdf", Map.of("id-dokumen", "a1b2-c3"), signed)
                    : StubBsre.json(404, "{\"error\":\"Dokumen telah didownload sebelumnya\",\"status_code\":404}");
            script.answer(request, out, closing);
        });

        assertThat(sign(provider(1))).isInstanceOf(Unknown.class);
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void theLogLearnsTheAnswerButNoDocumentNoNikAndNoSecret() {
        stub.answers(StubBsre.json(
                400,
                "{\"error\":\"NIK %s ditolak\",\"status_code\":400,\"file\":[\"JVBERi0=\"],\"trace\":{\"node\":\"sign-3\"}}"
                        .formatted(HEAD.nik().value())));

        SignOutcome outcome = sign(provider(2));

        assertThat(outcome.answer().httpStatus()).isEqualTo(400);
        assertThat(outcome.answer().call()).isEqualTo("POST /api/v2/sign/pdf");
        assertThat(outcome.answer().metadata())
                .containsEntry("trace.node", "sign-3")
                .containsEntry("status_code", "400")
                .doesNotContainKey("file");
        assertThat(outcome.toString()).doesNotContain(HEAD.nik().value(), "rahasia-tte", "kata-sandi-klien");
    }

    @Test
    void theNumberOfAWrongPassphraseReachesTheLog() {
        stub.answers(StubBsre.json(400, WRONG_PASSPHRASE_V1));

        assertThat(sign(provider(1)).answer().code()).isEqualTo(2031);
    }

    private JsonNode body() {
        return JsonMapper.builder().build().readTree(stub.requests().getLast().body());
    }
}
