package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** SOP Bandung 31/2023, steps 6 and 7: the operator checks, the verifier verifies and validates. */
@IntegrationTest
class SubmissionDeskTest {

    private static final Shortcomings MISSING =
            new Shortcomings(Set.of(ReturnReason.ATTACHMENT_MISSING), "Kutipan akta kelahiran anak");

    @Autowired
    SubmissionDesk desk;

    @Autowired
    SubmissionService submissions;

    @Autowired
    SubmissionScenario given;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aRequestGoesFromOperatorToVerifierToTheSignature() {
        SubmissionDetails request = given.submitted();
        SubmissionDetails checked = check(request);
        SubmissionDetails verified = given.asStaff(
                "verifikator",
                () -> desk.verify(checked.number(), checked.version()).orElseThrow());
        assertThat(verified.status()).isEqualTo(SubmissionStatus.AWAITING_SIGNATURE);
        SubmissionDetails stored =
                given.asStaff("kadis", () -> submissions.find(request.number()).orElseThrow());
        assertThat(stored.history())
                .extracting(SubmissionDetails.Event::action)
                .containsExactly(SubmissionAction.SUBMIT, SubmissionAction.CHECK, SubmissionAction.VERIFY);
        assertThat(stored.history().getLast().role()).isEqualTo("Verifikator (JF Ahli Muda)");
    }

    @Test
    void theApplicantCompletesAtTheCounterWhatWasMissing() {
        SubmissionDetails request = given.submitted();
        SubmissionDetails returned = given.asStaff(
                "operator",
                () -> desk.returnToApplicant(request.number(), request.version(), MISSING)
                        .orElseThrow());
        SubmissionDetails completed = given.asStaff(
                "operator",
                () -> desk.complete(returned.number(), returned.version()).orElseThrow());
        assertThat(completed.status()).isEqualTo(SubmissionStatus.SUBMITTED);
        assertThat(completed.history()).hasSize(3);
    }

    @Test
    void eachDeskJudgesOnlyWhatLiesOnIt() {
        SubmissionDetails request = given.submitted();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff(
                        "verifikator", () -> desk.returnToApplicant(request.number(), request.version(), MISSING)));
        SubmissionDetails checked = check(request);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff(
                        "operator",
                        () -> desk.reject(
                                checked.number(),
                                checked.version(),
                                new Rejection("Tidak sesuai", "Perpres 96/2018"))));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff("operator", () -> desk.verify(checked.number(), checked.version())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asIkd(() -> desk.check(request.number(), 0)));
    }

    @Test
    void ofTwoDecisionsInTheSameInstantOneHoldsAndTheOtherIsTold() throws Exception {
        SubmissionDetails checked = check(given.submitted());
        List<Callable<String>> clicks = IntStream.range(0, 8)
                .<Callable<String>>mapToObj(i -> () -> given.asStaff("verifikator", () -> decide(checked, i % 2 == 0)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(clicks.size())) {
            List<String> answers = threads.invokeAll(clicks).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(answers).containsOnlyOnce("done").containsOnly("done", "told");
        }
        assertThat(given.asStaff(
                        "kadis",
                        () -> submissions.find(checked.number()).orElseThrow().history()))
                .hasSize(3);
    }

    private String decide(SubmissionDetails seen, boolean verify) {
        try {
            Optional<SubmissionDetails> decided = verify
                    ? desk.verify(seen.number(), seen.version())
                    : desk.returnToOperator(seen.number(), seen.version(), "Nama ibu berbeda");
            return decided.isPresent() ? "done" : "nothing";
        } catch (ChangedMeanwhile meanwhile) {
            assertThat(meanwhile).hasMessageContaining("Neneng Aisyah");
            return "told";
        }
    }

    @Test
    void missingPapersAskOperatorAndVerifierForAReasonThatIsKept() {
        SubmissionDetails request = given.submittedWithoutPapers();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asStaff("operator", () -> desk.check(request.number(), request.version())))
                .withMessage("Lampiran wajib belum ada: KK lama/rusak; Surat keterangan/bukti perubahan.");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asStaff("operator", () -> desk.check(request.number(), request.version(), " ")))
                .satisfies(blank -> assertThat(blank.findings())
                        .singleElement()
                        .extracting(Finding::field)
                        .isEqualTo("reason"));
        SubmissionDetails checked = given.asStaff(
                "operator",
                () -> desk.check(request.number(), request.version(), "Asli dilihat di loket")
                        .orElseThrow());
        assertThat(checked.history().getLast().reason())
                .isEqualTo("Lampiran wajib belum ada: KK lama/rusak; Surat keterangan/bukti perubahan."
                        + " Diteruskan karena: Asli dilihat di loket");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asStaff("verifikator", () -> desk.verify(checked.number(), checked.version())));
        assertThat(given.asStaff(
                                "verifikator",
                                () -> desk.verify(checked.number(), checked.version(), "Asli ada di map berkas")
                                        .orElseThrow())
                        .status())
                .isEqualTo(SubmissionStatus.AWAITING_SIGNATURE);
    }

    @Test
    void whoeverBringsThePapersNeedsNoReason() {
        SubmissionDetails request = given.withPapers(given.submittedWithoutPapers());
        assertThat(given.asStaff(
                                "operator",
                                () -> desk.check(request.number(), request.version())
                                        .orElseThrow())
                        .history()
                        .getLast()
                        .reason())
                .isNull();
    }

    @Test
    void nobodyDecidesOnTheRequestOfAnotherOffice() {
        SubmissionDetails request = given.submitted();
        jdbc.sql("UPDATE submission_request SET office_code = '320437' WHERE number = ?")
                .param(request.number().value())
                .update();
        assertThat(given.asStaff("operator", () -> desk.check(request.number(), request.version())))
                .isEmpty();
    }

    @Test
    void theFamilyMayAskAgainAfterCancelling() {
        SubmissionDetails request = given.submitted();
        given.asStaff(
                "operator", () -> desk.cancel(request.number(), request.version(), "Pemohon salah memilih alasan"));
        var again = new SubmissionScenario.Someone(
                request.applicant().nik().value(),
                request.applicant().fullName(),
                request.applicant().family().value());
        assertThat(given.asIkd(() -> submissions.submit(given.requestOf(again, "I.B.3"))))
                .isInstanceOf(SubmissionDecision.Accepted.class);
    }

    private SubmissionDetails check(SubmissionDetails request) {
        return given.asStaff(
                "operator",
                () -> desk.check(request.number(), request.version()).orElseThrow());
    }
}
