package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.procedure.Claim;
import id.dukcapil.portal.submission.SubmissionScenario.Someone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A decision can be taken back for ten seconds. */
@IntegrationTest
class TakeBackTest {

    private static final Rejection REJECTION = new Rejection("Bukan anggota keluarga", "Perpres 96/2018 Pasal 11");

    @Autowired
    SubmissionDesk desk;

    @Autowired
    SubmissionClaims claims;

    @Autowired
    SubmissionService submissions;

    @Autowired
    SubmissionScenario given;

    @Autowired
    SettableClock clock;

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void withinTenSecondsTheRequestLiesInTheSameHandsAgain() {
        SubmissionDetails checked = check(given.submitted());
        clock.advance(Duration.ofMillis(9_900));
        SubmissionDetails back = takeBack("operator", checked);
        assertThat(back.status()).isEqualTo(SubmissionStatus.SUBMITTED);
        assertThat(back.holding()).extracting(Claim.Holding::name).isEqualTo("Tita Wulandari");
        assertThat(back.history())
                .extracting(SubmissionDetails.Event::action)
                .containsExactly(SubmissionAction.SUBMIT, SubmissionAction.CHECK, SubmissionAction.TAKE_BACK);
    }

    @Test
    void afterTenSecondsItStands() {
        SubmissionDetails checked = check(given.submitted());
        clock.advance(Duration.ofMillis(10_100));
        assertThatExceptionOfType(CannotBeTakenBack.class)
                .isThrownBy(() -> takeBack("operator", checked))
                .withMessageContaining("10 detik");
        assertThat(stored(checked).status()).isEqualTo(SubmissionStatus.CHECKED);
    }

    @Test
    void aSecondClickTakesNothingBackASecondTime() {
        SubmissionDetails checked = check(given.submitted());
        SubmissionDetails back = takeBack("operator", checked);
        assertThatExceptionOfType(ChangedMeanwhile.class).isThrownBy(() -> takeBack("operator", checked));
        assertThatExceptionOfType(CannotBeTakenBack.class).isThrownBy(() -> takeBack("operator", back));
        assertThat(stored(checked).history()).hasSize(3);
    }

    @Test
    void nobodyTakesBackTheDecisionOfAnother() {
        SubmissionDetails checked = check(given.submitted());
        String dadang = given.colleagueOf("operator", "Dadang Sutisna");
        assertThatExceptionOfType(CannotBeTakenBack.class)
                .isThrownBy(() -> takeBack(dadang, checked))
                .withMessageContaining("Tita Wulandari");
    }

    @Test
    void whoeverHasBegunToWorkOnItKeepsIt() {
        SubmissionDetails checked = check(given.submitted());
        given.asStaff("verifikator", () -> claims.claim(checked.number()));
        assertThatExceptionOfType(HeldBySomebodyElse.class)
                .isThrownBy(() -> takeBack("operator", checked))
                .withMessageContaining("Neneng Aisyah");
    }

    @Test
    void ofTheVerifierWhoGoesOnAndTheOperatorWhoTakesBackInTheSameInstantOneWins() throws Exception {
        SubmissionDetails checked = check(given.submitted());
        List<Callable<Boolean>> clicks = List.of(
                () -> succeeds("operator", () -> desk.takeBack(checked.number(), checked.version())),
                () -> succeeds("verifikator", () -> desk.verify(checked.number(), checked.version())));
        try (var threads = Executors.newFixedThreadPool(2)) {
            assertThat(threads.invokeAll(clicks).stream().map(answer -> answer.resultNow()))
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void aRejectionStandsWhenTheFamilyHasAskedAgain() {
        SubmissionDetails request = given.submitted();
        SubmissionDetails rejected = given.asStaff(
                "operator",
                () -> desk.reject(request.number(), request.version(), REJECTION)
                        .orElseThrow());
        Applicant applicant = request.applicant();
        var family = new Someone(
                applicant.nik().value(),
                applicant.fullName(),
                applicant.family().value());
        given.asIkd(() -> submissions.submit(given.requestOf(family, request.reasonCode())));
        assertThatExceptionOfType(CannotBeTakenBack.class)
                .isThrownBy(() -> takeBack("operator", rejected))
                .withMessageContaining("mengajukan permohonan baru");
    }

    @Test
    void aRejectionTakenBackNeverHappenedForTheApplicant() {
        SubmissionDetails request = given.submitted();
        SubmissionDetails rejected = given.asStaff(
                "operator",
                () -> desk.reject(request.number(), request.version(), REJECTION)
                        .orElseThrow());
        assertThat(takeBack("operator", rejected).standing())
                .extracting(SubmissionDetails.Event::action)
                .containsExactly(SubmissionAction.SUBMIT);
    }

    private boolean succeeds(String username, Supplier<Optional<SubmissionDetails>> work) {
        try {
            return given.asStaff(username, work).isPresent();
        } catch (ChangedMeanwhile tooLate) {
            return false;
        }
    }

    private SubmissionDetails check(SubmissionDetails request) {
        return given.asStaff(
                "operator",
                () -> desk.check(request.number(), request.version()).orElseThrow());
    }

    private SubmissionDetails takeBack(String username, SubmissionDetails decided) {
        return given.asStaff(
                username,
                () -> desk.takeBack(decided.number(), decided.version()).orElseThrow());
    }

    private SubmissionDetails stored(SubmissionDetails request) {
        return given.asStaff("kadis", () -> submissions.find(request.number()).orElseThrow());
    }
}
