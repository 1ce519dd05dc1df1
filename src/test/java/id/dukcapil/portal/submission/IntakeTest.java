package id.dukcapil.portal.submission;

import static id.dukcapil.portal.submission.SubmissionScenario.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.submission.SubmissionDecision.Accepted;
import id.dukcapil.portal.submission.SubmissionDecision.Refused;
import id.dukcapil.portal.submission.SubmissionScenario.Someone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** SOP Bandung 31/2023, steps 4 and 5: a family asks for its card. */
@IntegrationTest
@RecordApplicationEvents
class IntakeTest {

    @Autowired
    SubmissionService submissions;

    @Autowired
    SubmissionsOfPerson personalData;

    @Autowired
    Retention submissionRetention;

    @Autowired
    SubmissionScenario given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void headSpouseAndChildrenMayAsk(int relationship) {
        Someone someone = given.member("= " + relationship);
        SubmissionDetails request = accepted(given.asIkd(() -> submissions.submit(given.requestOf(someone, "I.B.3"))));
        assertThat(request.number().value()).matches("KK-DINAS-2026-\\d{5}");
        assertThat(request.status()).isEqualTo(SubmissionStatus.SUBMITTED);
        assertThat(request.applicant().fullName()).isEqualTo(someone.name());
        assertThat(request.applicant().relationship().code()).isEqualTo(relationship);
        assertThat(request.applicant().phone()).isEqualTo("081234567890");
        assertThat(request.history()).singleElement().satisfies(step -> {
            assertThat(step.action()).isEqualTo(SubmissionAction.SUBMIT);
            assertThat(step.desk()).isEqualTo(Desk.APPLICANT);
            assertThat(step.actor()).isEqualTo("Uji IKD");
        });
    }

    @Test
    void otherRelativesMayNot() {
        Someone relative = given.member("> 4");
        assertThat(refusal(given.requestOf(relative, "I.B.3")))
                .extracting(Refused::kind)
                .isEqualTo(SubmissionDecision.Kind.NOT_ELIGIBLE);
    }

