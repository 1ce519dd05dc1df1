package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.MailEnded;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.MailSecret;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.Paper;
import id.dukcapil.portal.signing.BatchCounts;
import id.dukcapil.portal.signing.BatchEnding;
import id.dukcapil.portal.signing.BatchProgress;
import id.dukcapil.portal.signing.Passphrase;
import id.dukcapil.portal.signing.SignedFilter;
import id.dukcapil.portal.signing.SignedLists;
import id.dukcapil.portal.signing.SignedRow;
import id.dukcapil.portal.signing.SigningDocumentDetails;
import id.dukcapil.portal.signing.SigningDocumentStatus;
import id.dukcapil.portal.signing.SigningRegister;
import id.dukcapil.portal.signing.SigningRoom;
import id.dukcapil.portal.signing.TteProvider;
import id.dukcapil.portal.signing.Verification;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.submission.SubmissionScenario.Someone;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SOP Bandung 31/2023, steps 7 to 10, with the signature of the demonstration keystore. */
@IntegrationTest
@RecordApplicationEvents
class SignedAndDeliveredTest {

    private static final String LETTER = "delivery/released";
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    SubmissionDesk desk;

    @Autowired
    SubmissionService submissions;

    @Autowired
    SignedCards cards;

    @Autowired
    ReleaseJob releaseJob;

    @Autowired
    SigningRoom room;

    @Autowired
    SigningRegister register;

    @Autowired
    SignedLists signed;

    @Autowired
    EndedSubmissions ended;

    @Autowired
    TteProvider provider;

    @Autowired
    DocumentStore store;

    @Autowired
    List<MailSecret> secrets;

    @Autowired
    ActingSystem system;

    @Autowired
    ApplicationEvents events;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    SubmissionScenario given;

