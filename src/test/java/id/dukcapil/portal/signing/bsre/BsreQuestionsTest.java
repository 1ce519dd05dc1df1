package id.dukcapil.portal.signing.bsre;

import static id.dukcapil.portal.signing.Signatories.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.signing.CertificateStatus;
import id.dukcapil.portal.signing.SignerStatus;
import id.dukcapil.portal.signing.TteUnavailable;
import id.dukcapil.portal.signing.Verification;
import id.dukcapil.portal.signing.Verification.Conclusion;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Status of a signer and verification of a document, which change nothing. */
class BsreQuestionsTest extends BsreCase {

    private static final String VALID_V2 = """
            {"conclusion":"VALID","description":"Dokumen sah","signatureCount":1,"signatureInformations":[
              {"id":"S-1","signatureFormat":"PAdES-BASELINE-T","signerName":"Dra. Hj. Ratna Komala, M.Si.",
               "signatureDate":"2026-11-23T02:00:00Z","fieldName":"Signature1","reason":"Penerbitan","location":"Bandung",
               "timestampInfomation":{"id":"T-1","signerName":"TSA BSrE","timestampDate":"2026-11-23T02:00:01Z"},
               "certificateDetails":[{"id":"C-1","commonName":"Ratna","issuerName":"OSD DS PRIMA",
                 "serialNumber":"1","signatureAlgoritm":"RSA"}],
               "integrityValid":%s,"certificateTrusted":%s,"lastSignature":true,"ltv":false,"modified":false}]}""";

    private static final String V1 = """
            {"nama_dokumen":"kk.pdf","jumlah_signature":%d,"notes":"%s","summary":"%s","details":[
              {"info_tsa":{"name":"TSA","tsa_cert_validity":"2030"},"signature_field":"sig1",
               "info_signer":{"issuer_dn":"CN=OSD DS PRIMA","signer_name":"Dra. Hj. Ratna Komala, M.Si.",
                 "signer_cert_validity":"2027","signer_dn":"CN=Ratna","cert_user_certified":true},
               "signature_document":{"signed_using_tsa":true,"reason":"Penerbitan","document_integrity":%s,
                 "signature_value":"AA","signed_in":"2026-11-23 02:00:00.0","location":"Bandung","hash_value":"BB"}}]}""";