    @Test
    void aStrangerToTheFamilyHearsTheSameAsSomebodyUnknown() {
        Someone head = given.head();
        Someone other = given.member("= 1 AND family_number <> '" + head.family() + "'");
        Refused stranger = refusal(given.requestOf(new Someone(head.nik(), head.name(), other.family()), "I.B.3"));
        Refused unknown = refusal(given.requestOf(new Someone("9104016501900001", "?", head.family()), "I.B.3"));
        assertThat(stranger.kind()).isEqualTo(SubmissionDecision.Kind.NOT_ELIGIBLE);
        assertThat(unknown).isEqualTo(stranger);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I.A.1", "I.A.6", "I.B.1", "I.C.2"})
    void everyReasonOfTheFormForFamilyCardsIsTaken(String reason) {
        assertThat(accepted(given.asIkd(() -> submissions.submit(given.requestOf(given.head(), reason))))
                        .reasonCode())
                .isEqualTo(reason);
    }

    @Test
    void theSameReasonTwiceIsADuplicateAndAnotherReasonAWarning() {
        Someone head = given.head();
        SubmissionDetails first = accepted(given.asIkd(() -> submissions.submit(given.requestOf(head, "I.C.1"))));
        assertThat(refusal(given.requestOf(head, "I.C.1")).kind()).isEqualTo(SubmissionDecision.Kind.DUPLICATE);
        var second = (Accepted) given.asIkd(() -> submissions.submit(given.requestOf(head, "I.C.2")));
        assertThat(second.warnings())
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.message()).contains(first.number().value()))
                .extracting(Finding::severity)
                .isEqualTo(Finding.Severity.WARNING);
    }

    @Test
    void aRefusedRequestTakesNoNumber() {
        int before = lastNumber(given.submitted());
        refusal(given.requestOf(given.member("> 4"), "I.B.3"));
        assertThat(lastNumber(given.submitted())).isEqualTo(before + 1);
    }

    @Test
    void ofManyAtOnceForOneFamilyOneIsTakenInAndNoNumberIsLost() throws Exception {
        int before = lastNumber(given.submitted());
        Someone head = given.head();
        List<SubmissionDecision> answers = atOnce(IntStream.range(0, 12)
                .<Callable<SubmissionDecision>>mapToObj(
                        i -> () -> given.asIkd(() -> submissions.submit(given.requestOf(head, "I.A.3"))))
                .toList());
        assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Refused.class::isInstance)
                .hasSize(11)
                .allMatch(answer -> ((Refused) answer).kind() == SubmissionDecision.Kind.DUPLICATE);
        assertThat(lastNumber(given.submitted())).isEqualTo(before + 2);
    }

    @Test
    void aDoubleClickAtTheCounterGivesOneRequest() throws Exception {
        Someone head = given.head();
        NewSubmission request = given.atTheCounter(head, "I.B.2", "klik-" + head.family());
        List<SubmissionDecision> answers = atOnce(IntStream.range(0, 6)
                .<Callable<SubmissionDecision>>mapToObj(
                        i -> () -> given.asStaff("operator", () -> submissions.submit(request)))
                .toList());
        assertThat(answers.stream().map(SubmissionScenario::accepted).map(SubmissionDetails::number))
                .hasSize(6)
                .containsOnly(accepted(answers.getFirst()).number());
    }

    @Test
    void atTheCounterTheOperatorIsNamedAndTheEmailMayBeMissing() {
        Someone head = given.head();
        var request = new NewSubmission(
                "KK_PRINT",
                head.nik(),
                head.family(),
                "I.B.3",
                "",
                " ",
                "08123456789",
                SubmissionOrigin.COUNTER,
                null,
                Map.of());
        SubmissionDetails entered = accepted(given.asStaff("operator", () -> submissions.submit(request)));
        assertThat(entered.applicant().email()).isNull();
        assertThat(entered.note()).isNull();
        assertThat(entered.clientId()).isNull();
        assertThat(entered.history().getFirst().actor()).isEqualTo("Tita Wulandari");
        assertThat(entered.history().getFirst().desk()).isEqualTo(Desk.OPERATOR);
        assertThat(entered.history().getFirst().role()).isEqualTo("Operator layanan");
    }

    @Test
    void whatCannotBeReadIsToldAllAtOnce() {
        var request = new NewSubmission(
                "KTP", "1", "2", "II.A", "x".repeat(501), "tanpa-at", "12", SubmissionOrigin.CHANNEL, null, Map.of());
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asIkd(() -> submissions.submit(request)))
                .satisfies(invalid -> assertThat(invalid.findings())
                        .extracting(Finding::field)
                        .containsExactly(
                                "type", "applicantNik", "familyCardNumber", "reasonCode", "note", "email", "phone"));
    }

    @Test
    void aChangeThatNoCardKnowsIsRefusedAtItsField() {
        Someone head = given.head();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asIkd(() -> submissions.submit(given.requestOf(
                        head,
                        "I.B.3",
                        Map.of("OCCUPATION", "ASTRONOT", "SHOE_SIZE", "42", "ADDRESS", "x".repeat(201))))))
                .satisfies(invalid -> assertThat(invalid.findings())
                        .extracting(Finding::field)
                        .containsExactlyInAnyOrder("changes.OCCUPATION", "changes", "changes.ADDRESS"));
    }

    @Test
    void onlyTheChannelAndOperatorsTakeRequestsIn() {
        NewSubmission request = given.requestOf(given.head(), "I.B.3");
        for (String account : List.of("verifikator", "kadis", "cetak", "admin")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> given.asStaff(account, () -> submissions.submit(request)));
        }
    }

    @Test
    void staffSeeTheRequestsOfTheirOffice() {
        SubmissionNumber number = given.submitted().number();
        for (String account : List.of("operator", "verifikator", "kadis", "manajer")) {
            assertThat(given.asStaff(account, () -> submissions.find(number))).isPresent();
        }
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff("cetak", () -> submissions.find(number)));
        jdbc.sql("UPDATE submission_request SET office_code = '320437' WHERE number = ?")
                .param(number.value())
                .update();
        assertThat(given.asStaff("verifikator", () -> submissions.find(number)))
                .as("another office's, by its number")
                .isEmpty();
        assertThat(given.asStaff("kadis", () -> submissions.find(number)))
                .as("spans offices")
                .isPresent();
    }

    @Test
    void theTrailIsToldWithoutPersonalDataInClear() {
        SubmissionDetails request = given.submitted();
        AuditEvent told = events.stream(AuditEvent.class)
                .filter(event -> event.reference().equals(request.number().value()))
                .findFirst()
                .orElseThrow();
        assertThat(told.action()).isEqualTo("Permohonan diajukan");
        assertThat(told.person()).isEqualTo(request.applicant().nik());
        assertThat(told.changes())
                .extracting(AuditEvent.Change::after)
                .containsExactly("Diajukan", "I.B.3", "Aplikasi");
    }

    @Test
    void theApplicantCanReadWhatIsHeld() {
        SubmissionDetails request = given.submitted();
        assertThat(personalData.about(request.applicant().nik()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.title()).isEqualTo("Permohonan " + request.number());
                    assertThat(item.values())
                            .containsEntry(
                                    "Nomor KK", request.applicant().family().value())
                            .containsEntry("Status", "Diajukan")
                            .containsEntry("23 November 2026, 09.00 WIB – Permohonan diajukan", "oleh Uji IKD");
                });
    }

    @Test
    void whatEndedLongAgoLosesThePersonAndKeepsItsNumber() {
        SubmissionDetails request = accepted(given.asIkd(
                () -> submissions.submit(given.requestOf(given.head(), "I.B.3", Map.of("OCCUPATION", "GURU")))));
        Nik nik = request.applicant().nik();
        assertThat(personalData.about(nik).getFirst().values()).containsEntry("Pekerjaan menjadi", "GURU");
        jdbc.sql("UPDATE submission_request SET status = 'REJECTED', status_since = '2020-01-01' WHERE number = ?")
                .param(request.number().value())
                .update();
        Instant moment = Instant.parse("2021-01-01T00:00:00Z");
        assertThat(submissionRetention.endedBefore(moment)).hasValue(1);
        assertThat(transaction.<Integer>execute(status -> submissionRetention.removeEndedBefore(moment, 10)))
                .isEqualTo(1);
        assertThat(personalData.about(nik)).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM submission_change WHERE submission_id = ?")
                        .param(request.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(given.asIkd(() -> submissions.find(request.number()))).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM submission_request WHERE number = ? AND applicant_nik IS NULL")
                        .param(request.number().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Refused refusal(NewSubmission request) {
        return (Refused) given.asIkd(() -> submissions.submit(request));
    }

    private static int lastNumber(SubmissionDetails request) {
        return Integer.parseInt(Objects.requireNonNull(request.number().value()).replaceFirst(".*-", ""));
    }

    private static <T> List<T> atOnce(List<? extends Callable<T>> calls) throws Exception {
        var answers = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