    @Autowired
    SettableClock clock;

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void aVerifiedCardIsSignedMailedAndPrintedAtAKiosk() throws Exception {
        SubmissionDetails verified = verified(given.submitted());
        clock.advance(Duration.ofMinutes(3));
        assertThat(sign(verified)).isEqualTo(BatchEnding.COMPLETED);
        SubmissionDetails signed = now(verified);
        assertThat(signed.status()).isEqualTo(SubmissionStatus.SIGNED);
        assertThat(signed.history().getLast().actor()).isEqualTo("Dra. Hj. Ratna Komala, M.Si.");
        assertThat(signed.history().getLast().role()).startsWith("Kepala Dinas");

        MailRequested letter = release(verified);
        assertThat(letter.facts().toString()).doesNotContain("3204");
        Map<String, String> secret = secret(letter);
        mailServerSays(MailEnded.End.SENT, letter, "diterima");
        assertThat(now(verified).status()).isEqualTo(SubmissionStatus.DELIVERED);
        MockHttpServletResponse paper = open(secret);
        assertThat(paper.getContentAsByteArray()).isEqualTo(signedBytes(document(verified)));
        assertThat(receipt(paper.getHeader("Release-Id"))).isEqualTo(204);
        assertThat(now(verified).history())
                .extracting(SubmissionDetails.Event::action)
                .containsExactly(
                        SubmissionAction.SUBMIT,
                        SubmissionAction.CHECK,
                        SubmissionAction.VERIFY,
                        SubmissionAction.SIGN,
                        SubmissionAction.DELIVER,
                        SubmissionAction.PRINT);
        assertThat(now(verified).status()).isEqualTo(SubmissionStatus.PRINTED);
        assertThat(jdbc.sql("SELECT step FROM sla_interval WHERE case_id = ? ORDER BY ordinal")
                        .param(verified.id().value())
                        .query(Integer.class)
                        .list())
                .containsExactly(6, 7, 8, 9, 10);
        assertThat(jdbc.sql("SELECT closed_at IS NOT NULL FROM sla_case WHERE id = ?")
                        .param(verified.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theSignedCardIsFoundByTheNameOnItUntilTheRequestLosesItsPeople() throws Exception {
        SubmissionDetails verified = verified(given.submitted());
        String name = verified.applicant().fullName();
        assertThat(document(verified).concerns()).isEqualTo(name);
        sign(verified);
        assertThat(named(name)).contains(verified.number().value());
        assertThat(named("Xyzzy " + name)).isEmpty();

        transaction.executeWithoutResult(
                status -> ended.forget(List.of(verified.id().value())));
        assertThat(document(verified).concerns()).isEqualTo(Masking.name(name));
        assertThat(named(name)).doesNotContain(verified.number().value());
    }

    private List<String> named(String name) {
        return given.asStaff(
                "kadis",
                () -> signed.page(SignedFilter.ofText(name), null, 0, 100).stream()
                        .map(SignedRow::reference)
                        .toList());
    }

    @Test
    void theSignedCardIsTheVerifiedOneWithASignatureBehindIt() throws Exception {
        SubmissionDetails verified = verified(given.submitted());
        sign(verified);
        SigningDocumentDetails document = document(verified);
        byte[] unsigned = store.read(document.verified());
        byte[] signed = signedBytes(document);
        assertThat(signed).startsWith(unsigned);
        assertThat(new Paper(signed).words())
                .as("whose certificate it is")
                .contains(TteProvider.DEMONSTRATION_ISSUER)
                .doesNotContain("BSrE");
        Verification found = provider.verify(signed);
        assertThat(found.conclusion()).isEqualTo(Verification.Conclusion.VALID);
        signed[unsigned.length / 2] ^= 1;
        assertThat(provider.verify(signed).conclusion()).isNotEqualTo(Verification.Conclusion.VALID);
    }

    @Test
    void theReleaseWaitsInTheTransactionOfTheSignatureAndIsMadeOnce() throws Exception {
        SubmissionDetails verified = verified(given.submitted());
        sign(verified);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'submission-release'"
                                + " AND task_instance = ?")
                        .param(verified.number().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        release(verified);
        system.with(Set.of(Permission.RELEASE_ISSUE), () -> cards.release(verified.number()));
        assertThat(letters(verified)).hasSize(1);
    }

    @Test
    void whatWaitsForItsReleaseGoesTogether() throws Exception {
        SubmissionDetails first = verified(given.submitted());
        SubmissionDetails second = verified(given.submitted());
        sign(first);
        sign(second);
        putFirst(second.number().value());
        releaseJob.carryOut(first.number().value(), () -> false);
        assertThat(letters(first)).hasSize(1);
        assertThat(letters(second)).hasSize(1);
        assertThat(waits(second.number().value())).isFalse();
        releaseJob.carryOut(second.number().value(), () -> false);
        assertThat(letters(second)).hasSize(1);
    }

    @Test
    void oneThatCannotBeReleasedDoesNotHoldUpTheOthers() throws Exception {
        SubmissionDetails verified = verified(given.submitted());
        sign(verified);
        String broken = "bukan nomor " + verified.number();
        jdbc.sql("INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES ('submission-release', ?, ?, FALSE, 1)")
                .param(broken)
                .param(LONG_AGO)
                .update();
        releaseJob.carryOut(verified.number().value(), () -> false);
        assertThat(letters(verified)).hasSize(1);
        assertThat(waits(broken)).isTrue();
        jdbc.sql("DELETE FROM scheduled_tasks WHERE task_instance = ?")
                .param(broken)
                .update();
    }

    /** Of all that waits, and other tests leave some behind. */
    private void putFirst(String work) {
        jdbc.sql("UPDATE scheduled_tasks SET execution_time = ? WHERE task_name = 'submission-release'"
                        + " AND task_instance = ?")
                .param(LONG_AGO)
                .param(work)
                .update();
    }

    private boolean waits(String work) {
        return jdbc.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE task_name = 'submission-release'"
                                + " AND task_instance = ?")
                        .param(work)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void aLetterThatComesBackLiesWithTheOfficeAgain() throws Exception {
        SubmissionDetails verified = verified(given.submitted());
        sign(verified);
        MailRequested letter = release(verified);
        mailServerSays(MailEnded.End.SENT, letter, "diterima");
        assertThat(now(verified).status()).isEqualTo(SubmissionStatus.DELIVERED);
        mailServerSays(MailEnded.End.BOUNCED, letter, "Kotak surat penuh");
        assertThat(now(verified).status()).isEqualTo(SubmissionStatus.SIGNED);
        assertThat(now(verified).history().getLast().reason()).contains("Kotak surat penuh");
    }

    @Test
    void theDocumentIsTakenBackWithTheVerification() {
        SubmissionDetails verified = verified(given.submitted());
        SubmissionDetails back = given.asStaff(
                "verifikator",
                () -> desk.takeBack(verified.number(), verified.version()).orElseThrow());
        assertThat(document(verified).status()).isEqualTo(SigningDocumentStatus.WITHDRAWN);
        clock.advance(Duration.ofSeconds(5));
        assertThat(back.status()).isEqualTo(SubmissionStatus.CHECKED);
        SubmissionDetails again = given.asStaff(
                "verifikator", () -> desk.verify(back.number(), back.version()).orElseThrow());
        assertThat(document(again).status()).isEqualTo(SigningDocumentStatus.AWAITING);
    }

    @Test
    void whatIsSignedIsNotTakenBack() throws Exception {
        SubmissionDetails verified = verified(given.submitted());
        sign(verified);
        SubmissionDetails signed = now(verified);
        assertThatExceptionOfType(CannotBeTakenBack.class)
                .isThrownBy(
                        () -> given.asStaff("verifikator", () -> desk.takeBack(verified.number(), signed.version())));
        assertThat(document(verified).status()).isEqualTo(SigningDocumentStatus.SIGNED);
    }

    @Test
    void whatTheSignatoryRefusesLiesWithTheVerifierAgain() throws Exception {
        SubmissionDetails verified = verified(given.submitted());
        SigningDocumentDetails waiting = document(verified);
        given.asStaff("kadis", () -> register.refuse(waiting.id(), waiting.version(), "Nama ibu salah ketik"));
        SubmissionDetails returned = now(verified);
        clock.advance(Duration.ofMinutes(1));
        assertThat(returned.status()).isEqualTo(SubmissionStatus.RETURNED_TO_VERIFIER);
        assertThat(returned.history().getLast().reason()).isEqualTo("Nama ibu salah ketik");
        assertThat(returned.history().getLast().actor()).isEqualTo("Dra. Hj. Ratna Komala, M.Si.");
        SubmissionDetails again = given.asStaff(
                "verifikator",
                () -> desk.verify(returned.number(), returned.version()).orElseThrow());
        assertThat(sign(again)).isEqualTo(BatchEnding.COMPLETED);
        assertThat(now(again).status()).isEqualTo(SubmissionStatus.SIGNED);
    }

    @Test
    void whichFamilyACardBelongsToNeverLooksLikeANumber() {
        SubmissionDetails verified = verified(given.submitted());
        assertThat(jdbc.sql("SELECT family FROM signing_document WHERE reference = ?")
                        .param(verified.number().value())
                        .query(String.class)
                        .single())
                .matches("[a-p]{64}");
    }

    @Test
    void aRevokedCardIsNotPrintedAnyMore() throws Exception {
        SubmissionDetails verified = verified(given.submitted());
        sign(verified);
        Map<String, String> secret = secret(release(verified));
        SigningDocumentDetails signed = document(verified);
        given.asStaff("kadis", () -> register.revoke(signed.id(), signed.version(), "Data ibu keliru"));
        assertThat(open(secret).getStatus()).isEqualTo(410);
        assertThat(now(verified).status()).isEqualTo(SubmissionStatus.REVOKED);
    }

    @Test
    void aCardRevokedBeforeItsReleaseIsNeverReleased() throws Exception {
        SubmissionDetails verified = verified(given.submitted());
        sign(verified);
        SigningDocumentDetails signed = document(verified);
        given.asStaff("kadis", () -> register.revoke(signed.id(), signed.version(), "Data ibu keliru"));
        system.with(Set.of(Permission.RELEASE_ISSUE), () -> cards.release(verified.number()));
        assertThat(letters(verified)).isEmpty();
        assertThat(now(verified).status()).isEqualTo(SubmissionStatus.REVOKED);
    }

    @Test
    void aNewerCardOfTheFamilyTakesThePlaceOfTheOlder() throws Exception {
        Someone head = given.head();
        SubmissionDetails older = verified(requested(head, "I.B.3"));
        sign(older);
        Map<String, String> secret = secret(release(older));
        clock.advance(Duration.ofMinutes(1));
        SubmissionDetails newer = verified(requested(head, "I.B.3"));
        sign(newer);
        assertThat(document(older).status()).isEqualTo(SigningDocumentStatus.SUPERSEDED);
        assertThat(document(newer).status()).isEqualTo(SigningDocumentStatus.SIGNED);
        assertThat(open(secret).getStatus()).isEqualTo(410);
        assertThat(now(older).status()).isEqualTo(SubmissionStatus.REVOKED);
        assertThat(now(older).history().getLast().reason()).contains("lebih baru");
    }

    @Test
    void theApplicantReadsTheWholeWayInTheApplication() throws Exception {
        SubmissionDetails request = requestedInTheApplication(given.head());
        SubmissionDetails verified = verified(request, "Berkas dilihat di loket");
        SigningDocumentDetails waiting = document(verified);
        given.asStaff("kadis", () -> register.refuse(waiting.id(), waiting.version(), "Nama ibu salah ketik"));
        assertThat(progress(verified).get("status").asString()).isEqualTo("CHECKED");
        assertThat(progress(verified).toString()).doesNotContain("salah ketik");
        SubmissionDetails returned = now(verified);
        clock.advance(Duration.ofMinutes(1));
        sign(given.asStaff(
                "verifikator",
                () -> desk.verify(returned.number(), returned.version(), "Berkas dilihat di loket")
                        .orElseThrow()));
        JsonNode progress = progress(verified);
        assertThat(progress.get("status").asString()).isEqualTo("SIGNED");
        JsonNode steps = progress.get("timeline");
        assertThat(steps.get(steps.size() - 1).get("step").asString()).isEqualTo("Ditandatangani secara elektronik");
    }

    private SubmissionDetails requestedInTheApplication(Someone head) throws Exception {
        MockHttpServletResponse receipt = mvc.perform(post("/api/v1/submissions")
                        .header("Authorization", "Bearer demo-ikd")
                        .header("Idempotency-Key", head.nik())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(Map.of(
                                "type", "KK_PRINT",
                                "applicantNik", head.nik(),
                                "familyCardNumber", head.family(),
                                "reasonCode", "I.B.3",
                                "email", "pemohon@contoh.id",
                                "phone", "081234567890"))))
                .andReturn()
                .getResponse();
        var number = new SubmissionNumber(
                JSON.readTree(receipt.getContentAsString()).get("number").asString());
        return given.asStaff("kadis", () -> submissions.find(number).orElseThrow());
    }

    private JsonNode progress(SubmissionDetails request) throws Exception {
        return JSON.readTree(
                mvc.perform(get("/api/v1/submissions/" + request.number()).header("Authorization", "Bearer demo-ikd"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private SubmissionDetails requested(Someone head, String reason) {
        return given.withPapers(
                SubmissionScenario.accepted(given.asIkd(() -> submissions.submit(given.requestOf(head, reason)))));
    }

    private SubmissionDetails verified(SubmissionDetails request) {
        return verified(request, null);
    }

    private SubmissionDetails verified(SubmissionDetails request, @Nullable String despite) {
        SubmissionDetails checked = given.asStaff(
                "operator",
                () -> desk.check(request.number(), request.version(), despite).orElseThrow());
        return given.asStaff(
                "verifikator",
                () -> desk.verify(checked.number(), checked.version(), despite).orElseThrow());
    }

    private BatchEnding sign(SubmissionDetails verified) throws Exception {
        var ended = new CompletableFuture<BatchEnding>();
        var progress = new BatchProgress() {
            @Override
            public void advanced(BatchCounts counts, Turn last) {}

            @Override
            public void ended(BatchEnding ending, @Nullable String explanation, BatchCounts counts) {
                ended.complete(ending);
            }
        };
        given.asStaff(
                "kadis",
                () -> room.start(List.of(document(verified).id()), Passphrase.of("demo-tte".toCharArray()), progress));
        return ended.get(60, TimeUnit.SECONDS);
    }

    private SigningDocumentDetails document(SubmissionDetails request) {
        return given.asStaff(
                        "kadis",
                        () -> register.of(SignedCards.KIND, request.number().value()))
                .getLast();
    }

    private byte[] signedBytes(SigningDocumentDetails document) {
        return store.read(Objects.requireNonNull(document.signature()).digest());
    }

    private SubmissionDetails now(SubmissionDetails request) {
        return given.asStaff("kadis", () -> submissions.find(request.number()).orElseThrow());
    }

    private MailRequested release(SubmissionDetails request) {
        system.with(Set.of(Permission.RELEASE_ISSUE), () -> cards.release(request.number()));
        return letters(request).getLast();
    }

    private List<MailRequested> letters(SubmissionDetails request) {
        return events.stream(MailRequested.class)
                .filter(mail -> mail.template().equals(LETTER)
                        && mail.reference().equals(request.number().value()))
                .toList();
    }

    private Map<String, String> secret(MailRequested letter) {
        return secrets.stream()
                .filter(secret -> secret.template().equals(LETTER))
                .flatMap(secret -> secret.of(letter.facts()).stream())
                .findFirst()
                .orElseThrow();
    }

    private void mailServerSays(MailEnded.End end, MailRequested letter, String words) {
        transaction.executeWithoutResult(status ->
                publisher.publishEvent(new MailEnded(LETTER, letter.reference(), letter.facts(), end, words)));
    }

    private MockHttpServletResponse open(Map<String, String> secret) throws Exception {
        return mvc.perform(post("/api/v1/adm/releases")
                        .header("Authorization", "Bearer demo-adm")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(
                                Map.of("qr", secret.get("qr"), "pin", secret.get("pin"), "kiosk", "ADM-SOREANG-01"))))
                .andReturn()
                .getResponse();
    }

    private int receipt(@Nullable String release) throws Exception {
        return mvc.perform(post("/api/v1/adm/releases/" + release + "/receipt")
                        .header("Authorization", "Bearer demo-adm")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"outcome\": \"PRINTED\"}"))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