    @ParameterizedTest
    @EnumSource(value = CertificateStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNISED")
    void everyStatusOfASignerIsUnderstood(CertificateStatus status) {
        stub.answers(StubBsre.json(200, "{\"status\":\"%s\",\"message\":\"Kata BSrE\"}".formatted(status)));

        SignerStatus found = provider(2).status(HEAD);

        assertThat(found.status()).isEqualTo(status);
        assertThat(found.explanation()).isEqualTo("Kata BSrE");
        assertThat(stub.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/api/v2/user/check/status");
            assertThat(request.text())
                    .isEqualTo("{\"nik\":\"%s\"}".formatted(HEAD.nik().value()));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"status_code":1111,"status":"ISSUE","message":"User sudah terdaftar"} | ISSUE
            200 | {"status_code":1110,"status":"NOT_REGISTERED","message":"Belum"}       | NOT_REGISTERED
            200 | {"status_code":1110,"status":"ISSUE"}                                  | NOT_REGISTERED
            200 | {"status_code":2021,"status":"ISSUE"}                                  | NO_CERTIFICATE
            200 | {"status_code":1111,"status":"EXPIRED"}                                | EXPIRED
            200 | {"status_code":1111,"status":"BARU SAJA"}                              | UNRECOGNISED
            200 | {"status_code":1111}                                                   | ISSUE
            404 | {"error":"User tidak terdaftar 2011","status_code":404}                | NOT_REGISTERED
            """)
    void numberAndWordMustAgreeBeforeAnybodyMaySign(int http, String body, CertificateStatus expected) {
        stub.answers(StubBsre.json(http, body));

        assertThat(provider(1).status(HEAD).status()).isEqualTo(expected);
    }

    @Test
    void theNikOfTheSignerStaysOutOfWhatIsWrittenDown() {
        stub.answers(StubBsre.json(200, "{\"status_code\":1111,\"status\":\"ISSUE\"}"));

        SignerStatus found = provider(1).status(HEAD);

        assertThat(stub.requests().getFirst().path()).endsWith(HEAD.nik().value());
        assertThat(found.answer().call()).isEqualTo("GET /api/user/status/{nik}");
        assertThat(found.toString()).doesNotContain(HEAD.nik().value());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aServiceWithoutUsableAnswerIsUnavailable(int version) {
        for (StubBsre.Script answer : new StubBsre.Script[] {
            StubBsre.json(401, "{\"status\":401,\"error\":\"Unauthorized\"}"),
            StubBsre.json(500, "<html>"),
            StubBsre.json(200, "{}"),
            StubBsre.json(200, "[1]"),
            StubBsre.hangUp(),
            StubBsre.silent()
        }) {
            stub.answers(answer);
            BsreProvider provider = provider(version, IMPATIENT);
            assertThatExceptionOfType(TteUnavailable.class).isThrownBy(() -> provider.status(HEAD));
        }
    }

    @Test
    void theSystemPageHearsWhetherTheServiceAnswers() {
        stub.answers(StubBsre.json(200, "{\"status_code\":1111,\"status\":\"ISSUE\"}"));
        assertThat(provider(2).probe()).contains("menjawab");

        stub.answers(StubBsre.json(401, "{\"status\":401,\"error\":\"Unauthorized\"}"));
        assertThatExceptionOfType(TteUnavailable.class)
                .isThrownBy(() -> provider(2).probe())
                .withMessageContaining("kata sandi klien");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | true  | VALID
            false | true  | INVALID
            true  | false | INVALID
            """)
    void versionTwoVerifies(boolean integrity, boolean trusted, Conclusion expected) {
        stub.answers(StubBsre.json(200, VALID_V2.formatted(integrity, trusted)));

        Verification found = provider(2).verify(signed);

        assertThat(found.conclusion()).isEqualTo(expected);
        assertThat(found.signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.signer()).isEqualTo(HEAD.fullName());
            assertThat(signature.issuer()).isEqualTo("OSD DS PRIMA");
            assertThat(signature.signedAt()).isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
            assertThat(signature.format()).isEqualTo("PAdES-BASELINE-T");
            assertThat(signature.coversWholeDocument()).isTrue();
        });
        assertThat(stub.requests().getFirst().path()).isEqualTo("/api/v2/verify/pdf");
        assertThat(found.answer().metadata())
                .containsEntry("signatureInformations.0.timestampInfomation.signerName", "TSA BSrE")
                .containsEntry("signatureInformations.0.certificateDetails.0.signatureAlgoritm", "RSA");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | DOCUMENT VALID !!! | true  | VALID
            1 | NOT VALID          | true  | INVALID
            1 | DOCUMENT VALID !!! | false | INVALID
            0 | DOCUMENT VALID !!! | true  | NO_SIGNATURE
            2 | DOCUMENT VALID !!! | true  | INVALID
            """)
    void versionOneVerifiesAndTheWorseOfContradictionsCounts(
            int count, String summary, boolean integrity, Conclusion expected) {
        stub.answers(StubBsre.json(200, V1.formatted(count, "Catatan", summary, integrity)));

        Verification found = provider(1).verify(signed);

        assertThat(found.conclusion()).isEqualTo(expected);
        assertThat(found.explanation()).isEqualTo("Catatan");
        assertThat(found.signatures().getFirst().signedAt()).isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(stub.requests().getFirst().path()).isEqualTo("/api/sign/verify");
        assertThat(stub.requests().getFirst().text()).contains("name=\"signed_file\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"conclusion":"NO_SIGNATURE","description":"Tidak ada","signatureCount":0,"signatureInformations":[]} | NO_SIGNATURE
            {"conclusion":"VALID","signatureCount":0,"signatureInformations":[]}                                  | NO_SIGNATURE
            {"conclusion":"VALID","signatureCount":2,"signatureInformations":[]}                                  | INVALID
            {"conclusion":"INVALID","signatureCount":1}                                                           | INVALID
            """)
    void anAnswerWithoutSignaturesIsNeverValid(String body, Conclusion expected) {
        stub.answers(StubBsre.json(200, body));

        assertThat(provider(2).verify(DOCUMENT.pdf()).conclusion()).isEqualTo(expected);
    }

    @Test
    void aServiceThatCallsAChangedDocumentValidIsNotBelieved() {
        stub.answers(StubBsre.json(200, VALID_V2.formatted(true, true)));
        byte[] longer = Arrays.copyOf(signed, signed.length + 5);

        assertThat(provider(2).verify(longer).conclusion()).isEqualTo(Conclusion.INVALID);
        assertThat(provider(2).verify(DOCUMENT.pdf()).conclusion()).isEqualTo(Conclusion.INVALID);
    }

    @Test
    void aVerificationMayTakeLongerThanASignature() {
        stub.answers((request, out, closing) -> {
            if (!closing.await(IMPATIENT.toMillis() * 2, TimeUnit.MILLISECONDS)) {
                StubBsre.json(200, VALID_V2.formatted(true, true)).answer(request, out, closing);
            }
        });

        assertThat(provider(2, IMPATIENT).verify(signed).isValid()).isTrue();
    }
}
